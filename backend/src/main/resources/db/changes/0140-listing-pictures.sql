--liquibase formatted sql

--changeset zhaoshang:0140-listing-pictures
alter table listing_files add column preview_sha256 text;
create index listing_files_preview on listing_files (preview_sha256) where preview_sha256 is not null;
