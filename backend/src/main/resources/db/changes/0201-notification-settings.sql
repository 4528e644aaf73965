--liquibase formatted sql

--changeset zhaoshang:0201-notification-settings
-- What a person decided otherwise than the kinds begin with; who has no row decided nothing, and has no address.
create table notification_settings (
    account_id uuid constraint notification_settings_pk primary key
        constraint notification_settings_account references accounts,
    version bigint not null,
    email text constraint notification_settings_email_plain check (email ~ '^[!-~]+@[!-~]+$' and length(email) <= 254),
    language text not null constraint notification_settings_language_known check (language in ('ZH', 'EN')),
    inbox_off text[] not null,
    mail_off text[] not null,
    mail_on text[] not null
);

--changeset zhaoshang:0201-notifications-sweep
create index notifications_read on notifications (read_at) where read_at is not null;
create index notices_oldest on notices (created_at);
