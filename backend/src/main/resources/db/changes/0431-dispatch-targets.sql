--liquibase formatted sql

--changeset zhaoshang:0431-dispatch-target-years
-- One row a year, moved by every change of its targets: whoever sets the whole year has seen all of them.
create table target_years (
    year integer constraint target_years_pk primary key,
    version bigint not null
);

--changeset zhaoshang:0431-dispatch-targets
create table targets (
    id uuid constraint targets_pk primary key,
    version bigint not null,
    year integer not null constraint targets_year references target_years (year),
    unit_code text not null,
    indicator text not null constraint targets_indicator references indicators (code),
    value numeric(17, 2) not null constraint targets_value_not_negative check (value >= 0),
    doc_no text,
    example boolean not null default false,
    updated_at timestamptz not null,
    updated_by text not null,
    constraint targets_one_a_year_unit_and_indicator unique (year, unit_code, indicator)
);
