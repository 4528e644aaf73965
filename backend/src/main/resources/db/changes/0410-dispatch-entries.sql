--liquibase formatted sql

--changeset zhaoshang:0410-dispatch-entries
-- What a report says of each project. A row comes when someone writes it, and for all others with the submission.
create table monthly_entries (
    id uuid constraint monthly_entries_pk primary key,
    version bigint not null,
    month text not null,
    unit_code text not null,
    signed_project_id uuid not null constraint monthly_entries_project references signed_projects (id) on delete cascade,
    stage text not null,
    stage_on date,
    start_kind text,
    completed_investment_yuan numeric(17, 2) not null
        constraint monthly_entries_investment_not_negative check (completed_investment_yuan >= 0),
    progress text,
    problem_kinds jsonb not null,
    problems text,
    coordination text,
    next_plan text,
    permits jsonb not null,
    justifications jsonb not null,
    changed boolean not null,
    still_months integer not null,
    updated_at timestamptz not null,
    updated_by text not null,
    constraint monthly_entries_once_a_month unique (signed_project_id, month),
    constraint monthly_entries_of_a_report foreign key (month, unit_code) references monthly_reports (month, unit_code)
);
create index monthly_entries_report on monthly_entries (month, unit_code);
