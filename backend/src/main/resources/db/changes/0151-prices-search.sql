--liquibase formatted sql

--changeset zhaoshang:0151-prices-search
-- The pairs of neighbouring characters, as the application counts them for every kind that is searched.
alter table factor_prices add column search_grams integer[];
update factor_prices set search_grams = coalesce((
    select array_agg(distinct cast(case when pair > 2147483647 then pair - 4294967296 else pair end as integer))
    from generate_series(1, length(search_text) - 1) at,
        lateral (select (cast(ascii(substr(search_text, at, 1)) & 65535 as bigint) << 16)
            | cast(ascii(substr(search_text, at + 1, 1)) & 65535 as bigint) as pair) pairs), '{}');
alter table factor_prices alter column search_grams set not null;
create index factor_prices_search on factor_prices using gin (search_grams) with (fastupdate = off);
