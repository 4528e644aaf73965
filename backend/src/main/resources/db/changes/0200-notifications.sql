--liquibase formatted sql

--changeset zhaoshang:0200-notices
-- What was said, once; in both languages, as it stood when it was said.
create table notices (
    id uuid constraint notices_pk primary key,
    kind text not null,
    -- Whom it is addressed to: what is stated must all hold of a person.
    roles text[] not null,
    unit_code text constraint notices_unit references units (code),
    account_id uuid constraint notices_account references accounts,
    constraint notices_to_someone check (cardinality(roles) > 0 or unit_code is not null or account_id is not null),
    page text not null constraint notices_page_ours check (page ~ '^/([^/]|$)'),
    title_zh text not null,
    title_en text not null,
    words_zh text,
    words_en text,
    due_on date,
    once text constraint notices_once_unique unique,
    created_at timestamptz not null
);

--changeset zhaoshang:0200-notifications
-- Who was told, and has read it.
create table notifications (
    id uuid constraint notifications_pk primary key,
    notice_id uuid not null constraint notifications_notice references notices on delete cascade,
    account_id uuid not null constraint notifications_account references accounts,
    constraint notifications_told_once unique (notice_id, account_id),
    created_at timestamptz not null,
    read_at timestamptz
);
create index notifications_inbox on notifications (account_id, created_at, id);
create index notifications_unread on notifications (account_id, created_at, id) where read_at is null;
