--liquibase formatted sql

--changeset zhaoshang:0430-dispatch-indicators
create table indicators (
    code text constraint indicators_pk primary key,
    version bigint not null,
    position integer not null,
    kind text not null constraint indicators_kind_known check (kind in ('VALUE', 'RATIO', 'PACE', 'AHEAD')),
    name_zh text not null,
    name_en text not null,
    definition_zh text not null,
    definition_en text not null,
    numerator text not null,
    denominator text,
    threshold numeric(16, 4),
    updated_at timestamptz not null,
    updated_by text not null,
    constraint indicators_rates_have_a_denominator check ((kind = 'VALUE') = (denominator is null)),
    -- Targets name what they are set for by the measure.
    constraint indicators_values_are_measures check (kind <> 'VALUE' or code = numerator)
);
