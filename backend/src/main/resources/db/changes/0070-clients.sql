--liquibase formatted sql

--changeset zhaoshang:0070-clients
create table api_clients (
    id uuid constraint api_clients_pk primary key,
    version bigint not null,
    client_id text not null constraint api_clients_client_id_unique unique
        constraint api_clients_client_id_plain check (client_id ~ '^[a-z0-9][a-z0-9-]{3,63}$'),
    name text not null,
    unit_code text not null constraint api_clients_unit references units (code),
    scopes text[] not null constraint api_clients_scopes_some check (cardinality(scopes) > 0),
    allowed_networks text[] not null,
    expires_on date,
    disabled boolean not null,
    secret_algorithm text not null,
    secret_digest text not null,
    generation bigint not null,
    last_used_at timestamptz,
    created_at timestamptz not null
);
create index api_clients_by_unit on api_clients (unit_code);
