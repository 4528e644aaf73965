--liquibase formatted sql

--changeset zhaoshang:0330-fund-receipts
create sequence fund_receipt_codes;
create table fund_receipts (
    id uuid constraint fund_receipts_pk primary key,
    version bigint not null,
    code text not null constraint fund_receipts_code_unique unique,
    signed_project_id uuid not null constraint fund_receipts_project references signed_projects (id),

    external_id text,
    unit_code text not null,
    signed_project text not null,
    received_on date,
    amount_yuan numeric(17, 2) constraint fund_receipts_amount_positive check (amount_yuan > 0),
    origin text,
    payer text,
    form text,
    use text,
    proof_kind text,
    proof_number text,
    entered_amount_yuan numeric(17, 2),
    entered_on date,
    justifications jsonb not null default '[]',

    proof_key text,
    search_text text not null,
    search_grams integer[] not null,

    -- Beside what the unit declares, each by its own office and never over one another (V14).
    reviewed_yuan numeric(17, 2),
    cut_reason text,
    reviewed_at timestamptz,
    reviewed_by text,
    recognised_yuan numeric(17, 2),
    recognised_on date,

    -- Another receipt, of whatever unit, has this proof and amount and had it first (V12).
    twin boolean not null default false,
    proof_verdict text constraint fund_receipts_verdict_known check (proof_verdict in ('DISTINCT', 'SAME')),
    verdict_reason text,

    reported_month text,
    locked boolean not null default false,
    blocking integer not null default 0,
    explaining integer not null default 0,
    example boolean not null default false,
    created_at timestamptz not null,
    created_by text not null,
    updated_at timestamptz not null,
    updated_by text not null,
    constraint fund_receipts_external_id_unique unique (unit_code, external_id),
    constraint fund_receipts_cut_within_declared check (reviewed_yuan between 0 and amount_yuan),
    constraint fund_receipts_cut_says_why check (reviewed_yuan is null or reviewed_yuan = amount_yuan or cut_reason is not null),
    constraint fund_receipts_no_proof_reviewed_twice
        check (not twin or coalesce(reviewed_yuan, 0) = 0 or proof_verdict = 'DISTINCT'),
    constraint fund_receipts_verdict_says_why check (proof_verdict is null or verdict_reason is not null)
);
create index fund_receipts_unit_updated on fund_receipts (unit_code, updated_at desc, id desc);
create index fund_receipts_updated on fund_receipts (updated_at desc, id desc);
create index fund_receipts_received on fund_receipts (coalesce(received_on, '1900-01-01'), id);
create index fund_receipts_amount on fund_receipts (coalesce(amount_yuan, -1), id);
create index fund_receipts_project on fund_receipts (signed_project_id, received_on);
create index fund_receipts_unit_month on fund_receipts (unit_code, reported_month);
create index fund_receipts_proof on fund_receipts (proof_key, amount_yuan) where proof_key is not null;
create index fund_receipts_twins on fund_receipts (updated_at desc, id desc) where twin;
create index fund_receipts_search on fund_receipts using gin (search_grams) with (fastupdate = off);

--changeset zhaoshang:0330-fund-proofs
-- Who had a proof and its amount first: the key lets no two have it, whatever transactions run side by side.
create table fund_proofs (
    proof_key text not null,
    amount_yuan numeric(17, 2) not null,
    receipt_id uuid not null constraint fund_proofs_receipt references fund_receipts (id) on delete cascade,
    constraint fund_proofs_once primary key (proof_key, amount_yuan)
);
create index fund_proofs_receipt_id on fund_proofs (receipt_id);

--changeset zhaoshang:0330-fund-counting
-- What counts for the assessed figure (V16, V17): one row, the bureau's.
create table fund_counting (
    id integer constraint fund_counting_pk primary key constraint fund_counting_one_row check (id = 1),
    version bigint not null,
    working_capital boolean not null,
    minimum_amount_yuan numeric(17, 2) not null constraint fund_counting_minimum_not_negative check (minimum_amount_yuan >= 0),
    excluded_projects boolean not null,
    updated_at timestamptz not null,
    updated_by text not null
);
insert into fund_counting (id, version, working_capital, minimum_amount_yuan, excluded_projects, updated_at, updated_by)
values (1, 0, true, 0, false, now(), '系统');
