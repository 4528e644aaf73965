--liquibase formatted sql

--changeset zhaoshang:0432-dispatch-month-rankings
-- Written when the month is closed and never again: figures, ranks and the definition they were computed by.
create table month_rankings (
    month text not null constraint month_rankings_month references report_months (month),
    indicator text not null constraint month_rankings_indicator references indicators (code),
    document jsonb not null,
    constraint month_rankings_pk primary key (month, indicator)
);
