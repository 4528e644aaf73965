package org.zhaoshang.dispatch.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.signing.GivenSigned;
import org.zhaoshang.signing.funds.GivenReceipt;

/**
 * Two months of all eleven units, played from opening to closing: one late, one missing, one returned, one corrected after the
 * month was closed. By hand, in 万元, January then February 2034; funds are all from outside the region:
 *
 * <pre>
 * unit     invested  funds | invested  funds   year's funds (rank)
 * 150602   100       900   | 110       100     1000 (2)
 * 150603   200       800   | 0         0       800  (6)
 * 150621   300       900   | 10        100     1000 (2)
 * 150622   400       1500  | 20        0       1500 (1)   January's investment corrected by -50 in February
 * 150623   500       300   | 30        0       300  (9)   returned, sent again with 250 in place of 300: 250
 * 150624   600       700   | 40        200     900  (4)
 * 150625   700       600   | 50        200     800  (6)
 * 150626   800       900   | 60        0       900  (4)   late in January
 * 150627   900       200   | 70        0       200  (11)
 * 1506A1   1000      100   | 80        200     300  (8)
 * 1506A2   -         -     | 90        210     210  (10)  missing in January
 * </pre>
 */
@QuarkusTest
class TwoMonthsTest {
    private static final String FIRST = "2034-01";
    private static final String SECOND = "2034-02";
    private static final String LATE = "150626";
    private static final String MISSING = "1506A2";
    private static final String RETURNED = "150623";
    private static final String CORRECTED = "150622";
    private static final int WAN = 10_000;

    private record Told(int invested, int funds) {}

    private static final Map<String, Told> JANUARY = told(new int[][] {
        {100, 900},
        {200, 800},
        {300, 900},
        {400, 1500},
        {500, 300},
        {600, 700},
        {700, 600},
        {800, 900},
        {900, 200},
        {1000, 100}
    });
    private static final Map<String, Told> FEBRUARY = told(new int[][] {
        {110, 100}, {0, 0}, {10, 100}, {20, 0}, {30, 0}, {40, 200}, {50, 200}, {60, 0}, {70, 0}, {80, 200}, {90, 210}
    });

    private static Map<String, Told> told(int[][] rows) {
        List<String> units = List.of(
                "150602", "150603", "150621", "150622", "150623", "150624", "150625", "150626", "150627", "1506A1",
                "1506A2");
        Map<String, Told> told = new LinkedHashMap<>();
        for (int at = 0; at < rows.length; at++) {
            told.put(units.get(at), new Told(rows[at][0], rows[at][1]));
        }
        return told;
    }

    @Inject
    CityClock clock;

    private final Map<String, GivenSigned> projects = new HashMap<>();

    @Inject
    EntityManager database;

    /** What was signed in years to come is no longer followed: reports of other tests would have to explain it. */
    @AfterEach
    void backToNow() {
        clock.reset();
        GivenReceipt.clear(database);
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("""
                        update signed_projects set stage = 'TERMINATED', exit_reason = '测试结束'
                        where signed_on >= '2028-01-01'""").executeUpdate());
    }

    private void now(String local) {
        clock.startAt(OffsetDateTime.parse(local + "+08:00").toInstant());
    }

    @Test
    void comeToTheFiguresThatWereWorkedOutByHand() {
        now("2034-01-20T10:00:00");
        FEBRUARY.keySet()
                .forEach(unit -> projects.put(
                        unit,
                        GivenSigned.contract(
                                unit,
                                100,
                                Map.of(
                                        "signedOn", "2034-01-05",
                                        "plannedStartOn", "2034-06-01",
                                        "plannedCompletionOn", "2035-06-01"))));
        JANUARY.forEach((unit, told) -> {
            fill(FIRST, unit, told, "2034-01-15");
            if (!unit.equals(LATE)) {
                submit(FIRST, unit);
            }
        });
        as(
                        "bureau",
                        RETURNED,
                        FIRST,
                        "return",
                        Map.of(
                                "reason",
                                "到位金额与凭证不符",
                                "fields",
                                List.of(Map.of("pointer", "/receipts", "reason", "请核对"))))
                .statusCode(200);
        String receipt = Given.signedIn("bureau")
                .queryParam("signedProject", projects.get(RETURNED).code())
                .get("/api/v1/receipts")
                .then()
                .extract()
                .path("items[0].id");
        String tag = Given.signedIn(RETURNED).get("/api/v1/receipts/" + receipt).header("ETag");
        Given.signedIn(RETURNED)
                .contentType("application/merge-patch+json")
                .header("If-Match", tag)
                .body(Map.of("amountYuan", 250 * WAN))
                .patch("/api/v1/receipts/" + receipt)
                .then()
                .statusCode(200);
        submit(FIRST, RETURNED);
        now("2034-01-29T09:00:00");
        submit(FIRST, LATE);

        now("2034-02-01T09:00:00");
        JANUARY.keySet()
                .forEach(unit -> as("bureau", unit, FIRST, "accept", Map.of()).statusCode(200));
        Given.signedIn("bureau")
                .get("/api/v1/months/" + FIRST + "/status")
                .then()
                .body(of(LATE) + "timing.timeliness", equalTo("LATE"))
                .body(of(LATE) + "timing.lateBySeconds.intdiv(3600)", equalTo(9))
                .body(of(MISSING) + "timing.timeliness", equalTo("MISSING"))
                .body(of(RETURNED) + "timing.timeliness", equalTo("ON_TIME"))
                .body("items.findAll { it.timing.timeliness == 'ON_TIME' }.size()", equalTo(9));
        freeze(FIRST);
        // 5,500 in all; 900 + 800 + 900 + 1500 + 250 + 700 + 600 + 900 + 200 + 100
        summary(FIRST)
                .body("total.submitted", equalTo(10))
                .body("total.figures.completedInvestmentYuan", equalTo(5_500 * WAN))
                .body("total.figures.fundsOutsideYuan", equalTo(6_850 * WAN));
        // 1500; three of 900; 800; 700; 600; 250; 200; 100; nothing
        assertThat(ranks(FIRST, "OUTSIDE_FUNDS"))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("150622", 1),
                        Map.entry("150602", 2),
                        Map.entry("150621", 2),
                        Map.entry("150626", 2),
                        Map.entry("150603", 5),
                        Map.entry("150624", 6),
                        Map.entry("150625", 7),
                        Map.entry("150623", 8),
                        Map.entry("150627", 9),
                        Map.entry("1506A1", 10),
                        Map.entry("1506A2", 11)));

        String summaryBefore = frozen(FIRST);
        String rankingBefore = text("/api/v1/rankings?month=" + FIRST + "&indicator=COMPLETED_INVESTMENT");
        now("2034-02-10T10:00:00");
        as(
                        "bureau",
                        CORRECTED,
                        FIRST,
                        "adjustments",
                        Map.of(
                                "signedProject", projects.get(CORRECTED).code(),
                                "indicator", "COMPLETED_INVESTMENT",
                                "amountYuan", -50 * WAN,
                                "reason", "重复计入的设备款冲减",
                                "adjustedOn", "2034-02-10"))
                .statusCode(201);
        assertThat(frozen(FIRST)).as("a closed month reads the same").isEqualTo(summaryBefore);
        assertThat(text("/api/v1/rankings?month=" + FIRST + "&indicator=COMPLETED_INVESTMENT"))
                .isEqualTo(rankingBefore);

        now("2034-02-20T10:00:00");
        FEBRUARY.forEach((unit, told) -> {
            fill(SECOND, unit, told, "2034-02-10");
            if (told.equals(new Told(0, 0))) {
                submitNothing(SECOND, unit);
            } else {
                submit(SECOND, unit);
            }
            as("bureau", unit, SECOND, "accept", Map.of()).statusCode(200);
        });
        // 560 of February; 100 + 100 + 200 + 200 + 200 + 210
        summary(SECOND)
                .body("total.submitted", equalTo(11))
                .body("total.figures.completedInvestmentYuan", equalTo(560 * WAN))
                .body("total.figures.fundsOutsideYuan", equalTo(1_010 * WAN))
                .body("total.year.completedInvestmentYuan", equalTo(6_060 * WAN))
                .body("total.year.fundsOutsideYuan", equalTo(7_860 * WAN));
        // 1500; 1000 twice; 900 twice; 800 twice; 300; 250; 210; 200
        assertThat(ranks(SECOND, "OUTSIDE_FUNDS"))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("150622", 1),
                        Map.entry("150602", 2),
                        Map.entry("150621", 2),
                        Map.entry("150624", 4),
                        Map.entry("150626", 4),
                        Map.entry("150603", 6),
                        Map.entry("150625", 6),
                        Map.entry("1506A1", 8),
                        Map.entry("150623", 9),
                        Map.entry("1506A2", 10),
                        Map.entry("150627", 11)));
        // 400 + 20 - 50
        ranking(SECOND, "COMPLETED_INVESTMENT").body(of(CORRECTED) + "value", equalTo(370 * WAN));
        Given.signedIn("bureau")
                .get("/api/v1/month-comparison/" + SECOND)
                .then()
                .statusCode(200)
                .body("total.fundsOutside.value", equalTo(1_010 * WAN))
                .body("total.fundsOutside.lastMonth", equalTo(6_850 * WAN))
                // (1010 - 6850) / 6850 = -85.255 %
                .body("total.fundsOutside.onLastMonthPercent.toDouble()", closeTo(-85.3, 0.0001))
                .body(of(MISSING) + "fundsOutside.lastMonth", equalTo(null));
        // Every figure opens the receipts that it sums.
        Given.signedIn("bureau")
                .queryParam("reportedMonth", FIRST + "," + SECOND)
                .queryParam("count", true)
                .get("/api/v1/receipts")
                .then()
                .body("totals.assessedYuan", equalTo(7_860 * WAN));
    }

    private void fill(String month, String unit, Told told, String received) {
        GivenSigned project = projects.get(unit);
        if (told.funds() > 0) {
            GivenReceipt.of(unit, project, (long) told.funds() * WAN, Map.of("receivedOn", received));
        }
        if (told.invested() > 0) {
            Given.signedIn(account(unit))
                    .contentType("text/csv; charset=utf-8")
                    .header("Prefer", "wait=60")
                    .body("month,signedProject,completedInvestmentYuan,nextPlan\n" + month + "," + project.code() + ","
                            + told.invested() * WAN + ",继续推进\n")
                    .post("/api/v1/imports?kind=monthly-entries")
                    .then()
                    .statusCode(200)
                    .body("rows.updated", equalTo(1));
        }
        // Projects of other tests stand still in the report.
        Given.signedIn(account(unit))
                .contentType("application/merge-patch+json; charset=utf-8")
                .header("If-Match", version(unit, month))
                .body(Map.of(
                        "entryDifferenceReason",
                        "自治区系统维护，下月补录",
                        "justifications",
                        List.of(Map.of("rule", "V28", "text", "冬季停工"))))
                .patch(report(unit, month))
                .then()
                .statusCode(200);
    }

    private static void submit(String month, String unit) {
        as(account(unit), unit, month, "submit", Map.of()).statusCode(200);
    }

    /** 零报告 */
    private static void submitNothing(String month, String unit) {
        as(account(unit), unit, month, "submit", Map.of("noChange", true)).statusCode(200);
    }

    private static ValidatableResponse as(String who, String unit, String month, String verb, Map<String, ?> body) {
        return Given.signedIn(who)
                .contentType(ContentType.JSON)
                .header("If-Match", version(unit, month))
                .body(body)
                .post(report(unit, month) + "/" + verb)
                .then();
    }

    private static String report(String unit, String month) {
        return "/api/v1/monthly-reports/" + month + "/" + unit;
    }

    private static String account(String unit) {
        return unit.toLowerCase(Locale.ROOT);
    }

    private static String version(String unit, String month) {
        return Given.signedIn("bureau").get(report(unit, month)).header("ETag");
    }

    private static void freeze(String month) {
        String tag = Given.signedIn("bureau").get("/api/v1/months/" + month).header("ETag");
        Given.signedIn("bureau")
                .contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body(Map.of("reason", "汇总完成"))
                .post("/api/v1/months/" + month + "/freeze")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse summary(String month) {
        return Given.signedIn("bureau")
                .get("/api/v1/months/" + month + "/summary")
                .then();
    }

    /** The figures as they were closed, without the adjustments beside them. */
    private static String frozen(String month) {
        Map<String, Object> summary = summary(month).statusCode(200).extract().path("$");
        Map<String, Object> closed = new HashMap<>(summary);
        closed.remove("adjustments");
        return closed.toString();
    }

    private static String text(String path) {
        return Given.signedIn("bureau")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static ValidatableResponse ranking(String month, String indicator) {
        return Given.signedIn("bureau")
                .queryParam("month", month)
                .queryParam("indicator", indicator)
                .get("/api/v1/rankings")
                .then()
                .statusCode(200);
    }

    private static Map<String, Integer> ranks(String month, String indicator) {
        List<Map<String, Object>> rows = ranking(month, indicator).extract().path("items");
        Map<String, Integer> ranks = new HashMap<>();
        rows.stream()
                .filter(row -> row.get("rank") != null)
                .forEach(row -> ranks.put((String) row.get("unitCode"), (Integer) row.get("rank")));
        return ranks;
    }

    private static String of(String unit) {
        return "items.find { it.unitCode == '" + unit + "' }.";
    }
}
