--liquibase formatted sql

--changeset zhaoshang:0011-accounts-sessions
create table sessions (
    id uuid constraint sessions_pk primary key,
    account_id uuid not null constraint sessions_account references accounts,
    started_at timestamptz not null,
    expires_at timestamptz not null,
    ended_at timestamptz,
    ended_because text
);
create index sessions_account on sessions (account_id) where ended_at is null;

--changeset zhaoshang:0011-accounts-refresh-tokens
create table refresh_tokens (
    digest text constraint refresh_tokens_pk primary key,
    session_id uuid not null constraint refresh_tokens_session references sessions on delete cascade,
    issued_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);
create index refresh_tokens_session on refresh_tokens (session_id);

--changeset zhaoshang:0011-accounts-sessions-by-end
create index sessions_expires on sessions (expires_at);
