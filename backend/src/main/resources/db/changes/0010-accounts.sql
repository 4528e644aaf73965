--liquibase formatted sql

--changeset zhaoshang:0010-accounts
create table accounts (
    id uuid constraint accounts_pk primary key,
    version bigint not null,
    username text not null constraint accounts_username_unique unique
        constraint accounts_username_plain check (username ~ '^[a-z0-9][a-z0-9._-]{1,63}$'),
    display_name text not null,
    roles text[] not null constraint accounts_roles_some check (cardinality(roles) > 0),
    unit_code text,
    disabled boolean not null,
    password_algorithm text not null,
    password_hash text not null,
    password_changed_at timestamptz not null,
    must_change_password boolean not null,
    last_sign_in_at timestamptz,
    created_at timestamptz not null,
    -- A unit's people have a unit, the city's have none: the row scope rests on it.
    constraint accounts_unit_by_role check ((unit_code is not null) = (roles <@ array['REPORTER', 'UNIT_LEAD']))
);
create index accounts_unit on accounts (unit_code);
