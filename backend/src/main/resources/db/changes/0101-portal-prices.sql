--liquibase formatted sql

--changeset zhaoshang:0101-portal-prices
-- As public_projects: ready to send, numbered by public_feed, with the columns that lists are narrowed and ordered by.
create table public_factor_prices (
    id uuid constraint public_factor_prices_pk primary key,
    seq bigint not null constraint public_factor_prices_seq_unique unique,
    unit_code text not null,
    park_name text,
    item_code text not null,
    valid_from date not null,
    valid_to date,
    document json not null,
    published_at timestamptz not null,
    updated_at timestamptz not null
);
create index public_factor_prices_newest on public_factor_prices (published_at desc, id desc);
create index public_factor_prices_item on public_factor_prices (item_code, id);
create index public_factor_prices_unit on public_factor_prices (unit_code, id);
create table public_factor_price_removals (
    id uuid constraint public_factor_price_removals_pk primary key,
    seq bigint not null constraint public_factor_price_removals_seq_unique unique,
    reason text not null constraint public_factor_price_removals_reason_known check (reason = 'UNPUBLISHED'),
    merged_into uuid,
    at timestamptz not null
);
