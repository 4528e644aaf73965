--liquibase formatted sql

--changeset zhaoshang:0141-price-series
-- A unit's prices of one item may be as many as its parks: a series is found without reading the others.
create index factor_prices_place on factor_prices (unit_code, item_code, park_key, condition_key, term_key, valid_from);
drop index factor_prices_series;
