package org.zhaoshang.calls;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;
import org.zhaoshang.HostileBodies;
import org.zhaoshang.shared.time.CityClock;

@QuarkusTest
class CallTest {
    @Inject
    CityClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    static Map<String, Object> terms(int year) {
        return new HashMap<>(Map.of(
                "year", year,
                "name", year + "年度征集",
                "planningFrom", year + "-01-01",
                "planningTo", year + "-03-31",
                "deadline", year + "-04-10",
                "minimumInvestmentYuan", 5_000_000,
                "quotas", List.of(Map.of("unitCode", "150622", "quota", 12))));
    }

    static Response create(Object body) {
        return Given.signedIn("bureau").contentType(ContentType.JSON).body(body).post("/api/v1/calls");
    }

    private static Response patch(String user, int year, String version, Object body) {
        return Given.signedIn(user)
                .contentType("application/merge-patch+json")
                .header("If-Match", version)
                .body(body)
                .patch("/api/v1/calls/" + year);
    }

    @Test
    void holdsTheCallOf2021() {
        Given.signedIn("150622")
                .get("/api/v1/calls/2021")
                .then()
                .statusCode(200)
                .body("deadline", equalTo("2021-04-10"))
                .body("minimumInvestmentYuan", equalTo(5_000_000))
                .body("quotas", hasSize(11))
                .body("quotas.quota.sum()", equalTo(300))
                .body("quotas.find { it.unitCode == '1506A2' }.quota", equalTo(15))
                .body("industryCodes", hasSize(25))
                .body("principleCodes", hasSize(10))
                .body("state", equalTo("CLOSED"))
                .body("allowedActions", empty());
    }

    @Test
    void holdsAnOpenCallOfTheClocksYear() {
        Given.signedIn("150622")
                .get("/api/v1/calls/" + clock.year())
                .then()
                .statusCode(200)
                .body("state", equalTo("OPEN"))
                .body("name", startsWith(clock.year() + "年度"));
    }

    @Test
    void asksTenQuestionsInBothLanguages() {
        Given.signedIn("expert")
                .get("/api/v1/principles")
                .then()
                .statusCode(200)
                .body("items", hasSize(10))
                .body(
                        "items.findAll { it.barring }.code",
                        containsInAnyOrder("INDUSTRIAL_POLICY", "SURPLUS_CAPACITY", "ENVIRONMENT_AND_ENERGY"))
                .body("items[0].name", equalTo("市场需求"));
        Given.signedIn("expert")
                .header("Accept-Language", "en-US")
                .get("/api/v1/principles")
                .then()
                .body("items[0].name", equalTo("Market demand"));
    }

    @Test
    void opensOneCallAYear() {
        create(terms(2031))
                .then()
                .statusCode(201)
                .header("Location", containsPath(":" + RestAssured.port + "/api/v1/calls/2031"))
                .header("ETag", equalTo("\"0\""))
                .body("lateSubmissions", equalTo("MARK"))
                .body("industryCodes", hasSize(25))
                .body("quotas.find { it.unitCode == '150622' }.quota", equalTo(12))
                .body("quotas.find { it.unitCode == '150602' }.quota", equalTo(0))
                .body("state", equalTo("UPCOMING"));
        create(terms(2031)).then().statusCode(409);
    }

    private static org.hamcrest.Matcher<String> containsPath(String path) {
        return org.hamcrest.Matchers.endsWith(path);
    }

    @Test
    void answersARepeatedRequestFromItsKey() {
        for (boolean repeated : new boolean[] {false, true}) {
            Response answer = Given.signedIn("bureau")
                    .contentType(ContentType.JSON)
                    .header("Idempotency-Key", "call-of-2032")
                    .body(terms(2032))
                    .post("/api/v1/calls");
            answer.then().statusCode(201).header("Idempotency-Replayed", repeated ? equalTo("true") : equalTo(null));
        }
    }

    @Test
    void isSetByTheBureauOnly() {
        for (String other : List.of("150622", "150622-lead", "leader", "expert", "admin", "auditor")) {
            Given.signedIn(other)
                    .contentType(ContentType.JSON)
                    .body(terms(2033))
                    .post("/api/v1/calls")
                    .then()
                    .statusCode(403);
            patch(other, 2021, "*", Map.of("name", "改名")).then().statusCode(403);
        }
        for (String other : List.of("expert", "admin")) {
            Given.signedIn(other).get("/api/v1/calls").then().statusCode(403);
            Given.signedIn(other).get("/api/v1/calls/2021/progress").then().statusCode(403);
            Given.signedIn(other).get("/api/v1/calls/2021/extensions").then().statusCode(403);
        }
    }

    @Test
    void refusesTermsThatContradict() {
        Map<String, Object> terms = terms(2034);
        terms.put("planningTo", "2033-12-31");
        terms.put("deadline", "2033-12-30");
        terms.put("industryCodes", List.of());
        create(terms)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/planningTo", "/deadline", "/industryCodes"));
    }

    @Test
    void namesEveryMistakeAtOnce() {
        create(Map.of(
                        "year",
                        2035,
                        "name",
                        "  ",
                        "deadline",
                        "10.4.2035",
                        "minimumInvestmentYuan",
                        -1,
                        "industryCodes",
                        List.of("9.9"),
                        "quotas",
                        List.of(Map.of("unitCode", "150600", "quota", 5)),
                        "version",
                        3))
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/name",
                                "/deadline",
                                "/minimumInvestmentYuan",
                                "/industryCodes/0",
                                "/quotas/0/unitCode",
                                "/version",
                                "/planningFrom",
                                "/planningTo"))
                .body("errors.message", hasItem("“报送截止日期”的格式不对：应为日期，如 2021-04-10"));
    }

    @Test
    void changesOnlyWhatThePatchNames() {
        create(terms(2036)).then().statusCode(201);
        String version = patch("bureau", 2036, "\"0\"", Map.of("deadline", "2036-04-20", "lateSubmissions", "REFUSE"))
                .then()
                .statusCode(200)
                .body("deadline", equalTo("2036-04-20"))
                .body("lateSubmissions", equalTo("REFUSE"))
                .body("name", equalTo("2036年度征集"))
                .extract()
                .header("ETag");
        patch("bureau", 2036, version, Map.of("quotas", List.of(Map.of("unitCode", "150602", "quota", 7))))
                .then()
                .statusCode(200)
                .body("quotas.find { it.unitCode == '150602' }.quota", equalTo(7))
                .body("quotas.find { it.unitCode == '150622' }.quota", equalTo(12));
        patch("bureau", 2036, version, Map.of("name", "过时的修改"))
                .then()
                .statusCode(412)
                .body("current.name", equalTo("2036年度征集"));
    }

    @Test
    void refusesPatchesThatBreakIt() {
        create(terms(2037)).then().statusCode(201);
        patch("bureau", 2037, "*", "{\"name\":null}").then().statusCode(400).body("errors.rule", contains("REQUIRED"));
        patch("bureau", 2037, "*", "{\"year\":2038}").then().statusCode(400).body("errors.pointer", contains("/year"));
        patch("bureau", 2037, "*", "{\"deadline\":\"2037-03-30\"}").then().statusCode(422);
        patch("bureau", 2039, "*", "{}").then().statusCode(404);
        Given.signedIn("bureau")
                .contentType("application/merge-patch+json")
                .body("{}")
                .patch("/api/v1/calls/2037")
                .then()
                .statusCode(428);
        HostileBodies.refusedBy(body -> patch("bureau", 2037, "*", body));
    }

    @Test
    void survivesHostileBodies() {
        HostileBodies.refusedBy(CallTest::create);
        for (String year : List.of("abc", "99999999999", "-1", "2021.5", "%00")) {
            Given.signedIn("bureau")
                    .urlEncodingEnabled(false)
                    .get("/api/v1/calls/" + year)
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void isOpenUntilTheDeadlinesMidnightInShanghai() {
        String bureau = Given.freshToken("bureau", Given.PASSWORD);
        clock.startAt(Instant.parse("2021-04-10T15:59:30Z"));
        Given.bearer(bureau)
                .get("/api/v1/calls/2021")
                .then()
                .body("state", equalTo("OPEN"))
                .body("daysLeft", equalTo(0));
        clock.startAt(Instant.parse("2021-04-10T16:00:00Z"));
        Given.bearer(bureau)
                .get("/api/v1/calls/2021")
                .then()
                .body("state", equalTo("CLOSED"))
                .body("daysLeft", equalTo(-1));
    }
}
