package org.zhaoshang.projects.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhaoshang.Given;
import org.zhaoshang.projects.GivenProject;
import org.zhaoshang.projects.upload.ProjectSheet;

@QuarkusTest
class ProjectExportTest {
    private static final String LIST = "/api/v1/projects";
    private static final String UNIT = "150625";
    private static final int MANY = 1_234;
    private static final Pattern ESCAPED = Pattern.compile("&#x([0-9a-fA-F]+);");

    @Inject
    EntityManager database;

    @Inject
    ObjectMapper json;

    @TestHTTPResource
    URI server;

    private static Response export(String user, String suffix, String name) {
        return Given.signedIn(user).queryParam("q", name).get(LIST + suffix);
    }

    private static List<NamedCsvRecord> rows(Response answer) {
        answer.then().statusCode(200).contentType(containsString("text/csv"));
        String text = new String(answer.asByteArray(), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF");
        return CsvReader.builder().ofNamedCsvRecord(text.substring(1)).stream().toList();
    }

    /** The parts of a workbook by name. */
    private static Map<String, String> parts(Response answer) throws IOException {
        answer.then().statusCode(200);
        Path file = Files.createTempFile(Path.of("target"), "export", ".xlsx");
        Files.write(file, answer.asByteArray());
        Map<String, String> parts = new HashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry part : Collections.list(zip.entries())) {
                String xml = new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8);
                parts.put(
                        part.getName(),
                        ESCAPED.matcher(xml)
                                .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16))));
            }
        }
        Files.delete(file);
        return parts;
    }

    @Test
    void writesTheColumnsOfTheUploadAndWhereTheProjectStands() {
        String name = GivenProject.uniqueName();
        GivenProject project = GivenProject.submitted(
                UNIT,
                Map.of(
                        "name",
                        name,
                        "totalInvestmentYuan",
                        250_000_000.5,
                        "industryTags",
                        List.of("3.3"),
                        "gbIndustryCode",
                        "06",
                        "contactPerson",
                        "+86 示例",
                        "summary",
                        "=HYPERLINK(\"http://example.invalid\",\"示例\")"));
        String code = project.get().extract().path("code");
        NamedCsvRecord row = rows(export(UNIT, ".csv", name)).getFirst();
        assertThat(row.getHeader().getFirst()).isEqualTo("项目编号");
        assertThat(row.getHeader().subList(0, ProjectSheet.FORM.fields().size()))
                .extracting(header -> header.replaceAll("（.*元）|（亩）|（[^（]*/年）|（人）|（°）", ""))
                .isEqualTo(ProjectSheet.FORM.fields().stream()
                        .map(field -> field.label().zh())
                        .toList());
        assertThat(row.getField("项目编号")).isEqualTo(code);
        assertThat(row.getField("项目名称")).isEqualTo(name);
        assertThat(row.getField("填报单位")).isEqualTo("杭锦旗");
        assertThat(row.getField("总投资（万元）")).isEqualTo("25000.00005");
        assertThat(row.getField("细分产业")).isEqualTo("1.6 太阳能与风能");
        assertThat(row.getField("相关产业")).isEqualTo("3.3 新材料");
        assertThat(row.getField("国民经济行业（大类）")).isEqualTo("06 煤炭开采和洗选业");
        assertThat(row.getField("合作方式")).isEqualTo("合资");
        assertThat(row.getField("是否推荐编入《投资指南》")).isEqualTo("是");
        assertThat(row.getField("联系人")).isEqualTo("'+86 示例");
        assertThat(row.getField("项目简介")).startsWith("'=HYPERLINK");
        assertThat(row.getField("状态")).isEqualTo("已报送");
        assertThat(row.getField("报送日期")).matches("\\d{4}-\\d{2}-\\d{2}");
        assertThat(row.getField("备注")).isEmpty();
    }

    @Test
    void writesNumbersAsNumbersAndTextNeverAsFormulaIntoAWorkbook() throws IOException {
        String name = GivenProject.uniqueName();
        GivenProject.submitted(UNIT, Map.of("name", name, "summary", "=1+1"));
        Map<String, String> parts = parts(export(UNIT, ".xlsx", name));
        String sheet = parts.get("xl/worksheets/sheet1.xml");
        assertThat(parts.get("xl/workbook.xml")).contains("招商引资项目储备库");
        assertThat(sheet)
                .contains("state=\"frozen\"", "<cols>", ">总投资（万元）<", "<v>25000</v>", ">=1+1<", ">已报送<")
                .doesNotContain("<f>");
        assertThat(parts.get("xl/styles.xml")).contains("yyyy-mm-dd");
    }

    @Test
    void writesOneDocumentALineInYuan() throws IOException {
        String name = GivenProject.uniqueName();
        GivenProject project = GivenProject.submitted(UNIT, Map.of("name", name));
        Response answer = export(UNIT, ".ndjson", name);
        answer.then().statusCode(200).contentType(containsString("application/x-ndjson"));
        List<String> lines = answer.asString().lines().toList();
        assertThat(lines).hasSize(1);
        JsonNode line = json.readTree(lines.getFirst());
        assertThat(line.path("id").asText()).isEqualTo(project.id());
        assertThat(line.path("totalInvestmentYuan").decimalValue()).isEqualByComparingTo("250000000");
        assertThat(line.path("state").asText()).isEqualTo("SUBMITTED");
        assertThat(line.path("submittedAt").asText()).endsWith("+08:00");
    }

    @Test
    void speaksTheReadersLanguage() {
        String name = GivenProject.uniqueName();
        GivenProject.submitted(UNIT, Map.of("name", name));
        Response answer = Given.signedIn(UNIT)
                .header("Accept-Language", "en")
                .queryParam("q", name)
                .get(LIST + ".csv");
        answer.then().header("Content-Disposition", containsString("Reserve%20library"));
        NamedCsvRecord row = rows(answer).getFirst();
        assertThat(row.getHeader()).contains("Code", "Total investment (10⁴ yuan)", "Land area (mu)", "State");
        assertThat(row.getField("State")).isEqualTo("Submitted");
        assertThat(row.getField("Cooperation")).isEqualTo("Joint venture");
    }

    @ParameterizedTest
    @ValueSource(strings = {".csv", ".ndjson", ".xlsx"})
    void showsEachOnlyWhatTheListShows(String suffix) throws IOException {
        String name = GivenProject.uniqueName();
        GivenProject draft = GivenProject.complete(UNIT, name);
        for (String reader : List.of("150626", "leader", "expert")) {
            assertThat(text(export(reader, suffix, name))).as(reader).doesNotContain(name);
        }
        for (String reader : List.of(UNIT, "bureau", "auditor")) {
            assertThat(text(export(reader, suffix, name))).as(reader).contains(name);
        }
        draft.as(UNIT, "submit").statusCode(200);
        assertThat(text(export("leader", suffix, name))).contains(name);
        assertThat(text(export("150626", suffix, name))).doesNotContain(name);
        Given.signedIn("admin").get(LIST + suffix).then().statusCode(403);
        Given.nobody().get(LIST + suffix).then().statusCode(401);
    }

    private static String text(Response answer) throws IOException {
        answer.then().statusCode(200);
        return answer.contentType().contains("spreadsheetml")
                ? parts(answer).get("xl/worksheets/sheet1.xml")
                : new String(answer.asByteArray(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "state, EXPORTED",
        "sort, sideways",
        "minInvestmentYuan, 1e400",
        "callYear, 二〇二一",
        "updatedFrom, 2021-02-30",
        "asOf, 2021-03-28",
        "q, 光"
    })
    void refusesAFilterItCanNotReadBeforeItWritesAnything(String parameter, String value) {
        for (String suffix : List.of(".csv", ".ndjson", ".xlsx")) {
            Given.signedIn("bureau")
                    .queryParam(parameter, value)
                    .get(LIST + suffix)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("errors.pointer", contains("/" + parameter));
        }
    }

    @Test
    void leavesInTheTrailWhoTookWhat() {
        String name = GivenProject.uniqueName();
        GivenProject.submitted(UNIT, Map.of("name", name));
        Given.signedIn("auditor")
                .header("X-Action-Reason", "audit")
                .queryParam("q", name)
                .queryParam("state", "SUBMITTED,ACCEPTED")
                .queryParam("unitCode", UNIT + "\u0000")
                .get(LIST + ".csv")
                .then()
                .statusCode(200);
        Object document = QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery("""
                        select cast(document as text) from audit_entries where action = 'export' and actor_name = 'auditor'
                            and reason = 'audit' and document -> 'filter' ->> 'q' = :name""")
                        .setParameter("name", name)
                        .getSingleResult());
        assertThat((String) document)
                .contains("\"csv\"", "\"rows\": 1", "\"state\": \"SUBMITTED,ACCEPTED\"", "\"unitCode\": \"" + UNIT);
    }

    /** Rows of a call that no other test knows, gone again before any of them looks. */
    private void withManyRows(ThrowingRunnable claims) throws Exception {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("""
                insert into projects (id, version, code, state, call_year, name, unit_code, name_key, search_text,
                    search_grams, total_investment_yuan, content, created_at, created_by, updated_at, updated_by)
                select gen_random_uuid(), 0, 'MANY-' || n, 'DRAFT', 2098, '示例' || n, '150625', n, '示例', '{}', n * 10000,
                    repeat('示例内容', 50), now(), 'test', now(), 'test'
                from generate_series(1, :many) n""")
                        .setParameter("many", MANY)
                        .executeUpdate());
        try {
            claims.run();
        } finally {
            QuarkusTransaction.requiringNew()
                    .run(() -> database.createNativeQuery("delete from projects where call_year = 2098")
                            .executeUpdate());
        }
    }

    private interface ThrowingRunnable {
        void run() throws Exception;
    }

    @Test
    void writesEveryRowOnceInTheOrderOfTheList() throws Exception {
        withManyRows(() -> {
            String filter = "?callYear=2098&sort=-totalInvestmentYuan";
            List<NamedCsvRecord> rows = rows(Given.signedIn("bureau").get(LIST + ".csv" + filter));
            assertThat(rows)
                    .extracting(row -> row.getField("总投资（万元）"))
                    .isEqualTo(java.util.stream.IntStream.iterate(MANY, n -> n - 1)
                            .limit(MANY)
                            .mapToObj(Integer::toString)
                            .toList());
            assertThat(Given.signedIn("bureau")
                            .get(LIST + ".ndjson" + filter)
                            .asString()
                            .lines())
                    .hasSize(MANY);
            String sheet =
                    parts(Given.signedIn("bureau").get(LIST + ".xlsx" + filter)).get("xl/worksheets/sheet1.xml");
            assertThat(Pattern.compile("<row ").matcher(sheet).results().map(MatchResult::group))
                    .hasSize(MANY + 1);
        });
    }

    @Test
    void aReaderWhoBreaksOffLeavesNothingOpen() throws Exception {
        withManyRows(() -> {
            for (int reader = 0; reader < 25; reader++) {
                try (Socket socket = new Socket(server.getHost(), server.getPort());
                        OutputStream request = socket.getOutputStream()) {
                    request.write(
                            ("GET /api/v1/projects.csv?callYear=2098 HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                            + Given.token("bureau") + "\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
                    request.flush();
                    assertThat(socket.getInputStream().read()).isEqualTo('H');
                }
            }
            // More broke off than there are connections: one that kept its own would be missed here.
            rows(Given.signedIn("bureau").get(LIST + ".csv?callYear=2098&limit=1"));
            long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (idleInTransaction() > 0) { // jobs of other tests come to their end
                assertThat(System.nanoTime()).isLessThan(until);
                Thread.sleep(100);
            }
        });
    }

    private Long idleInTransaction() {
        return QuarkusTransaction.requiringNew()
                .call(() -> (Long) database.createNativeQuery("""
                        select count(*) from pg_stat_activity where state = 'idle in transaction'
                            and pid <> pg_backend_pid()""").getSingleResult());
    }

    @Test
    void isToBeSavedUnderAReadableName() {
        Given.signedIn(UNIT)
                .get(LIST + ".xlsx?callYear=2098")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("filename*=UTF-8''%E6%8B%9B%E5%95%86"))
                .header("Cache-Control", equalTo("no-store"));
    }
}
