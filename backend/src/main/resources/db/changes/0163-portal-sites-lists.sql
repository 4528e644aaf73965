--liquibase formatted sql

--changeset zhaoshang:0163-portal-sites-lists-premises-unit
create index public_premises_unit on public_premises (unit_code, name collate "zh-Hans-CN-x-icu", id);

--changeset zhaoshang:0163-portal-sites-lists-premises-unverified
-- In the words of the lists, or the index is not used.
create index public_premises_unverified on public_premises (published_at desc, id desc) where (not unverified) is not true;

--changeset zhaoshang:0163-portal-sites-lists-land-parcels-unit
create index public_land_parcels_unit on public_land_parcels (unit_code, name collate "zh-Hans-CN-x-icu", id);

--changeset zhaoshang:0163-portal-sites-lists-land-parcels-unverified
-- In the words of the lists, or the index is not used.
create index public_land_parcels_unverified on public_land_parcels (published_at desc, id desc) where (not unverified) is not true;
