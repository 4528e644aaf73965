--liquibase formatted sql

--changeset zhaoshang:0002-idempotency-keys
create table idempotency_keys (
    caller uuid not null,
    method text not null,
    path text not null,
    key text not null,
    at timestamptz not null,
    body_hash text not null,
    status integer not null,
    headers jsonb not null,
    body text,
    constraint idempotency_keys_pk primary key (caller, method, path, key)
);
create index idempotency_keys_at on idempotency_keys (at);
