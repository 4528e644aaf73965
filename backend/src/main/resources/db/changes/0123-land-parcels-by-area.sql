--liquibase formatted sql

--changeset zhaoshang:0123-land-parcels-by-area
-- A cursor holds six decimals: the order does too, or a page would not find where the one before it ended.
drop index land_parcels_area;
create index land_parcels_area on land_parcels (round(coalesce(area_sqm * 0.0015, area_mu, -1), 6), id);
drop index public_land_parcels_area;
create index public_land_parcels_area on public_land_parcels
    (round(coalesce(area_sqm * 0.0015, area_mu, -1), 6), id);
