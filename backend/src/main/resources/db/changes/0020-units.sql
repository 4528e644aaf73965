--liquibase formatted sql

--changeset zhaoshang:0020-units
create table units (
    code text constraint units_pk primary key,
    name text not null constraint units_name_once unique,
    short_name text not null constraint units_short_name_once unique,
    kind text not null constraint units_kind_known check (kind in ('CITY', 'DISTRICT', 'BANNER', 'PARK')),
    parent_code text constraint units_parent_known references units,
    reporting_body text,
    reports boolean not null,
    code_prefix text,
    lead_submits_only boolean not null default false,
    position integer not null,
    version bigint not null default 0
);

--changeset zhaoshang:0020-parks
create table parks (
    name text constraint parks_pk primary key,
    unit_code text constraint parks_unit_known references units,
    level text,
    leading_industries text,
    position integer not null
);

--changeset zhaoshang:0020-rosters
create table rosters (
    unit_code text constraint rosters_pk primary key constraint rosters_unit_known references units,
    principal_leader text,
    leader_in_charge text,
    reporter text,
    office_phone text,
    office_address text,
    version bigint not null
);
