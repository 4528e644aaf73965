--liquibase formatted sql

--changeset zhaoshang:0012-accounts-sign-in-failures
-- By user name (existing or not), by client id and by address alike, so that an answer never tells what exists.
create table sign_in_failures (
    subject text constraint sign_in_failures_pk primary key,
    failures integer not null,
    since timestamptz not null,
    locked_until timestamptz,
    lockouts integer not null
);
create index sign_in_failures_since on sign_in_failures (since);
