--liquibase formatted sql

--changeset zhaoshang:0051-portal-projects
-- What the public sees of a project, as it was when the bureau last published or accepted it: ready to send, and the columns
-- that lists are narrowed and ordered by. seq is drawn under a lock that lasts until the commit, so it rises as changes
-- become visible: a reader who goes on from the highest number seen misses nothing.
create sequence public_changes;
create table public_projects (
    id uuid constraint public_projects_pk primary key,
    seq bigint not null constraint public_projects_seq_unique unique,
    name text not null,
    call_year integer not null,
    unit_code text not null,
    location_code text,
    industry_code text not null,
    group_code text not null,
    total_investment_yuan numeric(17, 2) not null,
    longitude numeric(9, 6),
    latitude numeric(9, 6),
    search_text text not null,
    search_grams integer[] not null,
    document json not null,
    published_at timestamptz not null,
    updated_at timestamptz not null
);
create index public_projects_newest on public_projects (published_at desc, id desc);
create index public_projects_investment on public_projects (total_investment_yuan, id);
create index public_projects_unit on public_projects (unit_code, published_at desc, id desc);
create index public_projects_industry on public_projects (industry_code, published_at desc, id desc);
create index public_projects_search on public_projects using gin (search_grams) with (fastupdate = off);

--changeset zhaoshang:0051-portal-removals
-- What left the list, for those who keep a copy of it.
create table public_project_removals (
    id uuid constraint public_project_removals_pk primary key,
    seq bigint not null constraint public_project_removals_seq_unique unique,
    reason text not null constraint public_project_removals_reason_known
        check (reason in ('UNPUBLISHED', 'SIGNED', 'ARCHIVED', 'WITHDRAWN', 'MERGED')),
    merged_into uuid,
    at timestamptz not null
);
