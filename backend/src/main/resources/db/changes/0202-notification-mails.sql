--liquibase formatted sql

--changeset zhaoshang:0202-notification-mails
-- The outbox: written with the change, sent afterwards. The address is the person's at the time it is sent.
create table notification_mails (
    id uuid constraint notification_mails_pk primary key,
    notice_id uuid not null constraint notification_mails_notice references notices on delete cascade,
    account_id uuid not null constraint notification_mails_account references accounts,
    constraint notification_mails_once unique (notice_id, account_id),
    state text not null constraint notification_mails_state_known
        check (state in ('WAITING', 'SENT', 'UNDELIVERED', 'DROPPED')),
    -- Tries that never came to an end, as queues count them; failures are tries that ended.
    attempts integer not null default 0,
    failures integer not null default 0,
    last_error text,
    created_at timestamptz not null,
    next_try_at timestamptz not null,
    ended_at timestamptz,
    constraint notification_mails_end check ((state = 'WAITING') = (ended_at is null))
);
create index notification_mails_waiting on notification_mails (next_try_at) where state = 'WAITING';
create index notification_mails_newest on notification_mails (created_at, id);
create index notification_mails_ended on notification_mails (ended_at) where ended_at is not null;
