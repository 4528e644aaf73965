package org.zhaoshang.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;

/** Signed projects as files: what a sheet says is kept as a form would keep it, and the same file goes both ways. */
@QuarkusTest
class SignedProjectImportTest {
    private static final String UNIT = "150622";
    private static final String HEADER =
            "项目名称,行政区划,细分产业,签约活动,协议类型,签约日期,签约主体,投资主体,统一社会信用代码,资金来源,协议总投资（亿元）,其中区外资金（万元）,当前阶段,阶段日期,说明";

    @Test
    void readsWhatClerksWriteAndCreditsTheEvent() {
        String event = GivenSigned.event(Map.of());
        String name = GivenSigned.uniqueName();
        ValidatableResponse upload = csv(
                "",
                HEADER,
                name + "甲,准格尔旗,3.3 新材料," + event
                        + ",投资合同,2021-03-10,示例公司,示例公司,91150600MA0N000018,区外,1.2,6000,开工,2021年6月1日,V36：示例",
                name + "乙,准格尔旗,3.3,,意向协议,2021.3.10,示例公司,示例公司,,境外,0.5,5000,,,");
        upload.body("rows.created", is(2));
        Given.signedIn("bureau")
                .get("/api/v1/signing-events/" + event)
                .then()
                .body("columns.find { it.kind == 'CONTRACT' }.projects", is(1))
                .body("columns.find { it.kind == 'CONTRACT' }.amountYuan", is(120_000_000))
                .body("columns.find { it.kind == 'CONTRACT' }.outsideYuan", is(60_000_000));
        String id = results(upload).getFirst().get("id").toString();
        Given.signedIn(UNIT)
                .get("/api/v1/signed-projects/" + id + "/stages")
                .then()
                .body("items[0].stage", is("STARTED"))
                .body("items[0].on", is("2021-06-01"));
        csv(
                        "",
                        HEADER,
                        name + "甲,准格尔旗,3.3 新材料," + event
                                + ",投资合同,2021-03-10,示例公司,示例公司,91150600MA0N000018,区外,1.2,6000,开工,2021年6月1日,V36：示例")
                .body("rows.unchanged", is(1));
    }

    @Test
    void aStageGoesBackOnlyWithAReasonInTheRow() {
        GivenSigned project = GivenSigned.project(UNIT, Map.of("stage", "STARTED", "stageOn", "2021-06-01"));
        String code = project.code();
        ValidatableResponse refused = csv("", "编号,当前阶段,阶段日期", code + ",手续办理,2021-07-01");
        refused.body("rows.rejected", is(1));
        assertThat(results(refused).getFirst().get("errors").toString()).contains("V23");
        csv("", "编号,当前阶段,阶段日期,说明", code + ",手续办理,2021-07-01,V23：重新报批").body("rows.updated", is(1));
        project.get().body("stage", is("PERMITTING"));
    }

    @Test
    void anUploadCanBeTakenBackWithStageAndCredit() {
        String event = GivenSigned.event(Map.of());
        GivenSigned project = GivenSigned.contract(UNIT, 1, Map.of("eventCode", event));
        ValidatableResponse upload = csv("", "编号,协议总投资（亿元）,当前阶段,阶段日期", project.code() + ",3,开工,2021-06-01");
        upload.body("rows.updated", is(1));
        project.get().body("stage", is("STARTED"));
        Given.signedIn(UNIT)
                .header("Prefer", "wait=30")
                .post("/api/v1/imports/" + upload.extract().<String>path("id") + "/revert")
                .then()
                .statusCode(200);
        project.get().body("stage", is("SIGNED")).body("agreedAmountYuan", is(100_000_000));
        Given.signedIn("bureau")
                .get("/api/v1/signing-events/" + event)
                .then()
                .body("columns.find { it.kind == 'CONTRACT' }.amountYuan", is(100_000_000));
    }

    @Test
    void whatIsTakenBackMayReturnToAnEnd() {
        GivenSigned project = GivenSigned.project(UNIT, Map.of());
        project.stage("TERMINATED", "2021-07-01", Map.of("reason", "协议解除")).statusCode(200);
        ValidatableResponse upload = csv("", "编号,当前阶段,阶段日期,说明", project.code() + ",签约,2021-07-02,V23：重新签约");
        upload.body("rows.updated", is(1));
        Given.signedIn(UNIT)
                .header("Prefer", "wait=30")
                .post("/api/v1/imports/" + upload.extract().<String>path("id") + "/revert")
                .then()
                .statusCode(200)
                .body("state", is("COMPLETED"));
        project.get().body("stage", is("TERMINATED"));
    }

    @Test
    void readsSharesAndWhatItIsMergedIntoFromACell() {
        GivenSigned into = GivenSigned.project(UNIT, Map.of());
        GivenSigned project = GivenSigned.project(UNIT, Map.of());
        csv("", "编号,分成", project.code() + ",准格尔旗：62.5%；150623:37.5").body("rows.updated", is(1));
        project.get().body("shares.unitCode", contains("150622", "150623")).body("shares[0].percent", is(62.5f));
        csv("", "编号,当前阶段,阶段日期,合并到,说明", project.code() + ",合并,2021-07-01," + into.code() + ",V23：合并推进")
                .body("rows.updated", is(1));
        project.get().body("mergedInto", is(into.code())).body("counted", is(true));
        ValidatableResponse unreadable = csv("", "编号,分成", into.code() + ",各一半");
        unreadable.body("rows.rejected", is(1));
        assertThat(results(unreadable).getFirst().get("errors").toString()).contains("/shares", "准格尔旗:60%");
    }

    @Test
    void theExportUploadedAgainChangesNothing() {
        String word = GivenSigned.uniqueName();
        GivenSigned.project(
                UNIT,
                Map.of(
                        "name",
                        word,
                        "shares",
                        List.of(Map.of("unitCode", UNIT, "percent", 60), Map.of("unitCode", "150623", "percent", 40))));
        byte[] sheet = Given.signedIn(UNIT)
                .queryParam("q", word)
                .get("/api/v1/signed-projects.csv")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        upload("", "text/csv; charset=utf-8", sheet)
                .body("rows.unchanged", is(1))
                .body("rows.total", is(1));
        byte[] lines = Given.signedIn(UNIT)
                .queryParam("q", word)
                .get("/api/v1/signed-projects.ndjson")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        upload("", "application/x-ndjson; charset=utf-8", lines).body("rows.unchanged", is(1));
    }

    private static ValidatableResponse csv(String query, String... lines) {
        return upload(
                query, "text/csv; charset=utf-8", String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private static ValidatableResponse upload(String query, String type, byte[] body) {
        return Given.signedIn(UNIT)
                .header("Content-Type", type)
                .header("Prefer", "wait=30")
                .body(body)
                .post("/api/v1/imports?kind=signed-projects" + query)
                .then()
                .statusCode(200);
    }

    private static List<Map<String, Object>> results(ValidatableResponse upload) {
        String id = upload.extract().path("id");
        return Given.signedIn(UNIT)
                .get("/api/v1/imports/" + id + "/results.ndjson")
                .asString()
                .lines()
                .map(line -> JsonPath.from(line).<String, Object>getMap(""))
                .toList();
    }
}
