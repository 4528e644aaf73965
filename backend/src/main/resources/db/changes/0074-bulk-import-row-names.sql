--liquibase formatted sql

--changeset zhaoshang:0074-bulk-import-row-names
-- What the row itself calls its record: a refused row and a new one have nothing else that a person knows them by.
alter table import_rows add column name text;
