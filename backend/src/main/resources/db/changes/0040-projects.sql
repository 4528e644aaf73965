--liquibase formatted sql

--changeset zhaoshang:0040-projects
create table projects (
    id uuid constraint projects_pk primary key,
    version bigint not null,
    code text not null constraint projects_code_unique unique,
    state text not null constraint projects_state_known check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED',
        'PUBLISHED', 'NEGOTIATING', 'SIGNED', 'WITHDRAWN', 'ARCHIVED')),

    external_id text,
    call_year integer not null,
    name text not null,
    unit_code text not null,
    location_code text,
    park_name text,
    address text,
    industry_code text,
    industry_tags text[] not null default '{}',
    gb_industry_code text,
    summary text,
    content text,
    total_investment_yuan numeric(17, 2) constraint projects_total_not_negative check (total_investment_yuan >= 0),
    fixed_investment_yuan numeric(17, 2) constraint projects_fixed_not_negative check (fixed_investment_yuan >= 0),
    funds_sought_yuan numeric(17, 2) constraint projects_funds_not_negative check (funds_sought_yuan >= 0),
    land_area_mu numeric(16, 4),
    water_demand_ton_per_year numeric(16, 4),
    power_demand_kwh_per_year numeric(16, 4),
    energy_ton_ce_per_year numeric(16, 4),
    environmental_capacity text,
    annual_output_yuan numeric(17, 2),
    annual_tax_yuan numeric(17, 2),
    jobs bigint,
    cooperation_modes text[] not null default '{}',
    investor text,
    investor_credit_code text,
    preparation text,
    contact_office text,
    contact_phone text,
    contact_person text,
    principle_checks jsonb not null default '[]',
    in_guide boolean,
    project_code text,
    longitude numeric(9, 6),
    latitude numeric(9, 6),
    justifications jsonb not null default '[]',

    name_key text not null,
    investor_key text,
    phone_key text,
    address_key text,
    search_text text not null,
    search_grams integer[] not null,

    blocking integer not null default 0,
    explaining integer not null default 0,
    appraised boolean not null default false,
    late boolean not null default false,
    publicly_listed boolean not null default false,
    example boolean not null default false,
    submissions integer not null default 0,
    submitted_at timestamptz,
    accepted_at timestamptz,
    accepted_by uuid,
    published_at timestamptz,
    review_started_at timestamptz,
    review_started_by text,
    returned jsonb,
    seen_fields jsonb,
    exit_reason text,
    signed_project text,
    created_at timestamptz not null,
    created_by text not null,
    updated_at timestamptz not null,
    updated_by text not null,
    constraint projects_external_id_unique unique (unit_code, external_id)
);
create index projects_unit_updated on projects (unit_code, updated_at desc, id desc);
create index projects_updated on projects (updated_at desc, id desc);
create index projects_state_updated on projects (state, updated_at desc, id desc);
create index projects_name_key on projects (name_key);
create index projects_investor_key on projects (investor_key) where investor_key is not null;
create index projects_phone_key on projects (phone_key) where phone_key is not null;
create index projects_address_key on projects (address_key) where address_key is not null;
create index projects_project_code on projects (project_code) where project_code is not null;
create index projects_call on projects (call_year, unit_code, state);
create index projects_search on projects using gin (search_grams) with (fastupdate = off);

--changeset zhaoshang:0040-project-appraisals
create table appraisals (
    id uuid constraint appraisals_pk primary key,
    version bigint not null,
    unit_code text not null,
    held_on date not null,
    body text not null,
    members text[] not null default '{}',
    conclusion text not null constraint appraisals_conclusion_known
        check (conclusion in ('FAVOURABLE', 'CONDITIONAL', 'UNFAVOURABLE')),
    opinions jsonb not null default '[]',
    note text,
    created_at timestamptz not null,
    created_by text not null
);
create table appraisal_projects (
    appraisal_id uuid not null constraint appraisal_projects_appraisal references appraisals,
    project_id uuid not null constraint appraisal_projects_project references projects on delete cascade,
    constraint appraisal_projects_pk primary key (appraisal_id, project_id)
);
create index appraisal_projects_project on appraisal_projects (project_id);
create table project_invitations (
    project_id uuid not null constraint project_invitations_project references projects on delete cascade,
    account_id uuid not null,
    username text not null,
    display_name text not null,
    invited_at timestamptz not null,
    invited_by text not null,
    constraint project_invitations_pk primary key (project_id, account_id)
);
create index project_invitations_account on project_invitations (account_id);

--changeset zhaoshang:0040-project-duplicates
create table duplicate_verdicts (
    project_id uuid not null constraint duplicate_verdicts_project references projects on delete cascade,
    other_id uuid not null constraint duplicate_verdicts_other references projects on delete cascade,
    verdict text not null constraint duplicate_verdicts_known check (verdict in ('SAME', 'NEW', 'MERGE')),
    reason text not null,
    decided_by text not null,
    decided_at timestamptz not null,
    constraint duplicate_verdicts_pk primary key (project_id, other_id),
    constraint duplicate_verdicts_ordered check (project_id < other_id)
);

--changeset zhaoshang:0040-attachments
create table attachments (
    id uuid constraint attachments_pk primary key,
    project_id uuid not null constraint attachments_project references projects on delete cascade,
    name text not null,
    media_type text not null,
    size bigint not null,
    sha256 text not null,
    purpose text not null constraint attachments_purpose_known
        check (purpose in ('APPRAISAL', 'PREPARATION', 'PICTURE', 'OTHER')),
    created_at timestamptz not null,
    created_by text not null
);
create index attachments_project on attachments (project_id);

--changeset zhaoshang:0040-projects-industry
create index projects_industry_accepted on projects (industry_code, accepted_at desc)
    where state in ('ACCEPTED', 'PUBLISHED', 'NEGOTIATING', 'SIGNED');
