--liquibase formatted sql

--changeset zhaoshang:0401-dispatch-months
create table report_months (
    month text constraint report_months_pk primary key constraint report_months_month_known check (month ~ '^20\d\d-(0[1-9]|1[0-2])$'),
    version bigint not null,
    opened_at timestamptz not null,
    frozen_at timestamptz,
    frozen_by text,
    freeze_reason text,
    -- The figures as they stood when the month was closed, to the letter: they are shown from here ever after.
    snapshot text,
    constraint report_months_frozen_whole check ((frozen_at is null) = (snapshot is null) and (frozen_at is null) = (frozen_by is null))
);

--changeset zhaoshang:0401-dispatch-monthly-reports
-- A row for each unit that owed the report when the month opened: units that come later change no month of the past.
create table monthly_reports (
    id uuid constraint monthly_reports_pk primary key,
    version bigint not null,
    month text not null constraint monthly_reports_month_open references report_months,
    unit_code text not null constraint monthly_reports_unit_known references units,
    state text not null constraint monthly_reports_state_known check (state in ('OPEN', 'DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED')),
    due_on date not null,
    extended_until date,
    extension jsonb,
    constraint monthly_reports_extension_whole check ((extended_until is null) = (extension is null)),
    experience text,
    problems text,
    suggestions text,
    reserve_note text,
    entry_difference_reason text,
    justifications jsonb not null default '[]',
    no_change boolean not null default false,
    submissions integer not null default 0,
    timeliness text constraint monthly_reports_timeliness_known check (timeliness in ('ON_TIME', 'LATE', 'MISSING')),
    late_seconds bigint constraint monthly_reports_late_not_negative check (late_seconds >= 0),
    first_submitted_at timestamptz,
    submitted_at timestamptz,
    submitted_by text,
    period_ends_on date,
    returned jsonb,
    accepted_at timestamptz,
    accepted_by text,
    updated_at timestamptz not null,
    updated_by text not null,
    constraint monthly_reports_month_and_unit unique (month, unit_code),
    constraint monthly_reports_first_submission check ((submissions > 0) = (first_submitted_at is not null)
        and (submissions > 0) = (timeliness in ('ON_TIME', 'LATE') and timeliness is not null))
);
create index monthly_reports_unit on monthly_reports (unit_code, month);

--changeset zhaoshang:0401-dispatch-report-submissions
create sequence report_receipt_numbers;
create table report_submissions (
    month text not null,
    unit_code text not null,
    revision integer not null,
    number text not null constraint report_submissions_number_once unique,
    submitted_at timestamptz not null,
    submitted_by text not null,
    submitted_as text not null,
    due_on date not null,
    timeliness text not null constraint report_submissions_timeliness_known check (timeliness in ('ON_TIME', 'LATE')),
    late_seconds bigint not null,
    no_change boolean not null,
    period_ends_on date not null,
    rules_version text not null,
    hash_algorithm text not null,
    content_hash text not null,
    -- To the letter what was hashed: jsonb would write it differently.
    content text not null,
    figures jsonb not null,
    constraint report_submissions_pk primary key (month, unit_code, revision),
    constraint report_submissions_of_a_report foreign key (month, unit_code) references monthly_reports (month, unit_code)
);

--changeset zhaoshang:0401-dispatch-report-submissions-append-only splitStatements:false
create function report_submissions_refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'what was submitted is only ever added to';
end
$$;
create trigger report_submissions_append_only before update or delete or truncate on report_submissions
    for each statement execute function report_submissions_refuse_change();
