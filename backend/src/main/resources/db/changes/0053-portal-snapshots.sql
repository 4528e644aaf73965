--liquibase formatted sql

--changeset zhaoshang:0053-portal-snapshots
-- Files of all that was published when the feed stood at seq. A file keeps its name and content until its row goes.
create table public_snapshots (
    id uuid constraint public_snapshots_pk primary key,
    seq bigint not null,
    stream uuid not null,
    created_at timestamptz not null,
    row_count bigint not null,
    byte_count bigint not null,
    sha256 text not null
);
create index public_snapshots_newest on public_snapshots (created_at desc);
create index public_snapshots_file on public_snapshots (sha256);
