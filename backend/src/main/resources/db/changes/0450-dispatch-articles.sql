--liquibase formatted sql

--changeset zhaoshang:0450-dispatch-articles
-- The texts of reports as material for the brief: one a report and kind, offered with its submission.
create table articles (
    id uuid constraint articles_pk primary key,
    version bigint not null,
    month text not null,
    unit_code text not null,
    kind text not null constraint articles_kind_known check (kind in ('EXPERIENCE', 'PROBLEM', 'SUGGESTION')),
    title text not null,
    body text not null,
    source text not null,
    state text not null constraint articles_state_known check (state in ('OFFERED', 'ADOPTED', 'DECLINED')),
    reason text constraint articles_declined_says_why check (state <> 'DECLINED' or reason is not null),
    decided_at timestamptz,
    decided_by text,
    updated_at timestamptz not null,
    updated_by text not null,
    constraint articles_one_a_report_and_kind unique (month, unit_code, kind),
    constraint articles_of_a_report foreign key (month, unit_code) references monthly_reports (month, unit_code)
);
create index articles_in_order on articles ((month || '/' || case kind when 'EXPERIENCE' then '3' when 'PROBLEM' then '2' else '1' end || '/' || unit_code), id);
create index articles_unit on articles (
    unit_code, (month || '/' || case kind when 'EXPERIENCE' then '3' when 'PROBLEM' then '2' else '1' end || '/' || unit_code), id);
