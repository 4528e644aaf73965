--liquibase formatted sql

--changeset zhaoshang:0345-signing-orders
-- A unit's own in each order, the few that something is left to settle of, one event's, one stage's: a page reads what it shows.
create index signed_projects_unit_code on signed_projects (unit_code, code, id);
create index signed_projects_unit_name on signed_projects (unit_code, name, id);
create index signed_projects_unit_stage on signed_projects (unit_code, stage, updated_at desc, id desc);
create index signed_projects_stage on signed_projects (stage, updated_at desc, id desc);
create index signed_projects_event_code on signed_projects (event_code, updated_at desc, id desc);
create index signed_projects_unsettled on signed_projects (updated_at desc, id desc) where blocking + explaining > 0;
create index signed_projects_unit_unsettled on signed_projects (unit_code, updated_at desc, id desc)
    where blocking + explaining > 0;
create index signed_projects_uncounted on signed_projects (updated_at desc, id desc) where (blocking = 0) is not true;
create index signed_projects_excluded on signed_projects (updated_at desc, id desc) where exclusion is not null;
create index fund_receipts_of_project on fund_receipts (signed_project, updated_at desc, id desc);
create index fund_receipts_unsettled on fund_receipts (updated_at desc, id desc) where blocking + explaining > 0;
create index fund_receipts_unit_unsettled on fund_receipts (unit_code, updated_at desc, id desc)
    where blocking + explaining > 0;
-- What a unit's next report speaks of: all that has not ended, of years of them.
create index signed_projects_followed on signed_projects (unit_code, code) where stage not in ('TERMINATED', 'MERGED');
