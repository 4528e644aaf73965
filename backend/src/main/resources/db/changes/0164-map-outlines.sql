--liquibase formatted sql

--changeset zhaoshang:0164-map-outlines
-- The one map that the city may have. The row stays when the map is taken away: its version never begins anew.
create table outline_maps (
    id integer constraint outline_maps_pk primary key constraint outline_maps_only_one check (id = 1),
    version bigint not null,
    approval_number text,
    document text,
    unit_codes text[] not null default '{}',
    installed_at timestamptz,
    installed_by text,
    constraint outline_maps_approved check ((document is null) = (approval_number is null))
);
insert into outline_maps (id, version) values (1, 0);
