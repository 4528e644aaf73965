package org.zhaoshang.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.copy.CopyIn;
import org.zhaoshang.shared.search.Bigrams;

/**
 * Fills the tables of the reserve library by COPY, as if {@link Sample}s had been reported, reviewed and published: the
 * projects, their versions, their trail, what the public sees and the counts.
 */
public final class ManyProjects {
    /** Behind whatever the demonstration published. */
    static final int FIRST_SEQ = 1_000_000;

    private static final int LOT = 20_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String PROJECTS = """
            projects (id, version, code, state, call_year, name, unit_code, location_code, address, industry_code, summary,
                content, total_investment_yuan, fixed_investment_yuan, land_area_mu, cooperation_modes, investor,
                contact_office, contact_phone, in_guide, name_key, investor_key, phone_key, address_key, search_text,
                search_grams, appraised, publicly_listed, submissions, submitted_at, accepted_at, published_at, created_at,
                created_by, updated_at, updated_by)""";
    private static final String VERSIONS = """
            project_versions (id, version, valid_from, code, state, name, call_year, unit_code, location_code, industry_code,
                total_investment_yuan, fixed_investment_yuan, land_area_mu, investor, in_guide, search_text, blocking,
                explaining, appraised, late, publicly_listed, example, submissions, submitted_at, accepted_at, published_at,
                created_at, created_by, updated_at, updated_by)""";
    private static final String TRAIL = """
            audit_entries (at, actor_kind, actor_id, actor_name, actor_display_name, subject_kind, subject_id, unit_code,
                action, version, changes, document)""";
    private static final String PUBLIC = """
            public_projects (id, seq, name, call_year, unit_code, location_code, industry_code, group_code,
                total_investment_yuan, search_text, search_grams, document, published_at, updated_at)""";

    private ManyProjects() {}

    /** Projects from the first number up to but without the other, with everything that belongs to them; analysed. */
    public static void fill(Connection database, long from, long to) throws SQLException {
        boolean many = to - from > LOT;
        List<String> indexes =
                many ? SearchIndexes.of(database, "projects_search", "public_projects_search") : List.of();
        if (many) {
            run(database, "drop index projects_search, public_projects_search");
        }
        for (long lot = from; lot < to; lot += LOT) {
            List<Sample> samples = samples(lot, Math.min(lot + LOT, to));
            report(database, samples);
            CopyIn.copy(
                    database,
                    PUBLIC,
                    rows -> each(samples.stream().filter(Sample::isPublished).toList(), rows, ManyProjects::publish));
        }
        // Built in one go they take a fraction of the time that they take row by row.
        run(database, "set maintenance_work_mem = '512MB'");
        run(database, indexes.toArray(String[]::new));
        run(
                database,
                """
                insert into calls (year, name, planning_from, planning_to, deadline, minimum_investment_yuan,
                    late_submissions, industry_codes, principle_codes, updated_at, version)
                select past, past || '年度招商引资项目征集', make_date(past, 1, 1), make_date(past, 3, 31),
                    make_date(past, 4, 10), minimum_investment_yuan, late_submissions, industry_codes, principle_codes,
                    updated_at, 0
                from calls, generate_series(%d, %d) past where year = 2021 on conflict do nothing
                """.formatted(Sample.FIRST_YEAR, Sample.LAST_YEAR),
                """
                insert into call_units (call_year, unit_code, quota, next_number, drafts, submitted, returned, accepted,
                    published, signed, archived, library_investment_yuan)
                select call_year, unit_code, 30, 1, count(*) filter (where state = 'DRAFT'),
                    count(*) filter (where state = 'SUBMITTED'), count(*) filter (where state = 'RETURNED'),
                    count(*) filter (where state = 'ACCEPTED'), count(*) filter (where state = 'PUBLISHED'),
                    count(*) filter (where state = 'SIGNED'), count(*) filter (where state = 'ARCHIVED'),
                    coalesce(sum(total_investment_yuan) filter (where state in ('ACCEPTED', 'PUBLISHED', 'SIGNED')), 0)
                from projects where call_year between %d and %d group by call_year, unit_code
                on conflict (call_year, unit_code) do update set drafts = excluded.drafts, submitted = excluded.submitted,
                    returned = excluded.returned, accepted = excluded.accepted, published = excluded.published,
                    signed = excluded.signed, archived = excluded.archived,
                    library_investment_yuan = excluded.library_investment_yuan
                """.formatted(Sample.FIRST_YEAR, Sample.LAST_YEAR),
                "update public_feed set seq = greatest(seq, (select max(seq) from public_projects))",
                "analyze");
    }

    /** The same without what became public of it: what a bulk upload writes. */
    static void report(Connection database, List<Sample> samples) throws SQLException {
        CopyIn.copy(database, PROJECTS, rows -> each(samples, rows, ManyProjects::project));
        CopyIn.copy(database, VERSIONS, rows -> each(samples, rows, ManyProjects::version));
        CopyIn.copy(database, TRAIL, rows -> each(samples, rows, ManyProjects::entry));
    }

    static List<Sample> samples(long from, long to) {
        return LongStream.range(from, to).mapToObj(Sample::of).toList();
    }

    private interface Row {
        void write(Sample sample, CopyIn.Target row) throws IOException;
    }

    private static void each(List<Sample> samples, CopyIn.Target rows, Row row) throws IOException {
        for (Sample sample : samples) {
            row.write(sample, rows);
            rows.endRow();
        }
    }

    private static void project(Sample of, CopyIn.Target row) throws IOException {
        String text = searched(of.name(), of.code(), of.investor(), of.summary(), of.content(), of.address());
        cells(
                row,
                of.id(),
                2,
                of.code(),
                of.state(),
                of.year(),
                of.name(),
                of.unit(),
                of.unit(),
                of.address(),
                of.industry(),
                of.summary(),
                of.content(),
                of.total(),
                of.total(),
                of.land(),
                "{JOINT_VENTURE}",
                of.investor(),
                "投资促进中心",
                of.phone(),
                true,
                Bigrams.normalise(of.name()),
                of.investor(),
                of.phone().replace("-", ""),
                of.address(),
                text,
                grams(text),
                true,
                of.isPublished(),
                1);
        times(of, row);
    }

    private static void version(Sample of, CopyIn.Target row) throws IOException {
        cells(
                row,
                of.id(),
                2,
                of.at(),
                of.code(),
                of.state(),
                of.name(),
                of.year(),
                of.unit(),
                of.unit(),
                of.industry(),
                of.total(),
                of.total(),
                of.land(),
                of.investor(),
                true,
                searched(of.name(), of.code(), of.investor(), of.summary(), of.content(), of.address()),
                0,
                0,
                true,
                false,
                of.isPublished(),
                false,
                1);
        times(of, row);
    }

    private static void times(Sample of, CopyIn.Target row) throws IOException {
        Instant accepted = of.isAccepted() ? of.at() : null;
        cells(row, of.at(), accepted, of.isPublished() ? of.at() : null, of.at(), "填报人", of.at(), "填报人");
    }

    private static void entry(Sample of, CopyIn.Target row) throws IOException {
        ObjectNode document = document(of).put("state", of.state());
        cells(row, of.at(), "PERSON", of.id(), of.unit(), "填报人", "project", of.id(), of.unit(), "create", 2);
        cells(row, "[]", document);
    }

    private static void publish(Sample of, CopyIn.Target row) throws IOException {
        ObjectNode document = document(of)
                .put("id", of.id().toString())
                .put("code", of.code())
                .put("unitName", of.unitName())
                .put("locationName", of.unitName())
                .put("industryName", "新能源产业")
                .put("groupCode", "1")
                .put("groupName", "大力发展现代能源经济")
                .put("publishedAt", of.at().toString())
                .put("updatedAt", of.at().toString())
                .put("example", false);
        String text = searched(of.name(), of.code(), of.summary(), of.content(), of.address(), of.unitName());
        cells(
                row,
                of.id(),
                FIRST_SEQ + of.number(),
                of.name(),
                of.year(),
                of.unit(),
                of.unit(),
                of.industry(),
                "1",
                of.total());
        cells(row, text, grams(text), document, of.at(), of.at());
    }

    private static ObjectNode document(Sample of) {
        ObjectNode document = new ObjectNode(JsonNodeFactory.instance)
                .put("name", of.name())
                .put("callYear", of.year())
                .put("unitCode", of.unit())
                .put("locationCode", of.unit())
                .put("address", of.address())
                .put("industryCode", of.industry())
                .put("summary", of.summary())
                .put("content", of.content())
                .put("totalInvestmentYuan", of.total())
                .put("fixedInvestmentYuan", of.total())
                .put("landAreaMu", of.land())
                .put("contactOffice", "投资促进中心")
                .put("contactPhone", of.phone());
        document.putArray("industryTags");
        document.putArray("cooperationModes").add("JOINT_VENTURE");
        return document;
    }

    static String searched(String... texts) {
        return Stream.of(texts).map(Bigrams::normalise).collect(Collectors.joining("\n"));
    }

    static String grams(String text) {
        return Arrays.stream(Bigrams.of(text)).map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    static void cells(CopyIn.Target row, @Nullable Object... values) throws IOException {
        for (Object value : values) {
            row.cell(value instanceof ObjectNode node ? JSON.writeValueAsString(node) : value);
        }
    }

    private static void run(Connection database, String... statements) throws SQLException {
        try (Statement statement = database.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
