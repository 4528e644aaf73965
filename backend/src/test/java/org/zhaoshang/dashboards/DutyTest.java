package org.zhaoshang.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;
import org.zhaoshang.projects.GivenProject;
import org.zhaoshang.shared.time.CityClock;

@QuarkusTest
class DutyTest {
    @Inject
    CityClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private static ValidatableResponse duties(String user) {
        return Given.signedIn(user).get("/api/v1/dashboard/duties").then().statusCode(200);
    }

    /** Follows every link and compares what it lists with what the first page says. */
    private static List<String> everyFigureIsItsList(String user) {
        JsonPath board = duties(user).extract().jsonPath();
        List<Map<String, Object>> items = board.getList("items");
        List<Map<String, Object>> figures = board.getList("figures");
        for (Map<String, Object> duty : items) {
            long listed =
                    listed(user, (String) duty.get("href"), duty.get("kind").equals("QUOTA"));
            assertThat(((Number) duty.get("count")).longValue())
                    .as("%s of %s", duty, user)
                    .isEqualTo(listed);
        }
        for (Map<String, Object> figure : figures) {
            String href = (String) figure.get("href");
            BigDecimal value = new BigDecimal(figure.get("value").toString());
            if (figure.get("key").equals("totalInvestmentYuan")) {
                Object total = get(user, href).get("totals.totalInvestmentYuan");
                assertThat(value).as("%s of %s", figure, user).isEqualByComparingTo(total.toString());
            } else if (href.startsWith("/api/v1/rankings")) {
                JsonPath ranking = get(user, href);
                Object shown = ranking.get(ranking.getList("items").size() == 1 ? "items[0].value" : "city.value");
                assertThat(value).as("%s of %s", figure, user).isEqualByComparingTo(shown.toString());
            } else {
                assertThat(value.longValueExact()).as("%s of %s", figure, user).isEqualTo(listed(user, href, false));
            }
        }
        return items.stream().map(duty -> (String) duty.get("kind")).toList();
    }

    private static long listed(String user, String href, boolean missing) {
        JsonPath list = get(user, href);
        if (href.startsWith("/api/v1/calls/")) {
            return missing
                    ? list.getLong("quota") - list.getLong("accepted")
                    : list.getList("units").size();
        }
        if (href.matches("/api/v1/price-reports/\\d+/.+")) {
            return Math.max(1, list.getList("missing").size() + list.getLong("blocking") + list.getLong("explaining"));
        }
        assertThat((Object) list.get("nextCursor")).as(href).isNull();
        return list.getList("items").size();
    }

    private static JsonPath get(String user, String href) {
        String whole = href.contains("/projects?") ? href + "&limit=1000" : href;
        return Given.signedIn(user).get(whole).then().statusCode(200).extract().jsonPath();
    }

    @Test
    void tellsAUnitWhatToCorrectCompleteAndSubmit() {
        Given.signedIn("150603")
                .contentType(ContentType.JSON)
                .body(Map.of("name", GivenProject.uniqueName()))
                .post("/api/v1/projects")
                .then()
                .statusCode(201);
        GivenProject.in("DRAFT", "150603");
        GivenProject.in("RETURNED", "150603");
        GivenProject.in("ACCEPTED", "150603");
        assertThat(everyFigureIsItsList("150603")).contains("RETURNED", "UNFINISHED", "READY", "QUOTA", "MONTHS");
        duties("150603")
                .body("items.find { it.kind == 'QUOTA' }.dueOn", equalTo(clock.year() + "-12-31"))
                .body("figures.key", hasItems("drafts", "submitted", "accepted", "published"));
    }

    @Test
    void leadsStraightToTheOneProjectThatWasReturned() {
        GivenProject only = GivenProject.in("RETURNED", "1506A2");
        duties("1506a2")
                .body("items.find { it.kind == 'RETURNED' }.count", equalTo(1))
                .body("items.find { it.kind == 'RETURNED' }.page", equalTo("/projects/" + only.id() + "/edit"));
        assertThat(everyFigureIsItsList("1506a2")).contains("RETURNED");
    }

    @Test
    void countsTheRowsThatKeepAMonthFromBeingReported() {
        clock.startAt(OffsetDateTime.parse("2021-04-22T10:00:00+08:00").toInstant());
        String month = "/api/v1/monthly-reports/2021-04/150602";
        String path = "items.find { it.page == '/monthly-reports/2021-04/150602' }";
        duties("150602")
                .body(path + ".title", equalTo("2021年4月月报：可以报送，没有变化时一步零报告"))
                .body(path + ".daysLeft", equalTo(6))
                .body(path + ".urgency", equalTo("SOON"));
        String project = Given.signedIn("150602")
                .contentType(ContentType.JSON)
                .body(Map.of("name", GivenProject.uniqueName(), "agreementKind", "CONTRACT", "signedOn", "2020-12-15"))
                .post("/api/v1/signed-projects")
                .then()
                .statusCode(201)
                .extract()
                .path("code");
        Given.signedIn("150602")
                .contentType("application/merge-patch+json")
                .body(Map.of(
                        "entries",
                        List.of(Map.of("signedProject", project, "version", 0, "completedInvestmentYuan", 1))))
                .patch(month + "/entries")
                .then()
                .statusCode(200);
        duties("150602").body(path + ".title", equalTo("2021年4月月报：还差 1 行即可报送"));
        assertThat(everyFigureIsItsList("150602")).contains("MONTHS");
        String quiet = "/api/v1/monthly-reports/2021-04/150603";
        Given.signedIn("150603")
                .contentType(ContentType.JSON)
                .header("If-Match", Given.signedIn("150603").get(quiet).header("ETag"))
                .body(Map.of("noChange", true))
                .post(quiet + "/submit")
                .then()
                .statusCode(200);
        duties("bureau").body("items.title", hasItem(containsString("份月报待审")));
        clock.startAt(OffsetDateTime.parse("2021-05-02T10:00:00+08:00").toInstant());
        duties("bureau").body("items.title", hasItem(containsString("可以关闭（封账）")));
        assertThat(everyFigureIsItsList("bureau")).contains("MONTHS");
        duties("150602").body("items.find { it.title.contains('份往月月报未报') }.urgency", equalTo("OVERDUE"));
    }

    @Test
    void tellsTheBureauWhatWaitsForADecision() {
        GivenProject.in("SUBMITTED", "150621");
        GivenProject.in("ACCEPTED", "150621");
        assertThat(everyFigureIsItsList("bureau")).contains("REVIEW", "PUBLISH", "BEHIND");
    }

    @Test
    void showsALeaderTheYearAndTheLibrary() {
        GivenProject.in("PUBLISHED", "150624");
        GivenProject.in("SIGNED", "150624");
        everyFigureIsItsList("leader");
        duties("leader")
                .body(
                        "figures.key",
                        hasItems(
                                "OUTSIDE_FUNDS",
                                "COMPLETED_INVESTMENT",
                                "accepted",
                                "totalInvestmentYuan",
                                "published",
                                "signed"))
                .body("items", empty());
    }

    @Test
    void showsTheOthersNothingOfBusiness() {
        duties("admin").body("figures", empty());
        duties("auditor").body("figures", empty());
        everyFigureIsItsList("expert");
    }

    @Test
    void pressesAsTheDeadlineNears() {
        String unit = Given.freshToken("150625", Given.PASSWORD);
        clock.startAt(Instant.parse("2021-03-01T04:00:00Z"));
        quotaUrgency(unit, "NORMAL", 40);
        clock.startAt(Instant.parse("2021-04-10T15:59:00Z"));
        quotaUrgency(unit, "SOON", 0);
        clock.startAt(Instant.parse("2021-04-10T16:00:00Z"));
        quotaUrgency(unit, "OVERDUE", -1);
    }

    private static void quotaUrgency(String token, String urgency, int daysLeft) {
        Given.bearer(token)
                .get("/api/v1/dashboard/duties")
                .then()
                .statusCode(200)
                .body("items.find { it.kind == 'QUOTA' }.urgency", equalTo(urgency))
                .body("items.find { it.kind == 'QUOTA' }.daysLeft", equalTo(daysLeft));
    }

    @Test
    void speaksEnglishToo() {
        Given.signedIn("bureau")
                .header("Accept-Language", "en")
                .get("/api/v1/dashboard/duties")
                .then()
                .body("figures.label", hasItem("In the library"));
    }
}
