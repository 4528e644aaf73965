--liquibase formatted sql

--changeset zhaoshang:0072-bulk-exports
create table exports (
    id uuid constraint exports_pk primary key,
    version bigint not null,
    kind text not null,
    format text not null constraint exports_format_known check (format in ('CSV', 'XLSX', 'NDJSON')),
    filter jsonb not null,
    language text not null constraint exports_language_known check (language in ('ZH', 'EN')),
    state text not null constraint exports_state_known
        check (state in ('QUEUED', 'RUNNING', 'COMPLETED', 'FAILED')),
    caller jsonb not null,
    -- Who sees the file: the caller as long as its rights are as wide as then, and whoever sees all of that unit.
    caller_id uuid not null,
    breadth text not null,
    unit_code text,
    reason text,
    rows integer not null default 0,
    sha256 text,
    size bigint,
    attempts integer not null default 0,
    created_at timestamptz not null,
    started_at timestamptz,
    finished_at timestamptz,
    expires_at timestamptz not null,
    constraint exports_completed_has_file check (state <> 'COMPLETED' or sha256 is not null)
);
create index exports_waiting on exports (created_at) where state in ('QUEUED', 'RUNNING');
create index exports_caller on exports (caller_id, id desc);
create index exports_unit on exports (unit_code, id desc);
create index exports_file on exports (sha256);
create index exports_expiring on exports (expires_at);
