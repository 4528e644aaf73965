--liquibase formatted sql

--changeset zhaoshang:0160-prices-lists-code
-- A unit's codes lie together: without its column a page of its own list reads those of every unit before it.
create index factor_prices_unit_code on factor_prices (unit_code, code, id);

--changeset zhaoshang:0160-prices-lists-item
create index factor_prices_item on factor_prices (item_code, id);

--changeset zhaoshang:0160-prices-lists-valid-from
create index factor_prices_valid_from on factor_prices
    (cast(coalesce(valid_from - date '2000-01-01', -1000000) as numeric), id);

--changeset zhaoshang:0160-prices-lists-state
create index factor_prices_state on factor_prices (state, updated_at, id);

--changeset zhaoshang:0160-prices-lists-unit-state
create index factor_prices_unit_state on factor_prices (unit_code, state, updated_at, id);

--changeset zhaoshang:0160-prices-lists-open
create index factor_prices_open on factor_prices (updated_at, id) where blocking + explaining > 0;
