--liquibase formatted sql

--changeset zhaoshang:0028-accounts-units
alter table accounts add constraint accounts_unit foreign key (unit_code) references units (code);
