--liquibase formatted sql

--changeset zhaoshang:0151-prices-search
alter table factor_prices add column search_grams integer[];

--changeset zhaoshang:0151-prices-search-fill splitStatements:false
-- The pairs of neighbouring characters, as the application counts them for every kind that is searched. In parts, with a word
-- after each: a connection that hears nothing for ten seconds is given up.
do $$
declare
    part uuid[];
    last uuid := '00000000-0000-0000-0000-000000000000';
begin
    loop
        select array_agg(id order by id) into part
            from (select id from factor_prices where id > last order by id limit 2000) next;
        exit when part is null;
        update factor_prices set search_grams = coalesce((
            select array_agg(distinct cast(case when pair > 2147483647 then pair - 4294967296 else pair end as integer))
            from generate_series(1, length(search_text) - 1) at,
                lateral (select (cast(ascii(substr(search_text, at, 1)) & 65535 as bigint) << 16)
                    | cast(ascii(substr(search_text, at + 1, 1)) & 65535 as bigint) as pair) pairs), '{}')
            where id = any(part);
        last := part[cardinality(part)];
        raise notice 'filled up to %', last;
    end loop;
end $$;

--changeset zhaoshang:0151-prices-search-index
alter table factor_prices alter column search_grams set not null;
create index factor_prices_search on factor_prices using gin (search_grams) with (fastupdate = off);
