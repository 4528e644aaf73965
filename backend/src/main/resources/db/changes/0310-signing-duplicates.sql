--liquibase formatted sql

--changeset zhaoshang:0310-signing-duplicates
-- Signed projects that look like one, found in the transaction that writes either, and what a person found of the pair.
create table signing_duplicates (
    project_id uuid not null constraint signing_duplicates_project references signed_projects (id) on delete cascade,
    other_id uuid not null constraint signing_duplicates_other_project references signed_projects (id) on delete cascade,
    level smallint not null constraint signing_duplicates_level_known check (level between 1 and 4),
    same_unit boolean not null,
    verdict text constraint signing_duplicates_verdict_known check (verdict in ('SAME', 'NEW', 'MERGE')),
    reason text,
    decided_by text,
    decided_at timestamptz,
    judged_id uuid,
    judged_level smallint,
    constraint signing_duplicates_pk primary key (project_id, other_id),
    constraint signing_duplicates_ordered check (project_id < other_id),
    constraint signing_duplicates_judged_is_of_pair check (judged_id in (project_id, other_id)),
    constraint signing_duplicates_verdict_is_whole
        check (num_nulls(verdict, reason, decided_by, decided_at, judged_id, judged_level) in (0, 6))
);
create index signing_duplicates_other on signing_duplicates (other_id);
create index signing_duplicates_open on signing_duplicates (project_id, other_id)
    where level <= 2 and (verdict is null or judged_level > level);
