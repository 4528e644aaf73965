package org.zhaoshang.dispatch;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.zhaoshang.dispatch.GivenEntry.list;
import static org.zhaoshang.dispatch.GivenEntry.of;
import static org.zhaoshang.dispatch.GivenMonth.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;
import org.zhaoshang.shared.time.CityClock;

/** Rows of a report from a file: a row finds its project by month and code, or by the unit's own key. */
@QuarkusTest
class EntryImportTest {
    @Inject
    CityClock clock;

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    private static ValidatableResponse upload(String account, String type, String body, String query) {
        return Given.signedIn(account)
                .contentType(type)
                .header("Prefer", "wait=30")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/imports?kind=monthly-entries" + query)
                .then();
    }

    @Test
    void writeRowsThatAreThere() {
        clock.startAt(at("2021-08-10T10:00:00"));
        GivenMonth report = GivenMonth.of("2021-08", "1506A2");
        String built = GivenEntry.project("1506a2");
        String quiet = GivenEntry.project("1506a2");
        String file = "月份,签约项目,当前阶段,阶段日期,本月完成投资（万元）,进展情况,下月计划,手续清单,问题类型\n"
                + "2021-08," + built + ",开工,2021-08-03,120.5,场地平整,厂房封顶,用地=已办；环评=在办,资金、用地\n"
                + "2021-08," + quiet + ",签约,2020-12-15,,,,,\n"
                + "2021-08,ORD-SGN-150622-9999,,,,,,,\n"
                + "2019-08," + built + ",,,,,,,\n"
                + "2021-08," + quiet + ",,,,,,用地=好了,\n";
        String id = upload("1506a2", "text/csv; charset=utf-8", file, "")
                .statusCode(200)
                .body("state", equalTo("COMPLETED"))
                .body("rows.updated", equalTo(1))
                .body("rows.rejected", equalTo(3))
                .body("rows.unchanged", equalTo(1))
                .extract()
                .path("id");
        list(report)
                .body(of(built) + ".stage", equalTo("STARTED"))
                .body(of(built) + ".completedInvestmentYuan", equalTo(1205000))
                .body(of(built) + ".permits.LAND", equalTo("DONE"))
                .body(of(built) + ".problemKinds", contains("CAPITAL", "LAND"))
                .body(of(built) + ".findings.rule", contains("V25"))
                .body(of(quiet) + ".version", equalTo(0));
        Given.signedIn("1506a2")
                .get("/api/v1/imports/" + id + "/results.ndjson")
                .then()
                .statusCode(200)
                .body(containsString("signedProject"));
        upload(
                        "1506a2",
                        "application/x-ndjson; charset=utf-8",
                        "{\"month\":\"2021-08\",\"signedProject\":\"" + built
                                + "\",\"startKind\":\"CONSTRUCTION\",\"permits\":{\"LAND\":\"DONE\",\"ENERGY\":\"DONE\"}}\n",
                        "&mode=atomic")
                .statusCode(200)
                .body("rows.updated", equalTo(1));
        list(report)
                .body(of(built) + ".permits.ENERGY", equalTo("DONE"))
                .body(of(built) + ".progress", equalTo("场地平整"))
                .body(of(built) + ".findings.rule.flatten()", org.hamcrest.Matchers.empty());
        String workbook = Given.signedIn("1506a2")
                .get("/api/v1/templates/monthly-entries.xlsx?rows=own")
                .then()
                .statusCode(200)
                .extract()
                .contentType();
        org.assertj.core.api.Assertions.assertThat(workbook).contains("spreadsheetml");
    }

    @Test
    void writeNoRowOfASubmittedReport() {
        clock.startAt(at("2021-04-10T10:00:00"));
        String project = GivenEntry.project("1506a2");
        GivenMonth.of("2021-04", "1506A2").submitNothing().statusCode(200);
        upload("1506a2", "text/csv; charset=utf-8", "月份,签约项目,进展情况\n2021-04," + project + ",迟了\n", "")
                .statusCode(200)
                .body("rows.rejected", equalTo(1));
        list(GivenMonth.of("2021-04", "1506A2")).body("items.signedProject", hasItem(project));
    }
}
