--liquibase formatted sql

--changeset zhaoshang:0071-audit-entries-by-action
create index audit_entries_action on audit_entries (action, id);

--changeset zhaoshang:0071-audit-entries-by-unit
create index audit_entries_unit on audit_entries (unit_code, id);
