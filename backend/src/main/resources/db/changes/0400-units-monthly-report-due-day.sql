--liquibase formatted sql

--changeset zhaoshang:0400-units-monthly-report-due-day
-- Null for who owes no monthly report. A month without that day is due on its last.
alter table units add monthly_report_due_day integer
    constraint units_monthly_report_due_day_known check (monthly_report_due_day between 1 and 31);
