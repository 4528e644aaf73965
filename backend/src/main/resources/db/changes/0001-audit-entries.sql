--liquibase formatted sql

--changeset zhaoshang:0001-audit-entries
create table audit_entries (
    id bigint generated always as identity constraint audit_entries_pk primary key,
    at timestamptz not null,
    actor_kind text not null constraint audit_entries_actor_kind_known check (actor_kind in ('PERSON', 'CLIENT', 'SYSTEM')),
    actor_id uuid not null,
    actor_name text not null,
    actor_display_name text not null,
    address text,
    request_id text,
    subject_kind text not null,
    subject_id text not null,
    unit_code text,
    action text not null,
    reason text,
    version bigint,
    changes jsonb not null,
    document jsonb
);
create index audit_entries_subject on audit_entries (subject_kind, subject_id, id);
create index audit_entries_at on audit_entries (at, id);
create index audit_entries_actor on audit_entries (actor_name, id);

--changeset zhaoshang:0001-audit-entries-append-only splitStatements:false
create function audit_entries_refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'audit entries are only ever added';
end
$$;
create trigger audit_entries_append_only before update or delete or truncate on audit_entries
    for each statement execute function audit_entries_refuse_change();
