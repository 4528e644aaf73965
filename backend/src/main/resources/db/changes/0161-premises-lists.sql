--liquibase formatted sql

--changeset zhaoshang:0161-premises-lists-unit-name
create index premises_unit_name on premises (unit_code, name, id);

--changeset zhaoshang:0161-premises-lists-unit-code
-- A unit's codes lie together: without its column a page of its own list reads those of every unit before it.
create index premises_unit_code on premises (unit_code, code, id);

--changeset zhaoshang:0161-premises-lists-open
create index premises_open on premises (updated_at desc, id desc) where blocking + explaining > 0;

--changeset zhaoshang:0161-premises-lists-changed
create index premises_changed on premises (updated_at desc, id desc) where changed_since;

--changeset zhaoshang:0161-premises-lists-unlisted
-- In the words of the lists, or the index is not used.
create index premises_unlisted on premises (updated_at desc, id desc) where publicly_listed is not true;

--changeset zhaoshang:0161-premises-lists-free-area
create index premises_free_area on premises (free_area_sqm);
