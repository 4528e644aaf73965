--liquibase formatted sql

--changeset zhaoshang:0050-duplicates-judged-side
-- SAME and MERGE weigh on one of the two; a verdict answers for the likeness it was passed on.
alter table duplicate_verdicts
    add column judged_id uuid not null,
    add column level smallint not null constraint duplicate_verdicts_level_known check (level between 1 and 4),
    add constraint duplicate_verdicts_judged_is_of_pair check (judged_id in (project_id, other_id));
create index duplicate_verdicts_other on duplicate_verdicts (other_id);
