--liquibase formatted sql

--changeset zhaoshang:0340-fund-column-sets
-- In which columns an office takes the ledger as a file. Without a unit it is the bureau's; common ones serve all.
create table fund_column_sets (
    id uuid constraint fund_column_sets_pk primary key,
    version bigint not null,
    unit_code text,
    name text not null,
    common boolean not null,
    columns jsonb not null,
    updated_at timestamptz not null,
    updated_by text not null,
    constraint fund_column_sets_common_is_the_bureaus check (not common or unit_code is null)
);
create unique index fund_column_sets_name_unique on fund_column_sets (coalesce(unit_code, ''), lower(name));

-- No order of the region's system is public: these are the columns of the ledger (form E) in their order, behind what tells
-- the project. The bureau puts them right once it has the region's own form.
insert into fund_column_sets (id, version, name, common, columns, updated_at, updated_by)
values ('0340c015-0000-7000-8000-000000000001', 0, '自治区系统（默认）', true, '[
    {"heading": "填报单位", "field": "unitName"},
    {"heading": "项目名称", "field": "signedProjectName"},
    {"heading": "项目代码", "field": "project.projectCode"},
    {"heading": "投资主体", "field": "project.investor"},
    {"heading": "统一社会信用代码", "field": "project.investorCreditCode"},
    {"heading": "签约日期", "field": "project.signedOn"},
    {"heading": "协议总投资（万元）", "field": "project.agreedAmountYuan", "unit": "WAN"},
    {"heading": "到位日期", "field": "receivedOn"},
    {"heading": "到位金额（万元）", "field": "amountYuan", "unit": "WAN"},
    {"heading": "资金来源地", "field": "origin"},
    {"heading": "出资方", "field": "payer"},
    {"heading": "资金形式", "field": "form"},
    {"heading": "资金用途", "field": "use"},
    {"heading": "凭证类型", "field": "proofKind"},
    {"heading": "凭证号", "field": "proofNumber"},
    {"heading": "录入金额（万元）", "field": "enteredAmountYuan", "unit": "WAN"},
    {"heading": "录入日期", "field": "enteredOn"}
]', now(), '系统');
