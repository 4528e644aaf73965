package org.zhaoshang.dispatch.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.signing.GivenSigned;

/** The ranking of a month over HTTP, in years that no other test writes in. */
@QuarkusTest
class RankingTest {
    private static final String A = "150622";
    private static final String B = "150625";
    /** Whose report of 2028 speaks of no project of a later year. */
    private static final String C = "150627";

    private static final String NONE_SIGNED = "1506A2";
    private static final String CITY = "150600";

    @Inject
    CityClock clock;

    @Inject
    MeasureMonth measures;

    @Inject
    EntityManager database;

    /** What was signed in years to come is no longer followed: reports of other tests would have to explain it. */
    @AfterEach
    void backToNow() {
        clock.reset();
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("""
                        update signed_projects set stage = 'TERMINATED', exit_reason = '测试结束'
                        where signed_on >= '2028-01-01'""").executeUpdate());
    }

    private void now(String local) {
        clock.startAt(OffsetDateTime.parse(local + "+08:00").toInstant());
    }

    private static ValidatableResponse ranking(String who, String month, String indicator) {
        return Given.signedIn(who)
                .queryParam("month", month)
                .queryParam("indicator", indicator)
                .get("/api/v1/rankings")
                .then();
    }

    private static String of(String unit) {
        return "items.find { it.unitCode == '" + unit + "' }.";
    }

    private static GivenSigned signed(String unit, String on, Map<String, ?> with) {
        Map<String, Object> fields = new HashMap<>(
                Map.of("signedOn", on, "plannedStartOn", "2030-09-01", "plannedCompletionOn", "2035-12-31"));
        fields.putAll(with);
        return GivenSigned.contract(unit, 10, fields);
    }

    private static void freeze(String month) {
        String tag = Given.signedIn("bureau")
                .get("/api/v1/months/" + month)
                .then()
                .extract()
                .header("ETag");
        Given.signedIn("bureau")
                .contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body(Map.of("reason", "汇总完成"))
                .post("/api/v1/months/" + month + "/freeze")
                .then()
                .statusCode(200);
    }

    /**
     * By hand, of 2029 up to February. A: two contracts, one of them due and started, and an intent. B: one that ended, which was
     * signed all the same, and one that is left out of the assessment; one of March is not yet there.
     */
    @Test
    void everyCountIsTheLengthOfItsListAndOfItsFile() {
        now("2029-03-10T10:00:00");
        signed(A, "2029-01-15", Map.of("plannedStartOn", "2029-02-01"))
                .stage("STARTED", "2029-02-10", Map.of("startKind", "CONSTRUCTION", "note", "桩基施工"))
                .statusCode(200);
        signed(A, "2029-02-20", Map.of());
        signed(A, "2029-02-21", Map.of("agreementKind", "INTENT"));
        signed(B, "2029-02-01", Map.of("shares", List.of(share(B, 60), share(A, 40))))
                .stage("TERMINATED", "2029-02-25", Map.of("reason", "资金链断裂"))
                .statusCode(200);
        signed(B, "2029-02-02", Map.of())
                .as("bureau", "exclude", Map.of("exclusion", "REAL_ESTATE", "reason", "房地产"))
                .statusCode(200);
        signed(B, "2029-03-01", Map.of());

        ranking("bureau", "2029-02", "SIGNED_OF_YEAR")
                .statusCode(200)
                .body(of(A) + "value", equalTo(2))
                .body(of(B) + "value", equalTo(1))
                .body(of(NONE_SIGNED) + "value", equalTo(0))
                .body(of(A) + "rank", equalTo(1))
                .body(of(B) + "rank", equalTo(2))
                .body(of(NONE_SIGNED) + "rank", equalTo(3));
        ranking("bureau", "2029-02", "STARTED_OF_YEAR").body(of(A) + "value", equalTo(1));
        // 10 + 10 of A itself and 40 % of B's 10; B keeps 60 %.
        ranking("bureau", "2029-02", "AGREED_OF_YEAR")
                .body(of(A) + "value", equalTo(2_400_000_000L))
                .body(of(B) + "value", equalTo(600_000_000));
        for (Measure measure : Measure.values()) {
            if (measure.projects().isPresent() && measure.quantity() == Quantity.PROJECTS) {
                figureIsListIsFile(measure, YearMonth.of(2029, 2));
            }
        }
    }

    private void figureIsListIsFile(Measure measure, YearMonth month) {
        MeasuredMonth measured = QuarkusTransaction.requiringNew()
                .call(() -> measures.of(month.toString(), List.of(measure), clock.now()));
        for (String unit : Arrays.asList(A, B, NONE_SIGNED, null)) {
            BigDecimal figure = measured.figures()
                    .getOrDefault(measure, Map.of())
                    .getOrDefault(unit == null ? CITY : unit, BigDecimal.ZERO);
            String list = RankingViews.href(measure, month, unit);
            int total = Given.signedIn("bureau")
                    .get(list + "&count=true&limit=1")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("total");
            String file = Given.signedIn("bureau")
                    .get(list.replace("signed-projects?", "signed-projects.ndjson?"))
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertThat(figure).as(measure + " of " + unit).isEqualByComparingTo(BigDecimal.valueOf(total));
            assertThat(file.lines()).as(list).hasSize(total);
        }
    }

    private static Map<String, Object> share(String unit, int percent) {
        return Map.of("unitCode", unit, "percent", percent);
    }

    /** By hand: 207.88 of 437.68 亿元 is 47.5 %, in February 16.7 % of the year is over, so 30.8 points ahead. */
    @Test
    void completionIsHeldAgainstTheTargetAndThePace() {
        now("2028-02-20T10:00:00");
        String code = signed(C, "2028-01-10", Map.of()).code();
        TargetTest.replace(
                        2028,
                        List.of(
                                TargetTest.cell(CITY, "COMPLETED_INVESTMENT", 50_000_000_000L),
                                TargetTest.cell(C, "COMPLETED_INVESTMENT", 43_768_000_000L)))
                .statusCode(200);
        IndicatorTest.patch("COMPLETION", Map.of("numerator", "COMPLETED_INVESTMENT"))
                .statusCode(200);
        try {
            report("2028-02", code, 20_788_000_000L);
            ranking("bureau", "2028-02", "COMPLETION")
                    .statusCode(200)
                    .body(of(C) + "value", equalTo(47.5f))
                    .body(of(C) + "rank", equalTo(1))
                    .body(of(C) + "aheadOfPace", equalTo(30.8f))
                    .body(of(A) + "value", nullValue())
                    .body(of(A) + "rank", nullValue())
                    .body("pacePercent", equalTo(16.7f))
                    .body("city.value", equalTo(41.6f))
                    .body("city.rank", nullValue())
                    .body("check.numeratorDifference", equalTo(0))
                    .body("check.denominatorDifference", equalTo(-6_232_000_000L));
            String csv = Given.signedIn("bureau")
                    .get("/api/v1/rankings.csv?month=2028-02&indicator=COMPLETION")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertThat(csv).contains("2078800,4376800,47.5,1").contains("指标说明：").contains("合计减全市");
            Given.signedIn("bureau")
                    .get("/api/v1/rankings.xlsx?month=2028-02")
                    .then()
                    .statusCode(200)
                    .header("Content-Disposition", containsString(".xlsx"));
        } finally {
            IndicatorTest.patch("COMPLETION", Map.of("numerator", "OUTSIDE_FUNDS"))
                    .statusCode(200);
        }
    }

    private static void report(String month, String project, long completed) {
        String path = "/api/v1/monthly-reports/" + month + "/" + C;
        Given.signedIn(C)
                .contentType("application/merge-patch+json; charset=utf-8")
                .body(Map.of(
                        "entries",
                        List.of(Map.of(
                                "signedProject",
                                project,
                                "version",
                                0,
                                "completedInvestmentYuan",
                                completed,
                                "progress",
                                "设备到场",
                                "nextPlan",
                                "安装"))))
                .patch(path + "/entries")
                .then()
                .statusCode(200);
        String tag = Given.signedIn(C).get(path).then().extract().header("ETag");
        String explained = Given.signedIn(C)
                .contentType("application/merge-patch+json; charset=utf-8")
                .header("If-Match", tag)
                .body(Map.of("justifications", List.of(Map.of("rule", "V28", "text", "冬季停工"))))
                .patch(path)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        Given.signedIn(C)
                .contentType(ContentType.JSON)
                .header("If-Match", explained)
                .body(Map.of())
                .post(path + "/submit")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
    }

    @Test
    void isCirculatedAndKeptOnceTheMonthIsClosed() {
        now("2030-02-10T10:00:00");
        signed(A, "2030-01-05", Map.of());
        ranking(A, "2030-01", "SIGNED_OF_YEAR")
                .statusCode(200)
                .body("frozen", equalTo(false))
                .body("items.unitCode", contains(A))
                .body("items[0].value", equalTo(1))
                .body("items[0].numeratorHref", notNullValue())
                .body("city.rank", nullValue())
                .body("city.numeratorHref", nullValue())
                .body("check", nullValue());
        ranking("leader", "2030-01", "SIGNED_OF_YEAR").body("items", hasSize(11));
        freeze("2030-01");
        String closed = Given.signedIn("bureau")
                .get("/api/v1/rankings?month=2030-01&indicator=SIGNED_OF_YEAR")
                .then()
                .statusCode(200)
                .body("frozen", equalTo(true))
                .extract()
                .asString();
        // What is entered later, other words and another measure change the months to come alone.
        signed(A, "2030-01-20", Map.of());
        IndicatorTest.patch("SIGNED_OF_YEAR", Map.of("definitionZh", "另一种说法。")).statusCode(200);
        try {
            assertThat(Given.signedIn("bureau")
                            .get("/api/v1/rankings?month=2030-01&indicator=SIGNED_OF_YEAR")
                            .then()
                            .extract()
                            .asString())
                    .isEqualTo(closed);
            ranking("bureau", "2030-02", "SIGNED_OF_YEAR")
                    .body("definition", equalTo("另一种说法。"))
                    .body("previousMonth", equalTo("2030-01"))
                    .body(of(A) + "value", equalTo(2))
                    .body(of(A) + "previousValue", equalTo(1))
                    .body(of(A) + "rankChange", equalTo(0));
        } finally {
            IndicatorTest.patch(
                            "SIGNED_OF_YEAR", Map.of("definitionZh", "本年内首次签订投资合同、月末仍计入的项目个数；意向和框架协议另计，不计入考核的项目除外。"))
                    .statusCode(200);
        }
        ranking(A, "2030-01", "SIGNED_OF_YEAR")
                .body("items", hasSize(11))
                .body(of(B) + "value", equalTo(0))
                .body(of(B) + "numeratorHref", nullValue())
                .body("check.numeratorDifference", equalTo(0));
    }

    @Test
    void isOfAMonthThatHasBegunAndAnIndicatorThatThereIs() {
        ranking("bureau", "2021-02", "WISHES").statusCode(400).body("errors.pointer", contains("/indicator"));
        ranking("bureau", "2099-02", "START").statusCode(400).body("errors.pointer", contains("/month"));
        ranking("bureau", "soon", "START").statusCode(400).body("errors.pointer", contains("/month"));
        ranking("admin", "2021-02", "START").statusCode(403);
        Given.signedIn("bureau")
                .get("/api/v1/signed-projects?stageAtLeast=MERGED&creditedKind=X&creditedOn=soon")
                .then()
                .statusCode(400)
                .body("errors", hasSize(2));
        Given.signedIn("bureau")
                .get("/api/v1/signed-projects?plannedStartTo=2021-06-01&asOf=2021-06-01")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/plannedStartTo"));
    }
}
