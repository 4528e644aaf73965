package org.zhaoshang.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Fills signed projects with what belongs to them, receipts and articles, of the samples that {@link ManyOffers} left in this
 * session. A contract each, most at one of a thousand events, a receipt each; one in twenty is still followed, and hardly
 * anything is left to settle.
 */
final class ManySigned {
    private static final String EVENTS = """
            insert into signing_events (id, version, code, name, year, created_at, created_by, updated_at, updated_by)
            select gen_random_uuid(), 0, 'EVT-2011-' || n, '示例签约会' || n, 2011, now(), '系统', now(), '系统'
            from generate_series(100, 1099) n""";
    private static final String PROJECTS = """
            insert into signed_projects (id, version, code, name, unit_code, location_code, event_code, agreement_kind,
                signed_on, investor, current_investor, origin, agreed_amount_yuan, agreed_outside_yuan, industry_code, stage,
                stage_on, planned_start_on, name_key, investor_key, search_text, search_grams, current_kind,
                current_amount_yuan, current_outside_yuan, exit_reason, explaining, created_at, created_by, updated_at,
                updated_by)
            select id, 2, 'ORD-S-' || unit || '-' || n, name, unit, unit,
                case when n % 5 <> 0 then 'EVT-2011-' || 100 + n % 1000 end, 'CONTRACT', make_date(year, 1 + (n % 12)::int, 5),
                '投资方' || n, '投资方' || n, 'OUTSIDE_REGION', 10000 * (500 + n % 99991), 10000 * (200 + n % 9973), '1.4',
                case when n % 20 <> 1 then 'TERMINATED'
                    else (array['SIGNED', 'REGISTERED', 'PERMITTING', 'STARTED', 'PRODUCING'])[1 + n / 20 % 5] end,
                make_date(year, 1 + (n % 12)::int, 5), make_date(year + 1, 5, 1), name, '投资方' || n, search_text,
                search_grams, 'CONTRACT', 10000 * (500 + n % 99991), 10000 * (200 + n % 9973),
                case when n % 20 <> 1 then '到期终止' end, case when n % 20011 = 0 then 1 else 0 end, at, '填报人', at, '填报人'
            from samples""";
    private static final String VERSIONS = """
            insert into signed_project_versions (id, version, valid_from, code, name, unit_code, location_code, event_code,
                signed_on, investor, origin, industry_code, stage, stage_on, current_kind, current_amount_yuan,
                current_outside_yuan, current_investor, search_text, blocking, explaining, example, created_at, created_by,
                updated_at, updated_by)
            select id, version, updated_at, code, name, unit_code, location_code, event_code, signed_on, investor, origin,
                industry_code, stage, stage_on, current_kind, current_amount_yuan, current_outside_yuan, current_investor,
                search_text, blocking, explaining, example, created_at, created_by, updated_at, updated_by
            from signed_projects where code like 'ORD-S-%'""";
    private static final String CREDITS = """
            insert into signing_credits (signed_project_id, place, event_code, agreement_kind, part, unit_code, projects,
                amount_yuan, outside_yuan, valid_from)
            select id, 0, event_code, 'CONTRACT', 'FIRST', unit_code, 1, agreed_amount_yuan, agreed_outside_yuan, signed_on
            from signed_projects where code like 'ORD-S-%'""";
    private static final String STAGES = """
            insert into signing_stages (id, signed_project_id, stage, reached_on, recorded_at, recorded_by)
            select gen_random_uuid(), id, stage, stage_on, updated_at, '填报人'
            from signed_projects where code like 'ORD-S-%'""";
    private static final String DUPLICATES = """
            insert into signing_duplicates (project_id, other_id, level, same_unit, verdict, reason, decided_by, decided_at,
                judged_id, judged_level)
            select least(a.id, b.id), greatest(a.id, b.id), 2, false, 'NEW', '不同项目', '市局', now(), a.id, 2
            from samples a join samples b on b.n = a.n + 1 where a.n % 10 = 0""";
    private static final String RECEIPTS = """
            insert into fund_receipts (id, version, code, signed_project_id, unit_code, signed_project, received_on,
                amount_yuan, origin, payer, form, use, proof_kind, proof_number, proof_key, search_text, search_grams,
                reviewed_yuan, reported_month, locked, explaining, created_at, created_by, updated_at, updated_by)
            select gen_random_uuid(), 2, 'ORD-F-' || unit || '-' || n, id, unit, 'ORD-S-' || unit || '-' || n,
                make_date(year, 1 + (n % 12)::int, 15), 10000 * (10 + n % 9973), 'OUTSIDE_REGION', '投资方' || n, 'CASH',
                'CONSTRUCTION', 'BANK_RECEIPT', 'P' || n, 'P' || n, search_text, search_grams,
                case when n % 3 <> 0 then 10000 * (10 + n % 9973) end,
                to_char(make_date(year, 1 + (n % 12)::int, 1), 'YYYY-MM'), true, case when n % 20011 = 0 then 1 else 0 end,
                at, '填报人', at, '填报人'
            from samples""";

    private ManySigned() {}

    /** A project and a receipt for each sample of the session; analysed. */
    static void fill(Connection database) throws SQLException {
        List<String> indexes = SearchIndexes.of(database, "signed_projects_search", "fund_receipts_search");
        try (Statement statement = database.createStatement()) {
            statement.execute("drop index signed_projects_search, fund_receipts_search");
            for (String part : List.of(EVENTS, PROJECTS, VERSIONS, CREDITS, STAGES, DUPLICATES, RECEIPTS)) {
                statement.execute(part);
            }
            for (String index : indexes) {
                statement.execute(index);
            }
            statement.execute("analyze");
        }
    }
}
