--liquibase formatted sql

--changeset zhaoshang:0070-bulk-imports
create table imports (
    id uuid constraint imports_pk primary key,
    version bigint not null,
    kind text not null,
    mode text not null constraint imports_mode_known check (mode in ('PARTIAL', 'ATOMIC')),
    dry_run boolean not null,
    state text not null constraint imports_state_known
        check (state in ('QUEUED', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED')),
    unit_code text not null,
    caller jsonb not null,
    reason text,
    sha256 text not null,
    size bigint not null,
    file_name text,
    media_type text not null,
    charset text,
    units jsonb not null,
    fields jsonb not null,
    applies_import uuid constraint imports_applies references imports,
    reverts_import uuid constraint imports_reverts references imports,
    columns jsonb not null default '[]',
    findings jsonb not null default '[]',
    total integer not null default 0,
    created integer not null default 0,
    updated integer not null default 0,
    unchanged integer not null default 0,
    rejected integer not null default 0,
    not_applied integer not null default 0,
    constraint imports_rows_add_up check (total = created + updated + unchanged + rejected + not_applied
        or state in ('QUEUED', 'RUNNING')),
    -- Written beside the transaction that does the work, so without touching the version.
    rows_read integer not null default 0,
    attempts integer not null default 0,
    cancel_requested boolean not null default false,
    created_at timestamptz not null,
    started_at timestamptz,
    finished_at timestamptz
);
create index imports_waiting on imports (created_at) where state in ('QUEUED', 'RUNNING');
create index imports_unit on imports (unit_code, created_at desc, id desc);
create index imports_newest on imports (created_at desc, id desc);
create index imports_file on imports (sha256);

--changeset zhaoshang:0070-bulk-import-rows
-- What became of each row. seen_version is the record as the plan saw it, left_version as the import left it: applying a
-- plan asks whether records are still the one, reverting whether they are still the other.
create table import_rows (
    import_id uuid not null constraint import_rows_import references imports on delete cascade,
    row integer not null,
    status text not null constraint import_rows_status_known
        check (status in ('CREATED', 'UPDATED', 'UNCHANGED', 'REJECTED', 'NOT_APPLIED')),
    record_id uuid,
    seen_version bigint,
    left_version bigint,
    code text,
    external_id text,
    key text,
    errors jsonb not null,
    findings jsonb not null,
    changes jsonb not null,
    constraint import_rows_pk primary key (import_id, row)
);
