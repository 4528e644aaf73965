--liquibase formatted sql

--changeset zhaoshang:0300-signing-events
create sequence signing_codes;
create table signing_events (
    id uuid constraint signing_events_pk primary key,
    version bigint not null,
    code text not null constraint signing_events_code_unique unique,
    name text not null constraint signing_events_name_unique unique,
    year integer not null,
    starts_on date,
    ends_on date,
    organizer_level text,
    organizer text,
    place text,
    stated_projects bigint,
    stated_amount_yuan numeric(17, 2),
    note text,
    source_url text,
    created_at timestamptz not null,
    created_by text not null,
    updated_at timestamptz not null,
    updated_by text not null,
    constraint signing_events_days_in_order check (starts_on is null or ends_on is null or starts_on <= ends_on)
);
create index signing_events_newest on signing_events (year desc, starts_on desc, id);

--changeset zhaoshang:0300-signed-projects
create table signed_projects (
    id uuid constraint signed_projects_pk primary key,
    version bigint not null,
    code text not null constraint signed_projects_code_unique unique,

    external_id text,
    name text not null,
    unit_code text not null,
    location_code text,
    event_code text constraint signed_projects_event references signing_events (code),
    agreement_kind text,
    agreement_name text,
    signed_on date,
    signing_party text,
    investor text,
    investor_credit_code text,
    origin text,
    origin_place text,
    currency text,
    amount_original numeric(16, 4),
    exchange_rate numeric(20, 8),
    exchange_date date,
    agreed_amount_yuan numeric(17, 2),
    agreed_outside_yuan numeric(17, 2),
    industry_code text,
    planned_start_on date,
    planned_completion_on date,
    project_code text,
    reserve_project_code text,
    stage text not null,
    stage_on date,
    shares jsonb not null default '[]',
    justifications jsonb not null default '[]',

    name_key text not null,
    investor_key text,
    search_text text not null,
    search_grams integer[] not null,

    -- What the agreements together say today; the first one's own words stand above.
    current_kind text,
    current_amount_yuan numeric(17, 2),
    current_outside_yuan numeric(17, 2),
    current_investor text,
    permits jsonb not null default '{}',
    blocking integer not null default 0,
    explaining integer not null default 0,
    exit_reason text,
    merged_into text,
    exclusion text,
    exclusion_note text,
    bound boolean not null default false,
    example boolean not null default false,
    created_at timestamptz not null,
    created_by text not null,
    updated_at timestamptz not null,
    updated_by text not null,
    constraint signed_projects_external_id_unique unique (unit_code, external_id),
    constraint signed_projects_stage_known check (stage in ('NEGOTIATING', 'INTENT', 'SIGNED', 'REGISTERED', 'PERMITTING',
        'STARTED', 'PRODUCING', 'AT_CAPACITY', 'TERMINATED', 'MERGED')),
    constraint signed_projects_exit_says_why check (stage not in ('TERMINATED', 'MERGED') or exit_reason is not null)
);
create index signed_projects_unit_updated on signed_projects (unit_code, updated_at desc, id desc);
create index signed_projects_updated on signed_projects (updated_at desc, id desc);
create index signed_projects_name on signed_projects (name, id);
create index signed_projects_amount on signed_projects (coalesce(current_amount_yuan, -1), id);
create index signed_projects_signed on signed_projects (coalesce(signed_on, '1900-01-01'), id);
create index signed_projects_name_key on signed_projects (name_key);
create index signed_projects_investor_key on signed_projects (investor_key) where investor_key is not null;
create index signed_projects_project_code on signed_projects (project_code) where project_code is not null;
create index signed_projects_reserve on signed_projects (unit_code, reserve_project_code)
    where reserve_project_code is not null;
create index signed_projects_search on signed_projects using gin (search_grams) with (fastupdate = off);

--changeset zhaoshang:0300-signed-project-versions
-- As project_versions: what lists show and are narrowed by, for each version and the time it stood.
create table signed_project_versions (
    id uuid not null,
    version bigint not null,
    valid_from timestamptz not null,
    valid_to timestamptz not null default 'infinity',
    code text not null,
    name text not null,
    unit_code text not null,
    location_code text,
    event_code text,
    signed_on date,
    investor text,
    origin text,
    industry_code text,
    stage text not null,
    stage_on date,
    current_kind text,
    current_amount_yuan numeric(17, 2),
    current_outside_yuan numeric(17, 2),
    current_investor text,
    exclusion text,
    search_text text not null,
    blocking integer not null,
    explaining integer not null,
    exit_reason text,
    merged_into text,
    example boolean not null,
    created_at timestamptz not null,
    created_by text not null,
    updated_at timestamptz not null,
    updated_by text not null,
    constraint signed_project_versions_pk primary key (id, version),
    constraint signed_project_versions_in_order check (valid_from <= valid_to)
);
create unique index signed_project_versions_present on signed_project_versions (id) where valid_to = 'infinity';
create index signed_project_versions_updated on signed_project_versions (updated_at desc, id desc);
create index signed_project_versions_unit_updated on signed_project_versions (unit_code, updated_at desc, id desc);

--changeset zhaoshang:0300-signing-agreements
-- What was signed after the first agreement, in the order of signing.
create table signing_agreements (
    id uuid constraint signing_agreements_pk primary key,
    signed_project_id uuid not null constraint signing_agreements_project references signed_projects (id) on delete cascade,
    place integer not null,
    change text not null constraint signing_agreements_change_known
        check (change in ('UPGRADE', 'ADDED_CAPITAL', 'NEW_INVESTOR', 'SUPPLEMENT')),
    event_code text constraint signing_agreements_event references signing_events (code),
    agreement_kind text not null,
    agreement_name text,
    signed_on date not null,
    signing_party text,
    investor text,
    agreed_amount_yuan numeric(17, 2) not null,
    agreed_outside_yuan numeric(17, 2) not null,
    note text,
    created_at timestamptz not null,
    created_by text not null,
    constraint signing_agreements_one_a_place unique (signed_project_id, place)
);
create index signing_agreements_event_code on signing_agreements (event_code) where event_code is not null;

--changeset zhaoshang:0300-signing-credits
-- What each event is credited with and from when to when: computed from the agreements in the transaction that changes them.
create table signing_credits (
    signed_project_id uuid not null constraint signing_credits_project references signed_projects (id) on delete cascade,
    place integer not null,
    event_code text,
    agreement_kind text not null,
    part text not null,
    unit_code text not null,
    projects integer not null,
    amount_yuan numeric(17, 2) not null,
    outside_yuan numeric(17, 2) not null,
    valid_from date not null,
    valid_to date not null default 'infinity',
    constraint signing_credits_pk primary key (signed_project_id, place)
);
create index signing_credits_event on signing_credits (event_code, valid_from);
create index signing_credits_unit on signing_credits (unit_code, valid_from);

--changeset zhaoshang:0300-signing-stages
-- Every stage a project reached; one that was taken back stays with the moment when.
create table signing_stages (
    id uuid constraint signing_stages_pk primary key,
    signed_project_id uuid not null constraint signing_stages_project references signed_projects (id) on delete cascade,
    stage text not null,
    reached_on date,
    evidence jsonb not null default '{}',
    reason text,
    recorded_at timestamptz not null,
    recorded_by text not null,
    taken_back_at timestamptz
);
create index signing_stages_of on signing_stages (signed_project_id, recorded_at);

--changeset zhaoshang:0300-signing-files
-- Agreements, evidence of stages, proofs of receipts.
create table signing_files (
    id uuid constraint signing_files_pk primary key,
    signed_project_id uuid not null constraint signing_files_project references signed_projects (id) on delete cascade,
    subject_id uuid,
    name text not null,
    media_type text not null,
    size bigint not null,
    sha256 text not null,
    purpose text not null constraint signing_files_purpose_known
        check (purpose in ('AGREEMENT', 'STAGE', 'PHOTO', 'PROOF', 'OTHER')),
    created_at timestamptz not null,
    created_by text not null
);
create index signing_files_project_id on signing_files (signed_project_id);
create index signing_files_sha256 on signing_files (sha256);
