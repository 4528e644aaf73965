--liquibase formatted sql

--changeset zhaoshang:0120-premises
create sequence listing_codes;
create table premises (
    id uuid constraint premises_pk primary key,
    version bigint not null,
    code text not null constraint premises_code_unique unique,
    state text not null constraint premises_state_known check (state in ('IDLE', 'IN_TALKS', 'REUSED', 'WITHDRAWN')),

    external_id text,
    name text not null,
    unit_code text not null,
    location_code text,
    kind text,
    address text,
    park_name text,
    longitude numeric(9, 6),
    latitude numeric(9, 6),
    owner_office text,
    owner_phone text,
    title_no text,
    title_clear boolean,
    encumbrance text,
    floor_area_sqm numeric(16, 4),
    free_area_sqm numeric(16, 4),
    land_area_mu numeric(16, 4),
    structure text,
    storeys bigint,
    storey_height_m numeric(16, 4),
    span_m numeric(16, 4),
    floor_load_ton_per_sqm numeric(16, 4),
    crane text,
    power_kva numeric(16, 4),
    utilities text,
    offer text,
    rent_yuan_per_sqm_month numeric(16, 4),
    sale_price_yuan numeric(17, 2),
    idle_since date,
    idle_reason text,
    suitable_for text,
    justifications jsonb not null default '[]',

    name_key text not null,
    search_text text not null,
    search_grams integer[] not null,
    crane_ton numeric(8, 2),

    blocking integer not null default 0,
    explaining integer not null default 0,
    publicly_listed boolean not null default false,
    changed_since boolean not null default false,
    published_at timestamptz,
    published_by text,
    verified_on date not null,
    verified_until date not null,
    taken_by text,
    taken_on date,
    exit_reason text,
    example boolean not null default false,
    created_at timestamptz not null,
    created_by text not null,
    updated_at timestamptz not null,
    updated_by text not null,
    constraint premises_external_id_unique unique (unit_code, external_id),
    constraint premises_reused_by_a_project check (state <> 'REUSED' or taken_by is not null and taken_on is not null)
);
create index premises_unit_updated on premises (unit_code, updated_at desc, id desc);
create index premises_updated on premises (updated_at desc, id desc);
create index premises_name on premises (name, id);
create index premises_free on premises (coalesce(free_area_sqm, -1), id);
create index premises_name_key on premises (unit_code, name_key);
create index premises_verified on premises (unit_code, verified_until);
create index premises_search on premises using gin (search_grams) with (fastupdate = off);

--changeset zhaoshang:0120-land-parcels
create table land_parcels (
    id uuid constraint land_parcels_pk primary key,
    version bigint not null,
    code text not null constraint land_parcels_code_unique unique,
    state text not null
        constraint land_parcels_state_known check (state in ('AVAILABLE', 'IN_TALKS', 'GRANTED', 'WITHDRAWN')),

    external_id text,
    parcel_no text not null,
    unit_code text not null,
    location_code text,
    location text,
    longitude numeric(9, 6),
    latitude numeric(9, 6),
    area_sqm numeric(16, 4),
    area_mu numeric(16, 4),
    land_use text,
    land_use_note text,
    term_years text,
    plot_ratio text,
    building_density_pct text,
    green_pct text,
    height_limit_m text,
    investment_intensity text,
    investment_intensity_unit text,
    start_price_yuan numeric(17, 2),
    standard_land text,
    notice_no text,
    contact_office text,
    contact_phone text,
    justifications jsonb not null default '[]',

    name_key text not null,
    search_text text not null,
    search_grams integer[] not null,

    blocking integer not null default 0,
    explaining integer not null default 0,
    publicly_listed boolean not null default false,
    changed_since boolean not null default false,
    published_at timestamptz,
    published_by text,
    verified_on date not null,
    verified_until date not null,
    taken_by text,
    taken_on date,
    exit_reason text,
    example boolean not null default false,
    created_at timestamptz not null,
    created_by text not null,
    updated_at timestamptz not null,
    updated_by text not null,
    constraint land_parcels_external_id_unique unique (unit_code, external_id),
    constraint land_parcels_granted_on_a_day check (state <> 'GRANTED' or taken_on is not null)
);
create index land_parcels_unit_updated on land_parcels (unit_code, updated_at desc, id desc);
create index land_parcels_updated on land_parcels (updated_at desc, id desc);
create index land_parcels_name on land_parcels (parcel_no, id);
create index land_parcels_area on land_parcels (coalesce(area_sqm * 0.0015, area_mu, -1), id);
create index land_parcels_name_key on land_parcels (unit_code, name_key);
create index land_parcels_verified on land_parcels (unit_code, verified_until);
create index land_parcels_search on land_parcels using gin (search_grams) with (fastupdate = off);

--changeset zhaoshang:0120-listing-files
-- Pictures and papers of premises and parcels alike; the code sees to it that they go with their listing.
create table listing_files (
    id uuid constraint listing_files_pk primary key,
    listing_id uuid not null,
    name text not null,
    media_type text not null,
    size bigint not null,
    sha256 text not null,
    purpose text not null constraint listing_files_purpose_known check (purpose in ('PICTURE', 'TITLE', 'PLAN', 'OTHER')),
    created_at timestamptz not null,
    created_by text not null
);
create index listing_files_listing on listing_files (listing_id);
create index listing_files_sha256 on listing_files (sha256);
