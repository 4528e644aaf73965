--liquibase formatted sql

--changeset zhaoshang:0162-land-parcels-lists-unit-name
create index land_parcels_unit_name on land_parcels (unit_code, parcel_no, id);

--changeset zhaoshang:0162-land-parcels-lists-unit-code
-- A unit's codes lie together: without its column a page of its own list reads those of every unit before it.
create index land_parcels_unit_code on land_parcels (unit_code, code, id);

--changeset zhaoshang:0162-land-parcels-lists-open
create index land_parcels_open on land_parcels (updated_at desc, id desc) where blocking + explaining > 0;

--changeset zhaoshang:0162-land-parcels-lists-changed
create index land_parcels_changed on land_parcels (updated_at desc, id desc) where changed_since;

--changeset zhaoshang:0162-land-parcels-lists-unlisted
-- In the words of the lists, or the index is not used.
create index land_parcels_unlisted on land_parcels (updated_at desc, id desc) where publicly_listed is not true;
