--liquibase formatted sql

--changeset zhaoshang:0100-prices-ranges
-- Equality of texts beside the overlap of days in one exclusion constraint; an extension that any owner of a database may add.
create extension if not exists btree_gist;

--changeset zhaoshang:0100-prices
create sequence factor_price_codes;
create table factor_prices (
    id uuid constraint factor_prices_pk primary key,
    version bigint not null,
    code text not null constraint factor_prices_code_unique unique,
    state text not null constraint factor_prices_state_known check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED')),
    report_year integer not null,

    external_id text,
    unit_code text not null,
    park_name text,
    item_code text not null,
    condition text,
    term_years integer,
    price_low numeric(24, 8) constraint factor_prices_low_not_negative check (price_low >= 0),
    price_high numeric(24, 8) constraint factor_prices_high_not_negative check (price_high >= 0),
    unit_of_measure text not null,
    valid_from date,
    valid_to date,
    composition text,
    source_document text,
    note text,
    justifications jsonb not null default '[]',

    park_key text not null,
    condition_key text not null,
    term_key integer not null,
    search_text text not null,

    blocking integer not null default 0,
    explaining integer not null default 0,
    example boolean not null default false,
    closed_by uuid,
    returned text,
    submitted_at timestamptz,
    accepted_at timestamptz,
    created_at timestamptz not null,
    created_by text not null,
    updated_at timestamptz not null,
    updated_by text not null,

    constraint factor_prices_external_id_unique unique (unit_code, external_id),
    constraint factor_prices_days_in_order check (valid_from <= valid_to),
    -- V40, whoever writes at the same time. What is reported and what is accepted are two sets: a price that is being reported
    -- closes the accepted one only when it is accepted itself. Deferred, so that one moves with the other.
    constraint factor_prices_reported_apart exclude using gist (unit_code with =, item_code with =, park_key with =,
        condition_key with =, term_key with =, daterange(valid_from, valid_to, '[]') with &&)
        where (state <> 'ACCEPTED' and valid_from is not null) deferrable initially deferred,
    constraint factor_prices_accepted_apart exclude using gist (unit_code with =, item_code with =, park_key with =,
        condition_key with =, term_key with =, daterange(valid_from, valid_to, '[]') with &&)
        where (state = 'ACCEPTED') deferrable initially deferred
);
create index factor_prices_updated on factor_prices (updated_at, id);
create index factor_prices_unit_updated on factor_prices (unit_code, updated_at, id);
create index factor_prices_series on factor_prices (unit_code, item_code, valid_from);
create index factor_prices_report on factor_prices (report_year, unit_code, item_code);
create index factor_prices_accepted on factor_prices (item_code, unit_code, valid_from) where state = 'ACCEPTED';
create index factor_prices_closed_by on factor_prices (closed_by) where closed_by is not null;

--changeset zhaoshang:0100-prices-versions
-- Every version of a price and the time it stood: the list of any day is one query.
create table factor_price_versions (
    id uuid not null,
    version bigint not null,
    stood_from timestamptz not null,
    stood_to timestamptz not null default 'infinity',
    code text not null,
    state text not null,
    report_year integer not null,
    external_id text,
    unit_code text not null,
    park_name text,
    item_code text not null,
    condition text,
    term_years integer,
    price_low numeric(24, 8),
    price_high numeric(24, 8),
    unit_of_measure text not null,
    valid_from date,
    valid_to date,
    composition text,
    source_document text,
    note text,
    justifications jsonb not null,
    search_text text not null,
    blocking integer not null,
    explaining integer not null,
    example boolean not null,
    closed_by uuid,
    returned text,
    submitted_at timestamptz,
    accepted_at timestamptz,
    created_at timestamptz not null,
    created_by text not null,
    updated_at timestamptz not null,
    updated_by text not null,
    constraint factor_price_versions_pk primary key (id, version),
    constraint factor_price_versions_in_order check (stood_from <= stood_to)
);
create unique index factor_price_versions_present on factor_price_versions (id) where stood_to = 'infinity';
create index factor_price_versions_updated on factor_price_versions (updated_at, id);
create index factor_price_versions_unit_updated on factor_price_versions (unit_code, updated_at, id);

--changeset zhaoshang:0100-prices-reports
create table price_reports (
    id uuid constraint price_reports_pk primary key,
    version bigint not null,
    year integer not null,
    unit_code text not null,
    state text not null constraint price_reports_state_known check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED')),
    submissions integer not null default 0,
    late boolean not null default false,
    returned jsonb,
    submitted_at timestamptz,
    submitted_by text,
    accepted_at timestamptz,
    accepted_by text,
    updated_at timestamptz not null,
    constraint price_reports_year_and_unit unique (year, unit_code)
);
