package org.zhaoshang.projects.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhaoshang.Given;
import org.zhaoshang.HostileBodies;
import org.zhaoshang.projects.GivenProject;
import org.zhaoshang.shared.sheet.EditedWorkbook;

@QuarkusTest
class ExportJobTest {
    private static final String EXPORTS = "/api/v1/exports";
    private static final String UNIT = "150624";

    @Inject
    EntityManager database;

    private static ValidatableResponse ask(String account, String format, Map<String, ?> filter) {
        return Given.signedIn(account)
                .contentType(ContentType.JSON)
                .body(Map.of("kind", "projects", "format", format, "filter", filter))
                .post(EXPORTS)
                .then();
    }

    /** The address of an export that is made. */
    private static String made(String account, String format, Map<String, ?> filter) throws InterruptedException {
        String address = ask(account, format, filter)
                .statusCode(202)
                .header("Location", containsString(":" + RestAssured.port + EXPORTS + "/"))
                .body("state", equalTo("QUEUED"))
                .extract()
                .header("Location");
        String path = address.substring(address.indexOf(EXPORTS));
        awaited(account, path);
        return path;
    }

    private static void awaited(String account, String path) throws InterruptedException {
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!Given.signedIn(account)
                .get(path)
                .then()
                .extract()
                .<String>path("state")
                .equals("COMPLETED")) {
            assertThat(System.nanoTime()).isLessThan(until);
            Thread.sleep(50);
        }
    }

    private static Response file(String account, String path) {
        return Given.signedIn(account).get(path + "/file");
    }

    @Test
    void makesTheSameFileAsTheList() throws Exception {
        String name = GivenProject.uniqueName();
        GivenProject.complete(UNIT, name);
        GivenProject.complete(UNIT, name + "之二");
        for (String format : List.of("CSV", "XLSX", "NDJSON")) {
            Map<String, String> filter = Map.of("q", name, "sort", "name");
            String path = made(UNIT, format, filter);
            Given.signedIn(UNIT)
                    .get(path)
                    .then()
                    .body("rows", equalTo(2))
                    .body("filter.q", equalTo(name))
                    .body("expiresAt", endsWith("+08:00"));
            Response file = file(UNIT, path);
            file.then()
                    .statusCode(200)
                    .header("Content-Disposition", containsString(format.toLowerCase(java.util.Locale.ROOT)));
            Response atOnce = Given.signedIn(UNIT)
                    .queryParams(filter)
                    .get("/api/v1/projects." + format.toLowerCase(java.util.Locale.ROOT));
            if (format.equals("XLSX")) {
                assertThat(EditedWorkbook.of(file.asByteArray()).cell(2, "项目名称"))
                        .isEqualTo(EditedWorkbook.of(atOnce.asByteArray()).cell(2, "项目名称"))
                        .isEqualTo(name + "之二");
            } else {
                assertThat(file.asByteArray()).isEqualTo(atOnce.asByteArray());
            }
        }
    }

    @Test
    void holdsWhatItsCallerSeesAndIsSeenByWhoSeesThat() throws Exception {
        String name = GivenProject.uniqueName();
        GivenProject.complete(UNIT, name);
        String foreign = made("150623", "CSV", Map.of("q", name));
        assertThat(file("150623", foreign).asString()).doesNotContain(name);
        String own = made(UNIT, "CSV", Map.of("q", name));
        String leaders = made("leader", "CSV", Map.of("q", name));
        for (String reader : List.of(UNIT + "-lead", "bureau", "auditor")) {
            assertThat(file(reader, own).asString()).contains(name);
        }
        for (String reader : List.of("150623", "leader", "expert")) {
            Given.signedIn(reader).get(own).then().statusCode(404);
            file(reader, own).then().statusCode(404);
            String id = own.substring(own.lastIndexOf('/') + 1);
            Given.signedIn(reader)
                    .get(EXPORTS + "?limit=1000")
                    .then()
                    .statusCode(200)
                    .body("items.id.flatten()", not(hasItem(id)));
        }
        file("leader", leaders).then().statusCode(200);
        file("expert", leaders).then().statusCode(404);
        Given.signedIn("admin").get(own).then().statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({"state, EXPORTED", "sort, sideways", "minInvestmentYuan, 1e400", "asOf, 2021-03-28", "q, 光", "late, 7"})
    void refusesAFilterAsTheListDoes(String name, String value) {
        ask(UNIT, "CSV", Map.of(name, value))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", contains("/" + name));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        ask(UNIT, "PDF", Map.of()).statusCode(400);
        ask(UNIT, "CSV", Map.of("q", "长".repeat(101))).statusCode(400).body("errors[0].rule", equalTo("LENGTH"));
        Given.signedIn(UNIT)
                .contentType(ContentType.JSON)
                .body(Map.of("kind", "nothing", "format", "CSV"))
                .post(EXPORTS)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/kind"));
        Given.signedIn(UNIT).get(EXPORTS + "/" + UUID.randomUUID()).then().statusCode(404);
        HostileBodies.refusedBy(body -> Given.signedIn(UNIT)
                .contentType("application/json; charset=utf-8")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(EXPORTS));
        for (String filter : List.of("[]", "7", "{\"q\":{}}", "{\"q\":[]}", "{\"q\":\"ab\\u0000\"}", "{\"\":\"\"}")) {
            Given.signedIn(UNIT)
                    .contentType("application/json; charset=utf-8")
                    .body("{\"kind\":\"projects\",\"format\":\"CSV\",\"filter\":" + filter + "}")
                    .post(EXPORTS)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
    }

    @Test
    void answersARepeatedRequestWithTheFirstOne() {
        String key = "K-" + UUID.randomUUID();
        String first = repeated(key, "CSV").statusCode(202).extract().path("id");
        repeated(key, "CSV")
                .statusCode(202)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(first));
        repeated(key, "NDJSON").statusCode(422);
    }

    private static ValidatableResponse repeated(String key, String format) {
        return Given.signedIn(UNIT)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(Map.of("kind", "projects", "format", format))
                .post(EXPORTS)
                .then();
    }

    @Test
    void leavesInTheTrailWhoTookWhat() throws Exception {
        String name = GivenProject.uniqueName();
        String path = made(UNIT, "CSV", Map.of("q", name));
        String document = QuarkusTransaction.requiringNew().call(() -> (String) database.createNativeQuery("""
                        select cast(document as text) from audit_entries where action = 'export'
                            and actor_name = :actor and document -> 'filter' ->> 'q' = :name""")
                .setParameter("actor", UNIT)
                .setParameter("name", name)
                .getSingleResult());
        assertThat(document).contains("\"csv\"", "\"rows\": 0");
        file(UNIT, path).then().statusCode(200);
        Given.signedIn("auditor")
                .get("/api/v1/audit-log?action=download&subjectId=" + path.substring(path.lastIndexOf('/') + 1))
                .then()
                .body("items[0].actor.name", equalTo(UNIT));
    }

    @Test
    void isTakenUpAgainWhenItsServerIsGoneAndGivenUpInTheEnd() throws Exception {
        String path = made(UNIT, "CSV", Map.of("q", "没有这样的项目"));
        String id = path.substring(path.lastIndexOf('/') + 1);
        asIf("update exports set state = 'RUNNING', attempts = 1 where id = cast(:id as uuid)", id);
        awaited(UNIT, path);
        asIf("update exports set state = 'RUNNING', attempts = 3 where id = cast(:id as uuid)", id);
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!Given.signedIn(UNIT)
                .get(path)
                .then()
                .extract()
                .<String>path("state")
                .equals("FAILED")) {
            assertThat(System.nanoTime()).isLessThan(until);
            Thread.sleep(100);
        }
        file(UNIT, path).then().statusCode(409).body("title", startsWith("没能生成文件"));
    }

    @Test
    void isGoneWhenItsDaysAreOver() throws Exception {
        String path = made(UNIT, "CSV", Map.of("q", "没有这样的项目"));
        String id = path.substring(path.lastIndexOf('/') + 1);
        asIf("update exports set expires_at = now() - interval '1 second' where id = cast(:id as uuid)", id);
        file(UNIT, path).then().statusCode(404);
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (rows(id) > 0) {
            assertThat(System.nanoTime()).isLessThan(until);
            Thread.sleep(100);
        }
    }

    private long rows(String id) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        (Long) database.createNativeQuery("select count(*) from exports where id = cast(:id as uuid)")
                                .setParameter("id", id)
                                .getSingleResult());
    }

    private void asIf(String sql, String id) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        database.createNativeQuery(sql).setParameter("id", id).executeUpdate());
    }
}
