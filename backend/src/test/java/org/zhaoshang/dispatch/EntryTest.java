package org.zhaoshang.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.zhaoshang.dispatch.GivenEntry.check;
import static org.zhaoshang.dispatch.GivenEntry.list;
import static org.zhaoshang.dispatch.GivenEntry.of;
import static org.zhaoshang.dispatch.GivenEntry.row;
import static org.zhaoshang.dispatch.GivenEntry.save;
import static org.zhaoshang.dispatch.GivenMonth.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.signing.GivenSigned;

/** The rows of a report: carried over, written side by side, owed only where there is news. */
@QuarkusTest
class EntryTest {
    @Inject
    CityClock clock;

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void areCarriedOverAndOweOnlyTheirNews() {
        String unit = "1506A1";
        clock.startAt(at("2021-01-20T10:00:00"));
        String built = GivenEntry.project("1506a1");
        String quiet = GivenEntry.project("1506a1");
        GivenMonth january = GivenMonth.of("2021-01", unit);
        list(january)
                .body(of(built) + ".version", equalTo(0))
                .body(of(built) + ".stage", equalTo("SIGNED"))
                .body(of(built) + ".changed", equalTo(false))
                .body(of(built) + ".last", nullValue())
                .body(of(quiet) + ".findings", empty());
        save(january, List.of(row(built, 0, "stage", "STARTED", "completedInvestmentYuan", 1200000.5)))
                .statusCode(200)
                .body("results.status", contains("SAVED"))
                .body("results[0].entry.version", equalTo(1))
                .body("results[0].entry.changed", equalTo(true))
                .body("results[0].entry.news", contains("stage", "completedInvestmentYuan"))
                .body("results[0].entry.openFields", nullValue())
                .body("results[0].entry.findings.pointer", containsInAnyOrder("/progress", "/nextPlan", "/startKind"))
                .body("report.state", equalTo("DRAFT"));
        january.submit()
                .statusCode(422)
                .body("errors.pointer", hasItems("/entries/" + built + "/progress", "/entries/" + built + "/startKind"))
                .body("errors.pointer", not(hasItem(containsString(quiet))));
        // Until the report is submitted nobody sees the stage at the project.
        stage(built).body("stage", equalTo("SIGNED"));
        save(
                        january,
                        List.of(row(
                                built,
                                1,
                                "stageOn",
                                "2021-01-18",
                                "startKind",
                                "CONSTRUCTION",
                                "progress",
                                "场地平整",
                                "nextPlan",
                                "厂房封顶")))
                .body("results[0].entry.findings", empty());
        january.submitNothing().statusCode(422).body("errors.pointer", contains("/noChange"));
        january.submit().statusCode(200);
        stage(built).body("stage", equalTo("STARTED")).body("stageOn", equalTo("2021-01-18"));
        january.get("/revisions/1")
                .body(
                        "content.entries.find { it.signedProject == '" + built + "' }.completedInvestmentYuan",
                        equalTo(1200000.5f))
                .body("content.entries.find { it.signedProject == '" + built + "' }.stage", equalTo("STARTED"));
        save(january, List.of(row(built, 2, "progress", "迟了"))).statusCode(409);
        list(january).body(of(built) + ".version", equalTo(3));
        GivenMonth.month("2021-01", "/summary")
                .body("items.find { it.unitCode == '1506A1' }.figures.completedInvestmentYuan", equalTo(1200000.5f))
                .body("items.find { it.unitCode == '1506A1' }.figures.changed", equalTo(1))
                .body("items.find { it.unitCode == '1506A1' }.figures.stages.STARTED", equalTo(1));

        clock.startAt(at("2021-02-20T10:00:00"));
        GivenMonth february = GivenMonth.of("2021-02", unit);
        list(february)
                .body(of(built) + ".stage", equalTo("STARTED"))
                .body(of(built) + ".progress", equalTo("场地平整"))
                .body(of(built) + ".nextPlan", equalTo("厂房封顶"))
                .body(of(built) + ".changed", equalTo(false))
                .body(of(built) + ".completedInvestmentYuan", equalTo(0))
                .body(of(built) + ".completedInvestmentYearYuan", equalTo(1200000.5f))
                .body(of(built) + ".last.month", equalTo("2021-01"))
                .body(of(built) + ".last.completedInvestmentYuan", equalTo(1200000.5f))
                .body("items.findings.flatten()", empty());
        february.submitNothing().statusCode(200);

        // Two months without news: one reason is asked for, once.
        clock.startAt(at("2021-03-20T10:00:00"));
        GivenMonth march = GivenMonth.of("2021-03", unit);
        list(march)
                .body(of(quiet) + ".stillMonths", equalTo(2))
                .body(of(quiet) + ".findings.rule", contains("V28"))
                .body(of(built) + ".stillMonths", equalTo(2));
        march.submitNothing().statusCode(422).body("errors.rule.unique()", contains("V28"));
        save(
                        march,
                        List.of(
                                row(quiet, 0, "justifications", List.of(Map.of("rule", "V28", "text", "等待土地指标"))),
                                row(built, 0, "completedInvestmentYuan", 300000)))
                .body("results.status", contains("SAVED", "SAVED"))
                .body("results[0].entry.changed", equalTo(false))
                .body("results[1].entry.completedInvestmentYearYuan", equalTo(1500000.5f));
        march.patch(Map.of("justifications", List.of(Map.of("rule", "V28", "text", "冬季停工"))))
                .statusCode(200);
        march.submit().statusCode(200);
        clock.startAt(at("2021-04-20T10:00:00"));
        list(GivenMonth.of("2021-04", unit))
                .body(of(quiet) + ".stillMonths", equalTo(3))
                .body(of(quiet) + ".justifications.text", contains("等待土地指标"));
    }

    private static io.restassured.response.ValidatableResponse stage(String code) {
        String id = Given.signedIn("bureau")
                .get("/api/v1/signed-projects?q=" + code)
                .then()
                .extract()
                .path("items.find { it.code == '" + code + "' }.id");
        return Given.signedIn("bureau")
                .get("/api/v1/signed-projects/" + id)
                .then()
                .statusCode(200);
    }

    @Test
    void areWrittenByTwoPeopleSideBySide() {
        clock.startAt(at("2021-05-20T10:00:00"));
        GivenMonth report = GivenMonth.of("2021-05", "1506A2");
        String one = GivenEntry.project("1506a2");
        String other = GivenEntry.project("1506a2");
        save(report, List.of(Map.of("signedProject", one, "progress", "甲"))).statusCode(428);
        save(report, List.of(row(one, 0, "progress", "甲"))).body("results.status", contains("SAVED"));
        save(report, List.of(row(one, 0, "progress", "乙"), row(other, 0, "progress", "乙")))
                .statusCode(200)
                .body("results.status", contains("REJECTED", "SAVED"))
                .body("results[0].errors.rule", contains("STATE"))
                .body("results[0].entry.progress", equalTo("甲"));
        save(report, List.of(row(other, 1, "progress", "乙"))).body("results.status", contains("UNCHANGED"));
        save(
                        report,
                        List.of(
                                row(one, 1, "progress", null),
                                row(one, 1, "progress", "丙"),
                                row("ORD-SGN-150622-9999", 0, "progress", "丁"),
                                row(other, 1, "completedInvestmentYuan", -1),
                                row(other, 1, "stage", "MERGED"),
                                row(other, 1, "nothing", 1),
                                row("\u0000", 0)))
                .statusCode(200)
                .body(
                        "results.status",
                        contains("SAVED", "REJECTED", "REJECTED", "REJECTED", "REJECTED", "REJECTED", "REJECTED"))
                .body("results[2].errors.rule", contains("CODE"))
                .body("results[3].errors[0].message", containsString("调减单"))
                .body("results[4].errors[0].message", containsString("签约项目页面"));
        for (Object wrong : List.of(Map.of(), Map.of("entries", "x"), Map.of("entries", List.of()), List.of())) {
            Given.signedIn("1506a2")
                    .contentType("application/merge-patch+json")
                    .header("If-Match", "*")
                    .body(wrong)
                    .patch(report.path() + "/entries")
                    .then()
                    .statusCode(400);
        }
        save(report, List.of(row(other, 1, "permits", Map.of("LAND", "DONE", "ENERGY", "IN_PROGRESS"))))
                .body("results[0].entry.permits.LAND", equalTo("DONE"));
        save(report, List.of(row(other, 2, "permits", Map.of("LAND", "NOTHING"))))
                .body("results.status", contains("REJECTED"))
                .body("results[0].errors.pointer", contains("/permits/LAND"));
        Given.signedIn("1506a1").get(report.path() + "/entries").then().statusCode(404);
        String foreign = GivenEntry.project("1506a1");
        save(report, List.of(row(foreign, 0, "progress", "越权")))
                .body("results.status", contains("REJECTED"))
                .body("results[0].entry", nullValue());
    }

    /** Only the project's own step asks what it is merged into. */
    @Test
    void mergeNoProjectWithoutTheOneThatItIsMergedInto() {
        clock.startAt(at("2021-12-20T10:00:00"));
        GivenMonth report = GivenMonth.of("2021-12", "1506A2");
        GivenSigned into = GivenSigned.project("1506A2", Map.of());
        GivenSigned project = GivenSigned.project("1506A2", Map.of());
        project.stage("MERGED", "2021-07-01", Map.of("reason", "并入一期", "mergedInto", into.code()))
                .statusCode(200);
        save(report, List.of(row(project.code(), 0, "progress", "已并入一期")))
                .body("results.status", contains("SAVED"))
                .body("results[0].entry.stage", equalTo("MERGED"))
                .body("results[0].entry.findings.rule", not(hasItem("STATE")));
        project.stage("SIGNED", "2021-07-02", Map.of("reason", "误操作")).statusCode(200);
        save(report, List.of(row(project.code(), 1, "justifications", List.of(Map.of("rule", "V23", "text", "并入一期")))))
                .body("results.status", contains("SAVED"))
                .body("results[0].entry.findings.rule", hasItem("STATE"))
                .body("results[0].entry.findings.pointer", hasItem("/stage"));
        report.submit().statusCode(422).body("errors.pointer", hasItem("/entries/" + project.code() + "/stage"));
        save(report, List.of(row(project.code(), 2, "stage", "SIGNED", "stageOn", "2021-07-02")))
                .body("results[0].entry.findings.rule", not(hasItem("STATE")));
        // Or reports of earlier months would speak of them.
        for (GivenSigned ended : List.of(project, into)) {
            ended.stage("TERMINATED", "2021-07-03", Map.of("reason", "示例结束")).statusCode(200);
        }
    }

    /** The project went on while its report was back at the unit: the row may say what the project has reached by now. */
    @Test
    void followAProjectThatMovedOnBeforeTheReportCameAgain() {
        clock.startAt(at("2023-05-20T10:00:00"));
        GivenMonth report = GivenMonth.of("2023-05", "1506A1");
        GivenSigned project = GivenSigned.project("1506A1", Map.of());
        String code = project.code();
        save(
                        report,
                        List.of(row(
                                code,
                                0,
                                "stage",
                                "REGISTERED",
                                "stageOn",
                                "2023-05-10",
                                "progress",
                                "已注册",
                                "nextPlan",
                                "开工")))
                .body("results[0].entry.findings", empty());
        report.patch(Map.of("justifications", List.of(Map.of("rule", "V28", "text", "停工"))))
                .statusCode(200);
        report.submit().statusCode(200);
        report.as("bureau", "return", Map.of("reason", "请核对")).statusCode(200);
        clock.startAt(at("2023-06-08T10:00:00"));
        project.stage("STARTED", "2023-06-06", Map.of("startKind", "CONSTRUCTION"))
                .statusCode(200);
        report.submit().statusCode(422).body("errors.pointer", hasItem("/entries/" + code + "/stage"));
        int version = list(report).extract().path(of(code) + ".version");
        save(
                        report,
                        List.of(row(
                                code,
                                version,
                                "stage",
                                "STARTED",
                                "stageOn",
                                "2023-06-07",
                                "startKind",
                                "CONSTRUCTION")))
                .body("results[0].entry.findings.rule", contains("V24"));
        save(report, List.of(row(code, version + 1, "stageOn", "2023-06-06")))
                .body("results[0].entry.findings", empty());
        report.submit().statusCode(200);
        stage(code).body("stage", equalTo("STARTED")).body("stageOn", equalTo("2023-06-06"));
        project.stage("TERMINATED", "2023-06-07", Map.of("reason", "示例结束")).statusCode(200);
    }

    @Test
    void areJudgedByTheRules() {
        clock.startAt(at("2021-06-20T10:00:00"));
        GivenMonth report = GivenMonth.of("2021-06", "1506A2");
        String project = GivenEntry.project("1506a2");
        Map<String, Object> early = row(
                project,
                0,
                "stage",
                "STARTED",
                "stageOn",
                "2020-12-01",
                "progress",
                "x",
                "nextPlan",
                "y",
                "startKind",
                "OPENING");
        check(report, Map.of("entries", List.of(early)))
                .statusCode(200)
                .body("findings.findAll { it.pointer.contains('" + project + "') }.rule.unique()", contains("V24"));
        Map<String, Object> future = row(project, 0, "stage", "REGISTERED", "stageOn", "2021-06-21", "nextPlan", "y");
        check(report, Map.of("entries", List.of(future)))
                .body("findings.findAll { it.pointer.contains('" + project + "') }.rule", contains("V24"));
        Map<String, Object> back = row(project, 0, "stage", "NEGOTIATING", "stageOn", "2021-06-01", "nextPlan", "y");
        check(report, Map.of("entries", List.of(back)))
                .body("findings.findAll { it.pointer.contains('" + project + "') }.rule", contains("V23"));
        back.put("justifications", List.of(Map.of("rule", "V23", "text", "投资方重组")));
        check(report, Map.of("entries", List.of(back)))
                .body("findings.findAll { it.pointer.contains('" + project + "') }", empty());
        check(report, Map.of("entries", List.of(row(project, 0, "stage", "NONE"))))
                .statusCode(400);
        list(report).body(of(project) + ".version", equalTo(0));
        // An honest exit is a row like any other.
        save(
                        report,
                        List.of(row(
                                project,
                                0,
                                "stage",
                                "TERMINATED",
                                "stageOn",
                                "2021-06-10",
                                "justifications",
                                List.of(Map.of("rule", "V23", "text", "投资方放弃")))))
                .body("results[0].entry.findings", empty());
        report.patch(Map.of("justifications", List.of(Map.of("rule", "V28", "text", "停工"))))
                .statusCode(200);
        report.submit().statusCode(200);
        stage(project).body("stage", equalTo("TERMINATED")).body("exitReason", notNullValue());
        list(report).body(of(project) + ".stage", equalTo("TERMINATED"));
        clock.startAt(at("2021-07-02T10:00:00"));
        list(GivenMonth.of("2021-07", "1506A2")).body("items.signedProject", not(hasItem(project)));

        report.as(
                        "bureau",
                        "return",
                        Map.of(
                                "reason",
                                "请核对",
                                "fields",
                                List.of(Map.of("pointer", "/entries/" + project + "/progress", "reason", "说明经过"))))
                .statusCode(200);
        list(report).body(of(project) + ".openFields", contains("progress"));
        int version = list(report).extract().path(of(project) + ".version");
        save(report, List.of(row(project, version, "nextPlan", "别的"))).body("results.status", contains("REJECTED"));
        save(report, List.of(row(project, version, "progress", "6月10日双方解约"))).body("results.status", contains("SAVED"));
        report.submit().statusCode(200).body("receipt.revision", equalTo(2));
        report.get("/revisions/1")
                .body("content.entries.find { it.signedProject == '" + project + "' }.progress", nullValue());
    }

    @Test
    void areCorrectedBesideTheClosedMonth() {
        clock.startAt(at("2021-07-20T10:00:00"));
        GivenMonth report = GivenMonth.of("2021-07", "1506A1");
        String project = GivenEntry.project("1506a1");
        save(report, List.of(row(project, 0, "completedInvestmentYuan", 1000, "nextPlan", "y")));
        report.patch(Map.of("justifications", List.of(Map.of("rule", "V28", "text", "停工"))))
                .statusCode(200);
        report.submit().statusCode(200);
        Map<String, Object> less = Map.of(
                "signedProject", project, "indicator", "COMPLETED_INVESTMENT", "amountYuan", -250.25, "reason", "凭证作废");
        adjust(report, "1506a1", less).statusCode(409).body("title", containsString("尚未关闭"));
        clock.startAt(at("2021-08-01T10:00:00"));
        GivenMonth.freeze("2021-07").statusCode(200);
        String figures = "items.find { it.unitCode == '1506A1' }.figures.completedInvestmentYuan";
        GivenMonth.month("2021-07", "/summary").body(figures, equalTo(1000)).body("adjustments", empty());
        adjust(report, "1506a1", less).statusCode(201).body("amountYuan", equalTo(-250.25f));
        adjust(
                        report,
                        "bureau",
                        Map.of(
                                "signedProject",
                                project,
                                "indicator",
                                "COMPLETED_INVESTMENT",
                                "amountYuan",
                                50,
                                "reason",
                                "漏报"))
                .statusCode(201);
        GivenMonth.month("2021-07", "/summary")
                .body(figures, equalTo(1000))
                .body("adjustments.amountYuan", contains(-200.25f))
                .body("adjustments.adjustments", contains(2));
        report.get("/adjustments").statusCode(200).body("items.reason", contains("漏报", "凭证作废"));
        for (Map<String, ?> wrong : List.of(
                Map.of("signedProject", project, "indicator", "X", "amountYuan", 1, "reason", "y"),
                Map.of("signedProject", project, "indicator", "FUNDS_IN_PLACE", "amountYuan", 0, "reason", "y"),
                Map.of("signedProject", project, "indicator", "FUNDS_IN_PLACE", "amountYuan", "1", "reason", "y"),
                Map.of("signedProject", "none", "indicator", "FUNDS_IN_PLACE", "amountYuan", 1, "reason", "y"),
                Map.of("signedProject", project, "indicator", "FUNDS_IN_PLACE", "amountYuan", 1),
                Map.of(
                        "signedProject",
                        project,
                        "indicator",
                        "FUNDS_IN_PLACE",
                        "amountYuan",
                        1,
                        "reason",
                        "y",
                        "adjustedOn",
                        "2031-01-01"))) {
            adjust(report, "1506a1", wrong).statusCode(400);
        }
        adjust(report, "150622", less).statusCode(404);
        adjust(report, "leader", less).statusCode(403);
        GivenMonth.month("2021-07", "/status").body("items", hasSize(11));
        assertThat(GivenMonth.month("2021-07", "/summary?asOf=2021-07-31")
                        .extract()
                        .<List<?>>path("adjustments"))
                .isEmpty();
    }

    private static io.restassured.response.ValidatableResponse adjust(
            GivenMonth report, String who, Map<String, ?> body) {
        return Given.signedIn(who)
                .contentType(ContentType.JSON)
                .body(body)
                .post(report.path() + "/adjustments")
                .then();
    }
}
