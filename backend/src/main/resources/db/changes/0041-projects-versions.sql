--liquibase formatted sql

--changeset zhaoshang:0041-projects-versions
-- What lists show and are narrowed by, for each version of a project and the time it stood: the state of any day is one query.
-- The fields themselves are in the trail, under the same version.
create table project_versions (
    id uuid not null,
    version bigint not null,
    valid_from timestamptz not null,
    valid_to timestamptz not null default 'infinity',
    code text not null,
    state text not null,
    name text not null,
    call_year integer not null,
    unit_code text not null,
    location_code text,
    industry_code text,
    total_investment_yuan numeric(17, 2),
    fixed_investment_yuan numeric(17, 2),
    land_area_mu numeric(16, 4),
    investor text,
    in_guide boolean,
    search_text text not null,
    blocking integer not null,
    explaining integer not null,
    appraised boolean not null,
    late boolean not null,
    publicly_listed boolean not null,
    example boolean not null,
    submissions integer not null,
    submitted_at timestamptz,
    accepted_at timestamptz,
    published_at timestamptz,
    review_started_at timestamptz,
    review_started_by text,
    returned jsonb,
    exit_reason text,
    signed_project text,
    created_at timestamptz not null,
    created_by text not null,
    updated_at timestamptz not null,
    updated_by text not null,
    constraint project_versions_pk primary key (id, version),
    constraint project_versions_in_order check (valid_from <= valid_to)
);
create unique index project_versions_present on project_versions (id) where valid_to = 'infinity';
create index project_versions_updated on project_versions (updated_at desc, id desc);
create index project_versions_unit_updated on project_versions (unit_code, updated_at desc, id desc);

--changeset zhaoshang:0041-projects-versions-of-before
-- Projects older than this table are known from their last change on.
insert into project_versions (id, version, valid_from, code, state, name, call_year, unit_code, location_code, industry_code,
    total_investment_yuan, fixed_investment_yuan, land_area_mu, investor, in_guide, search_text, blocking, explaining,
    appraised, late, publicly_listed, example, submissions, submitted_at, accepted_at, published_at, review_started_at,
    review_started_by, returned, exit_reason, signed_project, created_at, created_by, updated_at, updated_by)
select id, version, updated_at, code, state, name, call_year, unit_code, location_code, industry_code,
    total_investment_yuan, fixed_investment_yuan, land_area_mu, investor, in_guide, search_text, blocking, explaining,
    appraised, late, publicly_listed, example, submissions, submitted_at, accepted_at, published_at, review_started_at,
    review_started_by, returned, exit_reason, signed_project, created_at, created_by, updated_at, updated_by
from projects;
