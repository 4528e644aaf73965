--liquibase formatted sql

--changeset zhaoshang:0052-portal-feed
-- One row: the number of the latest change of the public lists. Who changes a list raises it and so holds the row until the
-- commit: numbers rise in the order in which changes become visible, and a change that is rolled back leaves no gap. Readers
-- wait for nobody. Whatever writes public_projects or public_project_removals by other ways raises it in the same transaction.
-- stream names this history of changes. After an older backup was restored it is renewed, because the numbers since then are
-- drawn again for other changes: copies made from the lost ones have to begin anew.
create table public_feed (
    only_row boolean not null default true constraint public_feed_pk primary key constraint public_feed_one_row check (only_row),
    seq bigint not null constraint public_feed_seq_exact_in_json check (seq >= 0 and seq < 9007199254740992),
    stream uuid not null default gen_random_uuid()
);
insert into public_feed (seq)
select greatest(
    coalesce((select max(seq) from public_projects), 0),
    coalesce((select max(seq) from public_project_removals), 0));
drop sequence public_changes;
