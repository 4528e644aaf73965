--liquibase formatted sql

--changeset zhaoshang:0060-dashboards-library
-- The leaders' sum over a call's library is read from this index alone.
create index projects_library on projects (call_year) include (total_investment_yuan)
    where state in ('ACCEPTED', 'PUBLISHED', 'NEGOTIATING', 'SIGNED');
