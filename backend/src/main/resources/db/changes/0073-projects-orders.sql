--liquibase formatted sql

--changeset zhaoshang:0073-projects-orders
-- An index for each order in which the lists are offered: the first page of a million rows reads as many as it shows.
create index projects_name on projects (name, id);
-- A unit's names begin with its place: they stand together, and far from the first.
create index projects_unit_name on projects (unit_code, name, id);
create index projects_total on projects (coalesce(total_investment_yuan, -1), id);
create index projects_submitted on projects (coalesce(submitted_at, 'epoch'), id);

--changeset zhaoshang:0073-portal-projects-orders
create index public_projects_name on public_projects (name collate "zh-Hans-CN-x-icu", id);

--changeset zhaoshang:0073-calls-investment
-- The library's sum is kept by the transaction that moves a project, as its counts are.
alter table call_units add column library_investment_yuan numeric(22, 2) not null default 0;
update call_units set library_investment_yuan = (
    select coalesce(sum(p.total_investment_yuan), 0) from projects p
    where p.call_year = call_units.call_year and p.unit_code = call_units.unit_code
        and p.state in ('ACCEPTED', 'PUBLISHED', 'NEGOTIATING', 'SIGNED'));
drop index projects_library;
