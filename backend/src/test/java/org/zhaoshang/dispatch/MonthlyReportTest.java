package org.zhaoshang.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.zhaoshang.dispatch.GivenMonth.at;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;
import org.zhaoshang.shared.time.CityClock;

/** A unit's report of a month from the first to its last day, and its timeliness to the second. */
@QuarkusTest
class MonthlyReportTest {
    @Inject
    CityClock clock;

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void isWrittenSubmittedReturnedAndAccepted() {
        clock.startAt(at("2021-03-26T10:00:00"));
        GivenMonth report = GivenMonth.of("2021-03", "150625");
        report.get()
                .statusCode(200)
                .body("state", equalTo("OPEN"))
                .body("timing.dueOn", equalTo("2021-03-28"))
                .body("timing.lateFrom", equalTo("2021-03-29T00:00:00+08:00"))
                .body("timing.timeliness", equalTo("PENDING"))
                .body("timing.daysLeft", equalTo(2))
                .body("allowedActions", contains("edit", "submit"))
                .body("receipt", nullValue());
        report.submit().statusCode(422).body("errors.pointer", contains("/noChange"));
        report.patch(Map.of("experience", "以商招商", "unknown", 1)).statusCode(400);
        report.patch(Map.of("experience", "以商招商", "suggestions", "增加用地指标"))
                .statusCode(200)
                .body("state", equalTo("DRAFT"))
                .body("experience", equalTo("以商招商"));
        report.as(report.account(), "submit", Map.of(), "\"0\"")
                .statusCode(412)
                .body("current.experience", equalTo("以商招商"));
        report.submit()
                .statusCode(200)
                .body("state", equalTo("SUBMITTED"))
                .body("timing.timeliness", equalTo("ON_TIME"))
                .body("timing.periodEndsOn", equalTo("2021-03-26"))
                .body("receipt.revision", equalTo(1))
                .body("receipt.lateBySeconds", equalTo(0))
                .body("receipt.rulesVersion", notNullValue());
        report.patch(Map.of("problems", "迟了")).statusCode(409).body("errors.rule", contains("STATE"));
        report.submit().statusCode(409);

        report.as("bureau", "return", Map.of()).statusCode(400);
        report.as(
                        "bureau",
                        "return",
                        Map.of("reason", "请核对", "fields", List.of(Map.of("pointer", "/x", "reason", "y"))))
                .statusCode(400);
        report.as(
                        "bureau",
                        "return",
                        Map.of("reason", "请核对", "fields", List.of(Map.of("pointer", "/suggestions", "reason", "过于笼统"))))
                .statusCode(200)
                .body("state", equalTo("RETURNED"))
                .body("returned.fields.pointer", contains("/suggestions"));
        report.patch(Map.of("experience", "别的")).statusCode(409).body("errors.pointer", contains("/experience"));
        report.patch(Map.of("suggestions", "安排 500 亩用地指标")).statusCode(200);
        report.as(report.account(), "accept", Map.of()).statusCode(403);
        report.as("bureau", "accept", Map.of()).statusCode(409);

        // Sent again after the last day: it is in time, because it first was.
        clock.startAt(at("2021-03-30T09:00:00"));
        report.submit()
                .statusCode(200)
                .body("returned", nullValue())
                .body("submissions", equalTo(2))
                .body("timing.timeliness", equalTo("ON_TIME"))
                .body("receipt.revision", equalTo(2))
                .body("receipt.timeliness", equalTo("ON_TIME"))
                .body("receipt.periodEndsOn", equalTo("2021-03-26"));
        report.as("bureau", "accept", Map.of())
                .statusCode(200)
                .body("state", equalTo("ACCEPTED"))
                .body("acceptedBy", notNullValue());
        report.get("/history")
                .statusCode(200)
                .body("items.action", contains("accept", "submit", "update", "return", "submit", "update"))
                .body("items[1].changes.label", hasItem("报送次数"));
        report.as("bureau", "return", Map.of("reason", "还有问题")).statusCode(200).body("state", equalTo("RETURNED"));
        report.patch(Map.of("experience", "全部可改")).statusCode(200);
    }

    @Test
    void keepsEverySubmissionToTheLetter() throws Exception {
        clock.startAt(at("2021-04-20T10:00:00"));
        GivenMonth report = GivenMonth.of("2021-04", "150625");
        report.patch(Map.of("experience", "一\n“二”", "problems", "缺\u2028电")).statusCode(200);
        report.submit().statusCode(200);
        report.as("bureau", "return", Map.of("reason", "请补充")).statusCode(200);
        report.patch(Map.of("experience", "改过")).statusCode(200);
        report.submit().statusCode(200);

        report.get("/revisions").statusCode(200).body("items.revision", contains(2, 1));
        String first = report.get("/revisions/1")
                .statusCode(200)
                .body("content.experience", equalTo("一\n“二”"))
                .body("content.month", equalTo("2021-04"))
                .extract()
                .asString();
        report.get("/revisions/3").statusCode(404);
        JsonNode receipt = new ObjectMapper().readTree(first);
        String hash = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(CanonicalJson.write(receipt.get("content")).getBytes(StandardCharsets.UTF_8)));
        assertThat(receipt.get("contentHash").asText()).isEqualTo(hash);
        assertThat(receipt.get("number").asText()).endsWith(hash.substring(0, 6).toUpperCase(java.util.Locale.ROOT));
        report.get("/revisions").body("items.contentHash.unique().size()", equalTo(2));

        Given.nobody()
                .get("/api/v1/public/report-receipts/" + receipt.get("number").asText())
                .then()
                .statusCode(200)
                .body("unitName", equalTo("杭锦旗"))
                .body("month", equalTo("2021-04"))
                .body("contentHash", equalTo(hash))
                .body("timeliness", equalTo("ON_TIME"))
                .body("content", nullValue())
                .body("submittedBy", nullValue());
        for (String unknown : List.of("R-2021-000001-000000", "x", "%00")) {
            Given.nobody()
                    .urlEncodingEnabled(false)
                    .get("/api/v1/public/report-receipts/" + unknown)
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void isInTimeToTheLastSecondOfTheTwentyEighthOfFebruary() {
        clock.startAt(at("2021-02-20T10:00:00"));
        GivenMonth early = GivenMonth.of("2021-02", "150621");
        GivenMonth late = GivenMonth.of("2021-02", "150622");
        String earlyVersion = early.version();
        String lateVersion = late.version();
        Given.token(early.account());
        clock.startAt(at("2021-02-28T23:59:58"));
        early.as(early.account(), "submit", Map.of("noChange", true), earlyVersion)
                .statusCode(200)
                .body("noChange", equalTo(true))
                .body("timing.timeliness", equalTo("ON_TIME"))
                .body("receipt.periodEndsOn", equalTo("2021-02-28"));
        clock.startAt(at("2021-03-01T00:00:00"));
        late.as(late.account(), "submit", Map.of("noChange", true), lateVersion)
                .statusCode(200)
                .body("timing.timeliness", equalTo("LATE"))
                .body("timing.periodEndsOn", equalTo("2021-03-01"));
        clock.startAt(at("2021-03-02T01:00:00"));
        GivenMonth later = GivenMonth.of("2021-02", "150623");
        later.submitNothing().statusCode(200).body("receipt.lateBySeconds", notNullValue());
        assertThat((int) later.get().extract().path("receipt.lateBySeconds")).isBetween(90_000, 90_060);
        GivenMonth.month("2021-02", "/status")
                .statusCode(200)
                .body("items", hasSize(11))
                .body("items.find { it.unitCode == '150621' }.timing.timeliness", equalTo("ON_TIME"))
                .body("items.find { it.unitCode == '150622' }.timing.timeliness", equalTo("LATE"))
                .body("items.find { it.unitCode == '150624' }.timing.timeliness", equalTo("MISSING"));
    }

    @Test
    void beginsTheNextMonthWithTheYear() {
        // A year that no other test has begun.
        clock.startAt(at("2037-12-28T23:59:58"));
        GivenMonth december = GivenMonth.of("2037-12", "150626");
        december.get().body("timing.daysLeft", equalTo(0)).body("timing.timeliness", equalTo("PENDING"));
        clock.startAt(at("2037-12-31T23:59:58"));
        GivenMonth january = GivenMonth.of("2038-01", "150626");
        String version = december.version();
        january.get().statusCode(404);
        december.as(december.account(), "submit", Map.of("noChange", true), version)
                .statusCode(200)
                .body("timing.timeliness", equalTo("LATE"))
                .body("timing.periodEndsOn", equalTo("2037-12-31"))
                .body("receipt.number", containsString("R-2037-"));
        clock.startAt(at("2038-01-01T00:00:00"));
        january.get().statusCode(200).body("state", equalTo("OPEN")).body("timing.dueOn", equalTo("2038-01-28"));
    }

    @Test
    void hasMoreTimeWhereItWasGranted() {
        clock.startAt(at("2021-05-29T10:00:00"));
        GivenMonth report = GivenMonth.of("2021-05", "150627");
        report.get().body("timing.timeliness", equalTo("MISSING"));
        for (Map<String, ?> wrong : List.of(
                Map.of("until", "2021-06-02", "reason", "停电"),
                Map.of("until", "x", "approvedBy", "王主任", "reason", "停电"))) {
            extend(report, "bureau", wrong).statusCode(400);
        }
        extend(report, "bureau", Map.of("until", "2021-05-28", "approvedBy", "王主任", "reason", "停电"))
                .statusCode(422)
                .body("errors.pointer", contains("/until"));
        Map<String, ?> granted = Map.of("until", "2021-06-02", "approvedBy", "王主任", "reason", "停电");
        extend(report, report.account(), granted).statusCode(403);
        extend(report, "bureau", granted)
                .statusCode(201)
                .body("timing.dueOn", equalTo("2021-06-02"))
                .body("timing.timeliness", equalTo("PENDING"));
        // Every unit sees who has more time, and why.
        Given.signedIn("150602")
                .get("/api/v1/months/2021-05/status")
                .then()
                .body("items.find { it.unitCode == '150627' }.timing.extension.approvedBy", equalTo("王主任"))
                .body("items.find { it.unitCode == '150627' }.timing.extension.reason", equalTo("停电"));
        String version = report.version();
        clock.startAt(at("2021-06-02T23:59:58"));
        report.as(report.account(), "submit", Map.of("noChange", true), version)
                .statusCode(200)
                .body("timing.timeliness", equalTo("ON_TIME"))
                .body("receipt.dueOn", equalTo("2021-06-02"));
        extend(report, "bureau", Map.of("until", "2021-06-09", "approvedBy", "王主任", "reason", "停电"))
                .statusCode(409);
    }

    private static io.restassured.response.ValidatableResponse extend(
            GivenMonth report, String who, Map<String, ?> body) {
        return Given.signedIn(who)
                .contentType(ContentType.JSON)
                .body(body)
                .post(report.path() + "/extension")
                .then();
    }

    @Test
    void staysLateWhenItIsReturnedAndSentAgain() {
        clock.startAt(at("2021-06-29T08:00:00"));
        GivenMonth report = GivenMonth.of("2021-06", "150602");
        report.submitNothing().statusCode(200).body("timing.timeliness", equalTo("LATE"));
        report.as("bureau", "return", Map.of("reason", "请补充")).statusCode(200);
        report.get().body("timing.timeliness", equalTo("LATE"));
        clock.startAt(at("2021-07-05T08:00:00"));
        report.patch(Map.of("problems", "缺水")).statusCode(200);
        report.submit()
                .statusCode(200)
                .body("timing.timeliness", equalTo("LATE"))
                .body(
                        "receipt.lateBySeconds",
                        equalTo(report.get("/revisions").extract().path("items[1].lateBySeconds")));
    }

    @Test
    void letsOnlyTheLeadSubmitWhereTheUnitSaysSo() {
        clock.startAt(at("2021-06-20T08:00:00"));
        GivenMonth report = GivenMonth.of("2021-06", "150603");
        leadOnly("150603", true);
        try {
            report.submitNothing().statusCode(409).body("title", containsString("分管领导"));
            report.as("150603-lead", "submit", Map.of("noChange", true)).statusCode(200);
        } finally {
            leadOnly("150603", false);
        }
    }

    private static void leadOnly(String unit, boolean only) {
        int version = Given.signedIn("admin")
                .get("/api/v1/units")
                .then()
                .extract()
                .path("items.find { it.code == '" + unit + "' }.version");
        Given.signedIn("admin")
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"" + version + "\"")
                .body(Map.of("leadSubmitsOnly", only))
                .patch("/api/v1/units/" + unit)
                .then()
                .statusCode(200);
    }

    @Test
    void belongsToItsUnit() {
        clock.startAt(at("2021-06-20T08:00:00"));
        GivenMonth foreign = GivenMonth.of("2021-06", "150623");
        for (String below : List.of("", "/revisions", "/revisions/1", "/history")) {
            Given.signedIn("150622").get(foreign.path() + below).then().statusCode(404);
        }
        foreign.as("150622", "submit", Map.of("noChange", true)).statusCode(404);
        foreign.as("bureau", "submit", Map.of("noChange", true)).statusCode(403);
        Given.signedIn("leader").get(foreign.path()).then().statusCode(404);
        Given.signedIn("expert").get(foreign.path()).then().statusCode(403);
        for (String none :
                List.of("2020-12/150622", "2021-13/150622", "x/150622", "2021-06/150600", "2021-06/999999")) {
            Given.signedIn("bureau")
                    .get("/api/v1/monthly-reports/" + none)
                    .then()
                    .statusCode(404);
        }
        Given.signedIn("150622")
                .get("/api/v1/monthly-reports?limit=1000")
                .then()
                .statusCode(200)
                .body("items.unitCode", everyItem(equalTo("150622")));
    }

    @Test
    void isListedByMonthUnitAndState() {
        clock.startAt(at("2021-08-20T08:00:00"));
        GivenMonth.of("2021-08", "150624").submitNothing().statusCode(200);
        Given.signedIn("bureau")
                .get("/api/v1/monthly-reports?month=2021-08&count=true&limit=5")
                .then()
                .statusCode(200)
                .body("total", equalTo(11))
                .body("items.unitCode", contains("150602", "150603", "150621", "150622", "150623"));
        String cursor = Given.signedIn("bureau")
                .get("/api/v1/monthly-reports?month=2021-08&limit=5")
                .then()
                .extract()
                .path("nextCursor");
        Given.signedIn("bureau")
                .get("/api/v1/monthly-reports?month=2021-08&limit=1000&cursor=" + cursor)
                .then()
                .body("items.unitCode", hasSize(6))
                .body("nextCursor", nullValue());
        Given.signedIn("bureau")
                .get("/api/v1/monthly-reports?month=2021-08&state=SUBMITTED,ACCEPTED")
                .then()
                .body("items.unitCode", contains("150624"));
        Given.signedIn("leader")
                .get("/api/v1/monthly-reports?month=2021-08")
                .then()
                .body("items.unitCode", contains("150624"));
        Given.signedIn("bureau")
                .get("/api/v1/monthly-reports?month=2021-08&unit=150624")
                .then()
                .body("items.timing.timeliness", contains("ON_TIME"));
        for (String wrong : List.of("state=X", "sort=x", "limit=0", "cursor=x")) {
            Given.signedIn("bureau")
                    .get("/api/v1/monthly-reports?" + wrong)
                    .then()
                    .statusCode(400);
        }
        Given.signedIn("bureau").get("/api/v1/monthly-reports?month=x").then().body("items", empty());
        Given.signedIn("150602")
                .get("/api/v1/months/2021-08/status")
                .then()
                .body("items.unitCode", hasItems("150602", "1506A1"))
                .body("items.findAll { it.submissions > 0 }.unitCode", contains("150624"))
                .body("items", not(empty()));
    }
}
