--liquibase formatted sql

--changeset zhaoshang:0030-calls
create table calls (
    year integer constraint calls_pk primary key constraint calls_year_plausible check (year between 2000 and 2100),
    name text not null,
    planning_from date not null,
    planning_to date not null,
    deadline date not null,
    minimum_investment_yuan numeric(17, 2) not null constraint calls_minimum_not_negative check (minimum_investment_yuan >= 0),
    late_submissions text not null constraint calls_late_known check (late_submissions in ('MARK', 'REFUSE')),
    industry_codes text[] not null,
    principle_codes text[] not null,
    updated_at timestamptz not null,
    version bigint not null,
    constraint calls_days_in_order check (planning_from <= planning_to and planning_to <= deadline)
);

--changeset zhaoshang:0030-call-units
-- The counts are kept by the transaction that moves a project: the board reads 11 rows however many projects there are.
create table call_units (
    call_year integer constraint call_units_call_known references calls,
    unit_code text constraint call_units_unit_known references units,
    quota integer not null default 0 constraint call_units_quota_not_negative check (quota >= 0),
    next_number integer not null default 1,
    drafts integer not null default 0,
    submitted integer not null default 0,
    returned integer not null default 0,
    accepted integer not null default 0,
    published integer not null default 0,
    negotiating integer not null default 0,
    signed integer not null default 0,
    withdrawn integer not null default 0,
    archived integer not null default 0,
    late integer not null default 0,
    constraint call_units_pk primary key (call_year, unit_code),
    constraint call_units_counts_not_negative check (
        least(drafts, submitted, returned, accepted, published, negotiating, signed, withdrawn, archived, late) >= 0)
) with (fillfactor = 50);

--changeset zhaoshang:0030-call-extensions
create table call_extensions (
    id uuid constraint call_extensions_pk primary key,
    call_year integer not null constraint call_extensions_call_known references calls,
    unit_code text not null constraint call_extensions_unit_known references units,
    until date not null,
    granted_by text not null,
    reason text not null,
    recorded_at timestamptz not null,
    recorded_by text not null
);
create index call_extensions_call on call_extensions (call_year, unit_code);
