package org.zhaoshang.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.zhaoshang.dispatch.GivenMonth.at;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;
import org.zhaoshang.shared.time.CityClock;

/** Months that open by themselves, once, and are closed for all. */
@QuarkusTest
class MonthTest {
    private static final int SERVERS = 8;

    @Inject
    CityClock clock;

    @Inject
    OpenMonths open;

    @Inject
    MonthNotices notices;

    @Inject
    EntityManager database;

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<T> done = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = work.stream()
                    .map(one -> threads.submit(() -> {
                        start.await();
                        return one.call();
                    }))
                    .toList();
            start.countDown();
            for (var one : all) {
                done.add(one.get());
            }
        }
        return done;
    }

    @Test
    void openOnceHoweverManyServersOpenThem() throws Exception {
        Callable<List<String>> server =
                () -> QuarkusTransaction.requiringNew().call(() -> open.open("2035-01", "2035-06"));
        List<String> opened = atOnce(
                        Stream.generate(() -> server).limit(SERVERS).toList())
                .stream()
                .flatMap(List::stream)
                .sorted()
                .toList();
        assertThat(opened).containsExactly("2035-01", "2035-02", "2035-03", "2035-04", "2035-05", "2035-06");
        assertThat(count("monthly_reports where month between '2035-01' and '2035-06'"))
                .isEqualTo(6 * 11);
        assertThat(count("audit_entries where subject_kind = 'month' and subject_id like '2035-%' and action = 'open'"))
                .isEqualTo(6);
        assertThat(count("monthly_reports where month = '2035-02' and due_on <> '2035-02-28'"))
                .isZero();
    }

    @Test
    void areMadeUpForAfterASilentTime() {
        clock.startAt(at("2031-03-01T00:00:01"));
        GivenMonth.month("2031-03", "")
                .statusCode(200)
                .body("units", equalTo(11))
                .body("frozenAt", nullValue());
        clock.startAt(at("2031-07-15T00:00:00"));
        GivenMonth.of("2031-05", "150622").get().statusCode(200).body("timing.timeliness", equalTo("MISSING"));
        Given.signedIn("150622")
                .get("/api/v1/months")
                .then()
                .statusCode(200)
                .body("items.month", hasItems("2031-04", "2031-05", "2031-06", "2031-07"));
        GivenMonth.month("2031-08", "").statusCode(404);
    }

    @Test
    void oweAsManyReportsAsWhenTheyOpened() {
        QuarkusTransaction.requiringNew().run(() -> open.open("2033-01", "2033-01"));
        setDueDay("1506A2", null);
        try {
            QuarkusTransaction.requiringNew().run(() -> open.open("2033-01", "2033-02"));
        } finally {
            setDueDay("1506A2", 31);
        }
        QuarkusTransaction.requiringNew().run(() -> open.open("2033-02", "2033-04"));
        setDueDay("1506A2", 28);
        assertThat(count("monthly_reports where month = '2033-01'")).isEqualTo(11);
        assertThat(count("monthly_reports where month = '2033-02'")).isEqualTo(10);
        assertThat(count("monthly_reports where unit_code = '1506A2' and due_on in ('2033-03-31', '2033-04-30')"))
                .isEqualTo(2);
    }

    private void setDueDay(String unit, Integer day) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "update units set monthly_report_due_day = cast(:day as integer) where code = :unit")
                        .setParameter("day", day)
                        .setParameter("unit", unit)
                        .executeUpdate());
    }

    private long count(String what) {
        return QuarkusTransaction.requiringNew()
                .call(() -> (long) database.createNativeQuery("select count(*) from " + what, Long.class)
                        .getSingleResult());
    }

    @Test
    void remindTheUnitsThatOweThem() {
        clock.startAt(at("2032-05-21T08:00:00"));
        GivenMonth.month("2032-05", "").statusCode(200);
        GivenMonth.of("2032-05", "150627").submitNothing().statusCode(200);
        for (String day : List.of("21", "21", "22", "25", "27", "28", "29")) {
            notices.remind(java.time.LocalDate.parse("2032-05-" + day));
        }
        for (int days : List.of(7, 3, 1, 0)) {
            assertThat(count("notices where once like 'MONTHLY_REPORT_DUE:2032-05:%:" + days + "'"))
                    .isEqualTo(10);
        }
        assertThat(count("notices where once like 'MONTHLY_REPORT_DUE:2032-05:%'"))
                .isEqualTo(40);
        Given.signedIn("150622")
                .get("/api/v1/notifications")
                .then()
                .body("items.title", hasItem(containsString("2032-05 月调度报表今天 24 时截止")));
    }

    @Test
    void closeForAllAndKeepTheirFigures() {
        clock.startAt(at("2021-09-28T12:00:00"));
        GivenMonth report = GivenMonth.of("2021-09", "150622");
        report.patch(Map.of("experience", "以商招商")).statusCode(200);
        report.submit().statusCode(200);
        GivenMonth.freeze("2021-09").statusCode(409).body("title", containsString("东胜区"));
        GivenMonth.month("2021-09", "").body("whyNot.action", contains("freeze"));
        clock.startAt(at("2021-10-02T12:00:00"));
        GivenMonth.month("2021-09", "/status.csv")
                .statusCode(200)
                .body(containsString("准格尔旗,已报送,按时"))
                .body(containsString("东胜区,待填,未报"));
        GivenMonth.month("2021-09", "/status.xlsx").statusCode(200);
        Given.signedIn("bureau").get("/api/v1/months?closable=true").then().body("items.month", hasItem("2021-09"));
        GivenMonth.month("2021-09", "")
                .body("allowedActions", contains("freeze"))
                .body("missing", equalTo(10));
        Given.signedIn("150622")
                .header("If-Match", "*")
                .post("/api/v1/months/2021-09/freeze")
                .then()
                .statusCode(403);
        GivenMonth.freeze("2021-09")
                .statusCode(200)
                .body("frozenAt", notNullValue())
                .body("frozenBy", notNullValue())
                .body("onTime", equalTo(1))
                .body("missing", equalTo(10));
        GivenMonth.freeze("2021-09").statusCode(409);

        GivenMonth missing = GivenMonth.of("2021-09", "150602");
        missing.get().body("timing.timeliness", equalTo("MISSING")).body("allowedActions", hasSize(0));
        missing.submitNothing().statusCode(409).body("title", containsString("调增、调减"));
        missing.patch(Map.of("experience", "迟了")).statusCode(409).body("errors.rule", contains("STATE"));
        report.as("bureau", "return", Map.of("reason", "迟了")).statusCode(409);
        report.as("bureau", "accept", Map.of()).statusCode(409);
        missing.get("/history").body("items.action", contains("miss"));
        String frozen = GivenMonth.month("2021-09", "/summary")
                .statusCode(200)
                .body("frozen", equalTo(true))
                .body("items", hasSize(11))
                .body("total.submitted", equalTo(1))
                .body("items.find { it.unitCode == '150622' }.timeliness", equalTo("ON_TIME"))
                .body("items.find { it.unitCode == '150602' }.timeliness", equalTo("MISSING"))
                .extract()
                .asString();
        clock.startAt(at("2021-11-02T12:00:00"));
        assertThat(GivenMonth.month("2021-09", "/summary").extract().asString()).isEqualTo(frozen);
        GivenMonth.month("2021-09", "/summary?asOf=2021-09-27")
                .statusCode(200)
                .body("frozen", equalTo(false))
                .body("total.submitted", equalTo(0))
                .body("items.find { it.unitCode == '150602' }.timeliness", equalTo("PENDING"));
        for (String wrong : List.of("x", "2021-02-30", "2099-01-01")) {
            GivenMonth.month("2021-09", "/summary?asOf=" + wrong).statusCode(400);
        }
        Given.signedIn("150623")
                .get("/api/v1/months/2021-09/summary")
                .then()
                .body("items.unitCode", contains("150623"))
                .body("total", nullValue());
    }

    @Test
    void aReportComesBeforeTheClosingOrIsRefused() throws Exception {
        clock.startAt(at("2021-10-29T12:00:00"));
        List<GivenMonth> reports = List.of("150602", "150603", "150621", "150623", "150624", "150626").stream()
                .map(unit -> GivenMonth.of("2021-10", unit))
                .toList();
        List<Callable<Integer>> work = new ArrayList<>();
        for (GivenMonth report : reports) {
            String version = report.version();
            Given.token(report.account());
            work.add(() -> report.as(report.account(), "submit", Map.of("noChange", true), version)
                    .extract()
                    .statusCode());
        }
        work.add(4, () -> GivenMonth.freeze("2021-10").extract().statusCode());
        List<Integer> statuses = atOnce(work);
        // One that comes after the closing finds the month closed, or its own version moved.
        assertThat(statuses).isSubsetOf(200, 409, 412).hasSize(7);
        assertThat(statuses.get(4)).isEqualTo(200);
        int submitted = (int) statuses.stream().filter(status -> status == 200).count() - 1;
        GivenMonth.month("2021-10", "/summary")
                .body("total.submitted", equalTo(submitted))
                .body("items.findAll { it.timeliness == 'LATE' }.size()", equalTo(submitted));
        GivenMonth.month("2021-10", "").body("late", equalTo(submitted)).body("missing", equalTo(11 - submitted));
        GivenMonth.month("2021-10", "/status").body("items.timing.timeliness", hasItem("MISSING"));
    }
}
