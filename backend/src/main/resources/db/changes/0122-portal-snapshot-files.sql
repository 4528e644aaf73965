--liquibase formatted sql

--changeset zhaoshang:0122-portal-snapshot-files
-- A snapshot has a file for each public list, all of the same moment. One from before is of projects alone and is used no more.
create table public_snapshot_files (
    snapshot_id uuid not null constraint public_snapshot_files_snapshot references public_snapshots on delete cascade,
    kind text not null,
    row_count bigint not null,
    byte_count bigint not null,
    sha256 text not null,
    constraint public_snapshot_files_pk primary key (snapshot_id, kind)
);
create index public_snapshot_files_file on public_snapshot_files (sha256);
insert into public_snapshot_files (snapshot_id, kind, row_count, byte_count, sha256)
select id, 'projects', row_count, byte_count, sha256 from public_snapshots;
alter table public_snapshots drop column row_count, drop column byte_count, drop column sha256;
