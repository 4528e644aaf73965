--liquibase formatted sql

--changeset zhaoshang:0342-ageing-limits
-- From when on a signed project counts as standing still (V26): one row, the bureau's.
create table ageing_limits (
    id integer constraint ageing_limits_pk primary key constraint ageing_limits_one_row check (id = 1),
    version bigint not null,
    months_to_start integer not null constraint ageing_limits_months_to_start_positive check (months_to_start > 0),
    days_in_talks integer not null constraint ageing_limits_days_in_talks_positive check (days_in_talks > 0),
    days_after_signing integer not null constraint ageing_limits_days_after_signing_positive check (days_after_signing > 0),
    updated_at timestamptz not null,
    updated_by text not null
);
insert into ageing_limits (id, version, months_to_start, days_in_talks, days_after_signing, updated_at, updated_by)
values (1, 0, 3, 30, 20, now(), '系统');
