--liquibase formatted sql

--changeset zhaoshang:0121-portal-premises
-- As public_projects: ready to send, numbered by public_feed, with the columns that lists are narrowed and ordered by.
create table public_premises (
    id uuid constraint public_premises_pk primary key,
    seq bigint not null constraint public_premises_seq_unique unique,
    name text not null,
    unit_code text not null,
    location_code text,
    state text not null,
    kind text,
    offer text not null,
    free_area_sqm numeric(16, 4) not null,
    storey_height_m numeric(16, 4),
    floor_load_ton_per_sqm numeric(16, 4),
    power_kva numeric(16, 4),
    crane_ton numeric(8, 2),
    rent_yuan_per_sqm_month numeric(16, 4),
    longitude numeric(9, 6),
    latitude numeric(9, 6),
    verified_until date not null,
    unverified boolean not null,
    search_text text not null,
    search_grams integer[] not null,
    document json not null,
    published_at timestamptz not null,
    updated_at timestamptz not null
);
create index public_premises_newest on public_premises (published_at desc, id desc);
create index public_premises_name on public_premises (name collate "zh-Hans-CN-x-icu", id);
create index public_premises_free on public_premises (free_area_sqm, id);
create index public_premises_lapsing on public_premises (verified_until) where not unverified;
create index public_premises_search on public_premises using gin (search_grams) with (fastupdate = off);
create table public_premises_removals (
    id uuid constraint public_premises_removals_pk primary key,
    seq bigint not null constraint public_premises_removals_seq_unique unique,
    reason text not null constraint public_premises_removals_reason_known
        check (reason in ('UNPUBLISHED', 'REUSED', 'WITHDRAWN')),
    merged_into uuid,
    at timestamptz not null
);

--changeset zhaoshang:0121-portal-land-parcels
create table public_land_parcels (
    id uuid constraint public_land_parcels_pk primary key,
    seq bigint not null constraint public_land_parcels_seq_unique unique,
    name text not null,
    unit_code text not null,
    location_code text,
    state text not null,
    land_use text not null,
    area_sqm numeric(16, 4),
    area_mu numeric(16, 4),
    start_price_yuan numeric(17, 2),
    longitude numeric(9, 6),
    latitude numeric(9, 6),
    verified_until date not null,
    unverified boolean not null,
    search_text text not null,
    search_grams integer[] not null,
    document json not null,
    published_at timestamptz not null,
    updated_at timestamptz not null
);
create index public_land_parcels_newest on public_land_parcels (published_at desc, id desc);
create index public_land_parcels_name on public_land_parcels (name collate "zh-Hans-CN-x-icu", id);
create index public_land_parcels_area on public_land_parcels (coalesce(area_sqm * 0.0015, area_mu, -1), id);
create index public_land_parcels_lapsing on public_land_parcels (verified_until) where not unverified;
create index public_land_parcels_search on public_land_parcels using gin (search_grams) with (fastupdate = off);
create table public_land_parcel_removals (
    id uuid constraint public_land_parcel_removals_pk primary key,
    seq bigint not null constraint public_land_parcel_removals_seq_unique unique,
    reason text not null constraint public_land_parcel_removals_reason_known
        check (reason in ('UNPUBLISHED', 'GRANTED', 'WITHDRAWN')),
    merged_into uuid,
    at timestamptz not null
);
