package org.zhaoshang.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;

/** Projects that stand still: the number is the length of the list that it opens, and the rows of its export. */
@QuarkusTest
class AgeingTest {
    private static final String LIMITS = "/api/v1/ageing-limits";

    @Test
    void countsWhatItsListShowsAndItsFileHolds() {
        GivenSigned.project("150627", Map.of());
        GivenSigned.project("150627", Map.of()).stage("STARTED", "2021-05-01", Map.of("startKind", "CONSTRUCTION"));
        for (String who : List.of("150627", "bureau", "leader")) {
            List<Map<String, Object>> kinds = Given.signedIn(who)
                    .get("/api/v1/signed-project-ageing")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("items");
            assertThat(kinds).hasSize(4);
            for (Map<String, Object> kind : kinds) {
                String href = (String) kind.get("href");
                int counted = ((Number) kind.get("projects")).intValue();
                Given.signedIn(who)
                        .get(href + "&count=true")
                        .then()
                        .statusCode(200)
                        .body("total", equalTo(counted));
                String file = Given.signedIn(who)
                        .get(href.replace("/signed-projects?", "/signed-projects.ndjson?"))
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
                assertThat(file.lines().filter(line -> !line.isBlank()).count())
                        .as(href)
                        .isEqualTo(counted);
            }
            assertThat(kinds.getFirst().get("projects"))
                    .as("signed in 2021 and not started")
                    .isNotEqualTo(0);
        }
        Given.signedIn("150627")
                .get("/api/v1/signed-projects?plannedStartTo=2021-06-01&asOf=2021-07-01")
                .then()
                .statusCode(400);
    }

    private static ValidatableResponse put(String who, String ifMatch, Map<String, ?> limits) {
        return Given.signedIn(who)
                .contentType(ContentType.JSON)
                .header("If-Match", ifMatch)
                .body(limits)
                .put(LIMITS)
                .then();
    }

    @Test
    void theBureauSaysAfterHowLongAProjectStandsStill() {
        Map<String, Integer> usual = Map.of("monthsToStart", 3, "daysInTalks", 30, "daysAfterSigning", 20);
        Map<String, Integer> longer = Map.of("monthsToStart", 6, "daysInTalks", 45, "daysAfterSigning", 10);
        String seen = Given.signedIn("150627")
                .get(LIMITS)
                .then()
                .statusCode(200)
                .body("monthsToStart", equalTo(3))
                .body("daysInTalks", equalTo(30))
                .body("daysAfterSigning", equalTo(20))
                .extract()
                .header("ETag");
        try {
            put("150627", seen, longer).statusCode(403);
            put("bureau", "", longer).statusCode(428);
            put("bureau", seen, Map.of("monthsToStart", 0, "daysInTalks", 30, "daysAfterSigning", 1001))
                    .statusCode(400)
                    .body("errors.pointer", hasItem("/daysAfterSigning"));
            put("bureau", seen, Map.of("monthsToStart", 0, "daysInTalks", 30, "daysAfterSigning", 20))
                    .statusCode(400)
                    .body("errors.pointer", contains("/monthsToStart"))
                    .body("errors[0].message", containsString("不小于 1"));
            put("bureau", seen, longer).statusCode(200).body("updatedBy", notNullValue());
            put("bureau", seen, usual).statusCode(412).body("current.monthsToStart", equalTo(6));
            Given.signedIn("bureau")
                    .get("/api/v1/signed-project-ageing")
                    .then()
                    .body("items[0].label", containsString("6 个月"))
                    .body("items[2].label", containsString("45 天"))
                    .body("items[3].label", containsString("10 天"));
            Given.signedIn("auditor")
                    .get("/api/v1/audit-log?subjectKind=ageing-limits&limit=1")
                    .then()
                    .body("items[0].action", equalTo("update"));
        } finally {
            put("bureau", "*", usual).statusCode(200);
        }
    }
}
