package org.zhaoshang.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.time.CityClock;

@QuarkusTest
class AuditLogTest {
    private static final String PATH = "/api/v1/audit-log";

    @Inject
    Trail trail;

    @Inject
    CityClock clock;

    @Inject
    ObjectMapper json;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private static ValidatableResponse log(String query) {
        return Given.signedIn("auditor").get(PATH + "?" + query).then().statusCode(200);
    }

    /** An account of its own, with a display name that a spreadsheet would run. */
    private static Response account() {
        return Given.signedIn("admin")
                .header("X-Action-Reason", "=HYPERLINK(1)")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "username", "a-" + UUID.randomUUID().toString().substring(0, 13),
                        "displayName", "=1+1",
                        "roles", List.of("REPORTER"),
                        "unitCode", "150624",
                        "password", "一句够长又好记的初始口令"))
                .post("/api/v1/users");
    }

    private static Response signIn(Response account, String password) {
        return Given.from("127.0.3.2")
                .contentType(ContentType.JSON)
                .body(Map.of("username", account.path("username"), "password", password))
                .post("/api/v1/auth/login");
    }

    @Test
    void isReadByTheAuditorAlone() {
        for (String suffix : List.of("", ".csv", ".ndjson")) {
            Given.signedIn("auditor")
                    .get(PATH + suffix + "?actor=nobody")
                    .then()
                    .statusCode(200);
            for (String other : List.of("admin", "bureau", "leader", "expert", "150622", "150622-lead")) {
                assertThat(Given.signedIn(other).get(PATH + suffix).statusCode())
                        .as("%s %s", other, suffix)
                        .isEqualTo(403);
            }
            Given.nobody().get(PATH + suffix).then().statusCode(401);
            String client = Given.nobody()
                    .formParam("grant_type", "client_credentials")
                    .formParam("client_id", "demo-150622")
                    .formParam("client_secret", "demo-150622-secret")
                    .post("/api/v1/oauth/token")
                    .path("access_token");
            Given.bearer(client).get(PATH + suffix).then().statusCode(403);
        }
    }

    @Test
    void tellsWhoDidWhatToWhomFromWhatToWhat() {
        Response account = account();
        String id = account.then().statusCode(201).extract().path("id");
        Given.signedIn("admin")
                .header("If-Match", "*")
                .header("X-Request-Id", "audit-test-1")
                .contentType("application/merge-patch+json;charset=UTF-8")
                .body(Map.of("displayName", "改了名的人"))
                .patch("/api/v1/users/" + id)
                .then()
                .statusCode(200);
        log("subjectId=" + id)
                .body("items.action", contains("update", "create"))
                .body("items[0].actor.name", equalTo("admin"))
                .body("items[0].actor.kind", equalTo("PERSON"))
                .body("items[0].requestId", equalTo("audit-test-1"))
                .body("items[0].address", startsWith("127."))
                .body("items[0].unitCode", equalTo("150624"))
                .body("items[0].changes.label", contains("姓名或称谓"))
                .body("items[0].changes[0].from", equalTo("=1+1"))
                .body("items[0].changes[0].to", equalTo("改了名的人"))
                .body("items[1].reason", equalTo("=HYPERLINK(1)"));
        Given.signedIn("auditor")
                .header("Accept-Language", "en")
                .get(PATH + "?subjectId=" + id)
                .then()
                .body("items[0].changes.label", contains("Name or office"));
    }

    @Test
    void holdsSignInsRefusalsAndLockOuts() {
        Response account = account();
        String name = account.path("username");
        signIn(account, "一句够长又好记的初始口令").then().statusCode(200);
        for (int attempt = 0; attempt < 5; attempt++) {
            signIn(account, "wrong").then().statusCode(401);
        }
        signIn(account, "wrong").then().statusCode(429);
        log("actor=" + name)
                .body(
                        "items.action",
                        contains(
                                "lock-out",
                                "sign-in-refused",
                                "sign-in-refused",
                                "sign-in-refused",
                                "sign-in-refused",
                                "sign-in-refused",
                                "sign-in"));
        log("action=lock-out,sign-in&actor=" + name).body("items.action", contains("lock-out", "sign-in"));
    }

    @Test
    void narrowsByDayOfTheCity() {
        String subject = UUID.randomUUID().toString();
        for (String moment : List.of("2031-03-01T15:59:59Z", "2031-03-01T16:00:00Z", "2031-03-02T16:00:00Z")) {
            clock.startAt(Instant.parse(moment));
            QuarkusTransaction.requiringNew()
                    .run(() -> trail.note(Caller.SYSTEM, new Subject("test", subject, "150625"), moment, null));
        }
        log("subjectId=" + subject + "&from=2031-03-02&to=2031-03-02")
                .body("items.action", contains("2031-03-01T16:00:00Z"))
                .body("items[0].at", startsWith("2031-03-02T00:00:00"));
        log("subjectId=" + subject + "&to=2031-03-01").body("items.action", contains("2031-03-01T15:59:59Z"));
        log("subjectId=" + subject + "&from=2031-03-03").body("items.action", contains("2031-03-02T16:00:00Z"));
        log("subjectId=" + subject + "&unitCode=150625&subjectKind=test&count=true")
                .body("total", equalTo(3));
        log("subjectId=" + subject + "&unitCode=150626").body("items", hasSize(0));
    }

    @Test
    void pagesWithoutLossWhileEntriesAreWritten() {
        String subject = UUID.randomUUID().toString();
        note(subject, 0, 7);
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            Response page = Given.signedIn("auditor")
                    .get(PATH + "?limit=3&subjectId=" + subject + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            seen.addAll(page.path("items.action"));
            cursor = page.path("nextCursor") == null ? "" : page.path("nextCursor");
            if (!cursor.isEmpty()) {
                page.then().header("Link", startsWith("</api/v1/audit-log?"));
            }
            note(subject, 100, 2);
        } while (!cursor.isEmpty());
        assertThat(seen).containsExactly("n6", "n5", "n4", "n3", "n2", "n1", "n0");
    }

    private void note(String subject, int from, int count) {
        QuarkusTransaction.requiringNew().run(() -> {
            for (int n = from; n < from + count; n++) {
                trail.note(Caller.SYSTEM, new Subject("test", subject, null), "n" + n, null);
            }
        });
    }

    @Test
    void streamsTheWholeSelectionAsFiles() throws Exception {
        Response account = account();
        signIn(account, "一句够长又好记的初始口令").then().statusCode(200);
        Response csv = Given.signedIn("auditor").get(PATH + ".csv?subjectId=" + account.path("id"));
        csv.then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"audit-log.csv\"");
        List<NamedCsvRecord> rows = CsvReader.builder()
                .ofNamedCsvRecord(csv.asString().replace("\uFEFF", ""))
                .stream()
                .toList();
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).getField("操作")).isEqualTo("sign-in");
        assertThat(rows.get(0).getField("操作人")).isEqualTo("'=1+1");
        assertThat(rows.get(1).getField("原因")).isEqualTo("'=HYPERLINK(1)");
        assertThat(rows.get(1).getField("改动")).contains("姓名或称谓：— → =1+1");

        String subject = UUID.randomUUID().toString();
        note(subject, 0, 2300);
        String[] lines = Given.signedIn("auditor")
                .get(PATH + ".ndjson?subjectId=" + subject)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .split("\n");
        assertThat(lines).hasSize(2300);
        JsonNode last = json.readTree(lines[2299]);
        assertThat(last.get("action").textValue()).isEqualTo("n0");
        assertThat(json.readTree(lines[0]).get("id").longValue())
                .isGreaterThan(last.get("id").longValue());
        log("action=export&actor=auditor&limit=1")
                .body("items[0].subjectKind", equalTo("audit-log"))
                .body("items[0].reason", equalTo("subjectId=" + subject));
    }

    @Test
    void refusesParametersItCanNotRead() {
        for (String query : List.of(
                "from=2021-02-30",
                "from=yesterday",
                "to=%2B999999999-01-01",
                "to=-999999999-01-01",
                "from=2021-1-1",
                "from=0000-01-01",
                "limit=0",
                "limit=9999",
                "count=x",
                "cursor=%F0%9F%98%80")) {
            Response answer =
                    Given.signedIn("auditor").urlEncodingEnabled(false).get(PATH + "?" + query);
            assertThat(answer.statusCode()).as(query).isEqualTo(400);
            assertThat(answer.contentType()).as(query).startsWith("application/problem+json");
        }
        Given.signedIn("auditor").get(PATH + ".csv?from=x").then().statusCode(400);
        for (String odd :
                List.of("actor=%00", "action=' or 1=1 --", "subjectId=%ff", "unitCode=%25", "to=9999-12-31")) {
            assertThat(Given.signedIn("auditor").get(PATH + "?limit=1&" + odd).statusCode())
                    .as(odd)
                    .isEqualTo(200);
        }
    }

    @Test
    void canNotBeWrittenByAnyMethod() {
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            assertThat(Given.signedIn("auditor").request(method, PATH).statusCode())
                    .as(method)
                    .isEqualTo(405);
        }
    }

    @Test
    void holdsTheTokensOfClients() {
        Given.nobody()
                .formParam("grant_type", "client_credentials")
                .formParam("client_id", "demo-150622")
                .formParam("client_secret", "demo-150622-secret")
                .post("/api/v1/oauth/token")
                .then()
                .statusCode(200);
        log("subjectKind=client&actor=demo-150622&action=token&limit=1")
                .body("items[0].actor.kind", equalTo("CLIENT"))
                .body("items[0].unitCode", equalTo("150622"));
        log("subjectKind=client&action=create&limit=1000&count=true")
                .body("items.changes.label.flatten()", hasItem("权限范围"))
                .body("items.id", everyItem(notNullValue()))
                .body("total", greaterThanOrEqualTo(1));
    }
}
