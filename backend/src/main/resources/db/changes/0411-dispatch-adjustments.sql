--liquibase formatted sql

--changeset zhaoshang:0411-dispatch-adjustments
-- What is corrected after a month was closed. Its figures stay: an adjustment stands beside them, and is itself corrected by another.
create table month_adjustments (
    id uuid constraint month_adjustments_pk primary key,
    month text not null,
    unit_code text not null,
    signed_project_id uuid not null constraint month_adjustments_project references signed_projects (id),
    indicator text not null constraint month_adjustments_indicator_known check (indicator in ('COMPLETED_INVESTMENT', 'FUNDS_IN_PLACE')),
    amount_yuan numeric(17, 2) not null constraint month_adjustments_amount_not_zero check (amount_yuan <> 0),
    reason text not null,
    adjusted_on date not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    constraint month_adjustments_of_a_report foreign key (month, unit_code) references monthly_reports (month, unit_code)
);
create index month_adjustments_report on month_adjustments (month, unit_code, recorded_at);
create index month_adjustments_project on month_adjustments (signed_project_id);

--changeset zhaoshang:0411-dispatch-adjustments-append-only splitStatements:false
create function month_adjustments_refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'adjustments are only ever added';
end
$$;
create trigger month_adjustments_append_only before update or delete or truncate on month_adjustments
    for each statement execute function month_adjustments_refuse_change();
