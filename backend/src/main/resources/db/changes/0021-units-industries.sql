--liquibase formatted sql

--changeset zhaoshang:0021-gb-industries
create table gb_industries (
    code text constraint gb_industries_pk primary key,
    name text not null,
    section_code text not null,
    section_name text not null,
    position integer not null
);

--changeset zhaoshang:0021-industries
create table industries (
    code text constraint industries_pk primary key,
    name text not null,
    group_code text not null,
    group_name text not null,
    gb_codes text[] not null,
    position integer not null
);
