package org.zhaoshang.projects.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;
import org.zhaoshang.projects.GivenProject;

@QuarkusTest
class ProjectImportTest {
    private static final String UNIT = "150622";

    private static String key() {
        return "K-" + UUID.randomUUID();
    }

    private static String find(String externalId) {
        return Given.signedIn(UNIT)
                .get("/api/v1/projects?q=" + externalId)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .extract()
                .path("items[0].id");
    }

    @Test
    void storesGoodRowsAndSaysOfEachBadOneWhy() {
        String good = key();
        String bad = key();
        String id = GivenImport.csv(
                        UNIT,
                        "",
                        GivenImport.HEADER,
                        GivenImport.row(good, GivenProject.uniqueName(), "25000"),
                        GivenImport.row(bad, GivenProject.uniqueName(), "很多"))
                .statusCode(200)
                .body("state", equalTo("COMPLETED"))
                .body("rows.total", equalTo(2))
                .body("rows.created", equalTo(1))
                .body("rows.rejected", equalTo(1))
                .extract()
                .path("id");
        List<Map<String, Object>> rows = GivenImport.results(UNIT, id);
        assertThat(rows).extracting(row -> row.get("row")).containsExactly(2, 3);
        assertThat(rows).extracting(row -> row.get("status")).containsExactly("CREATED", "REJECTED");
        assertThat(rows.get(1).get("errors").toString()).contains("总投资（万元）", "/totalInvestmentYuan");
        Given.signedIn(UNIT)
                .get("/api/v1/projects/" + find(good))
                .then()
                .body("totalInvestmentYuan", equalTo(250000000))
                .body("appraisal.conclusion", equalTo("FAVOURABLE"))
                .body("principleChecks", hasSize(10))
                .body("findings", hasSize(0))
                .body("allowedActions", hasItem("submit"));
    }

    @Test
    void callsEveryRowByTheNameThatItGives() {
        String first = GivenProject.uniqueName();
        String second = GivenProject.uniqueName();
        String id = GivenImport.csv(
                        UNIT,
                        "",
                        GivenImport.HEADER,
                        GivenImport.row(key(), first, "25000"),
                        GivenImport.row(key(), " " + second, "很多"),
                        GivenImport.row(key(), "长".repeat(300), "25000"),
                        GivenImport.row(key(), "", "25000"))
                .body("rows.created", equalTo(1))
                .body("rows.rejected", equalTo(3))
                .extract()
                .path("id");
        assertThat(GivenImport.results(UNIT, id))
                .extracting(row -> row.get("name"))
                .containsExactly(first, second, "长".repeat(100), null);
        Given.signedIn(UNIT)
                .get("/api/v1/imports/" + id + "/results.csv")
                .then()
                .body(containsString("名称"), containsString(second));
        String undone = GivenImport.verb(UNIT, id, "revert").extract().path("id");
        assertThat(GivenImport.results(UNIT, undone))
                .extracting(row -> row.get("name"))
                .containsExactly(first);
    }

    @Test
    void callsARowByNameWithoutWhatNoDatabaseKeeps() {
        String name = GivenProject.uniqueName();
        String id = GivenImport.ndjson(
                        UNIT,
                        "",
                        "{\"name\": \"" + name + "\"}",
                        "{\"name\": \"\\u0000\\ud800" + name + "\"}",
                        "{\"name\": [1]}")
                .body("rows.rejected", equalTo(2))
                .extract()
                .path("id");
        assertThat(GivenImport.results(UNIT, id))
                .extracting(row -> row.get("name"))
                .containsExactly(name, name, null);
    }

    @Test
    void callsTheRowsByNameOfAFileThatBreaksOff() {
        String name = GivenProject.uniqueName();
        String id = GivenImport.csv(UNIT, "&dryRun=true", "项目名称", name, "填充的一行\n".repeat(1000) + "\"没有写完")
                .body("state", equalTo("FAILED"))
                .body("rows.notApplied", greaterThan(0))
                .extract()
                .path("id");
        assertThat(GivenImport.results(UNIT, id).getFirst()).containsEntry("name", name);
    }

    @Test
    void keepsTheFindingsOfARowThatIsOnlyADraft() {
        String id = GivenImport.csv(
                        UNIT, "", GivenImport.HEADER, GivenImport.row(key(), GivenProject.uniqueName(), "499"))
                .statusCode(200)
                .body("rows.created", equalTo(1))
                .extract()
                .path("id");
        assertThat(GivenImport.results(UNIT, id).getFirst().get("findings").toString())
                .contains("V01");
    }

    @Test
    void findsTheRecordByCodeElseKeyElseName() {
        String key = key();
        String name = GivenProject.uniqueName();
        GivenImport.csv(UNIT, "", GivenImport.HEADER, GivenImport.row(key, name, "25000"))
                .body("rows.created", equalTo(1));
        String code = Given.signedIn(UNIT)
                .get("/api/v1/projects/" + find(key))
                .then()
                .extract()
                .path("code");
        GivenImport.csv(UNIT, "", "项目编号,总投资（亿元）", code + ",3").body("rows.updated", equalTo(1));
        GivenImport.csv(UNIT, "", "客户编号,项目名称,总投资（亿元）", key + "," + name + ",4").body("rows.updated", equalTo(1));
        GivenImport.csv(UNIT, "", "项目名称,总投资（亿元）", "　" + name + ",5").body("rows.updated", equalTo(1));
        Given.signedIn(UNIT)
                .get("/api/v1/projects/" + find(key))
                .then()
                .body("totalInvestmentYuan", equalTo(500000000))
                .body("address", equalTo("大路产业园"));
    }

    @Test
    void leavesAnAbsentColumnAndClearsAnEmptyCell() {
        String key = key();
        GivenImport.csv(UNIT, "", GivenImport.HEADER, GivenImport.row(key, GivenProject.uniqueName(), "25000"));
        String id = GivenImport.csv(UNIT, "", "客户编号,具体位置", key + ",")
                .body("rows.updated", equalTo(1))
                .extract()
                .path("id");
        assertThat(GivenImport.results(UNIT, id).getFirst().get("changes").toString())
                .contains("/address", "大路产业园");
        Given.signedIn(UNIT)
                .get("/api/v1/projects/" + find(key))
                .then()
                .body("address", equalTo(null))
                .body("contactOffice", equalTo("投资促进中心"));
    }

    @Test
    void changesNothingOnTheSecondUpload() {
        String[] file = {
            GivenImport.HEADER,
            GivenImport.row(key(), GivenProject.uniqueName(), "25000"),
            GivenImport.row(key(), GivenProject.uniqueName(), "1200.5")
        };
        GivenImport.csv(UNIT, "", file).body("rows.created", equalTo(2));
        GivenImport.csv(UNIT, "", file).body("rows.unchanged", equalTo(2)).body("rows.updated", equalTo(0));
    }

    @Test
    void refusesARecordThatIsNotEditableAndLeavesAnEqualOne() {
        String key = key();
        String name = GivenProject.uniqueName();
        GivenImport.csv(UNIT, "", GivenImport.HEADER, GivenImport.row(key, name, "25000"));
        String project = find(key);
        Given.signedIn(UNIT)
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/projects/" + project + "/submit")
                .then()
                .statusCode(200);
        GivenImport.csv(UNIT, "", GivenImport.HEADER, GivenImport.row(key, name, "25000"))
                .body("rows.unchanged", equalTo(1));
        String id = GivenImport.csv(UNIT, "", GivenImport.HEADER, GivenImport.row(key, name, "26000"))
                .body("rows.rejected", equalTo(1))
                .extract()
                .path("id");
        assertThat(GivenImport.results(UNIT, id).getFirst().get("errors").toString())
                .contains("STATE", "已报送");
    }

    @Test
    void rejectsAnotherUnitsRowByScope() {
        String id = GivenImport.csv(UNIT, "", "填报单位,项目名称,客户编号", "150623," + GivenProject.uniqueName() + "," + key())
                .body("rows.rejected", equalTo(1))
                .extract()
                .path("id");
        assertThat(GivenImport.results(UNIT, id).getFirst().get("errors").toString())
                .contains("SCOPE");
    }

    @Test
    void doesNotTouchAnotherUnitsRecordOfTheSameKey() {
        String key = key();
        String name = GivenProject.uniqueName();
        GivenImport.csv("150623", "", GivenImport.HEADER, GivenImport.row(key, name, "25000"))
                .body("rows.created", equalTo(1));
        GivenImport.csv(UNIT, "", GivenImport.HEADER, GivenImport.row(key, name, "30000"))
                .body("rows.created", equalTo(1));
    }

    @Test
    void usesNoRecordTwiceInOneFile() {
        String key = key();
        String id = GivenImport.csv(
                        UNIT,
                        "",
                        GivenImport.HEADER,
                        GivenImport.row(key, GivenProject.uniqueName(), "25000"),
                        GivenImport.row(key, GivenProject.uniqueName(), "26000"))
                .body("rows.created", equalTo(1))
                .body("rows.rejected", equalTo(1))
                .extract()
                .path("id");
        assertThat(GivenImport.results(UNIT, id).get(1).get("errors").toString())
                .contains("与第 2 行是同一个项目");
    }

    @Test
    void leavesTheHistoryThatAFormWouldHaveLeft() {
        String key = key();
        GivenImport.csv(UNIT, "", GivenImport.HEADER, GivenImport.row(key, GivenProject.uniqueName(), "25000"));
        Given.signedIn(UNIT)
                .get("/api/v1/projects/" + find(key) + "/history")
                .then()
                .body("items[0].action", equalTo("create"))
                .body("items[0].actor.name", equalTo(UNIT))
                .body("items[0].reason", containsString("import"))
                .body("items[0].changes.pointer", hasItem("/totalInvestmentYuan"))
                .body("items[0].changes.pointer", hasItem("/appraisals"));
    }

    @Test
    void recordsOneAppraisalForAllRowsOfOneMeeting() {
        String first = key();
        String second = key();
        GivenImport.csv(
                UNIT,
                "",
                GivenImport.HEADER,
                GivenImport.row(first, GivenProject.uniqueName(), "25000"),
                GivenImport.row(second, GivenProject.uniqueName(), "25000"));
        String one = Given.signedIn(UNIT)
                .get("/api/v1/projects/" + find(first))
                .then()
                .extract()
                .path("appraisal.id");
        Given.signedIn(UNIT).get("/api/v1/projects/" + find(second)).then().body("appraisal.id", equalTo(one));
    }

    @Test
    void takesTheListsOfAJsonRowAsTheApiDoes() {
        String key = key();
        String id = GivenImport.ndjson(
                        UNIT,
                        "",
                        "{\"externalId\":\"" + key + "\",\"name\":\"" + GivenProject.uniqueName()
                                + "\",\"totalInvestmentYuan\":12345678.9,\"cooperationModes\":[\"OTHER\"],"
                                + "\"principleExceptions\":\"MARKET_DEMAND=NOT_APPLICABLE: 不涉及\"}",
                        "{\"name\":\"x\",\"totalInvestmentYuan\":1e400}",
                        "{\"name\":\"y\"} {\"name\":\"z\"}")
                .body("rows.created", equalTo(1))
                .body("rows.rejected", equalTo(2))
                .extract()
                .path("id");
        assertThat(GivenImport.results(UNIT, id))
                .extracting(row -> row.get("status"))
                .containsExactly("CREATED", "REJECTED", "REJECTED");
        Given.signedIn(UNIT)
                .get("/api/v1/projects/" + find(key))
                .then()
                .body("cooperationModes", contains("OTHER"))
                .body("principleChecks.find { it.check == 'MARKET_DEMAND' }.answer", equalTo("NOT_APPLICABLE"))
                .body("principleChecks.findAll { it.answer == 'PASS' }", hasSize(9));
    }

    @Test
    void givesAWordForAllToWhateverAsksForOne() {
        String key = key();
        GivenImport.csv(
                UNIT,
                "",
                "客户编号,项目名称,统一社会信用代码,说明",
                key + "," + GivenProject.uniqueName() + ",91150627MA0N00000Y,已与营业执照核对");
        Given.signedIn(UNIT)
                .get("/api/v1/projects/" + find(key))
                .then()
                .body("justifications[0].rule", equalTo("V36"))
                .body("justifications[0].text", equalTo("已与营业执照核对"));
    }

    @Test
    void failsAsAWholeWhenAQuantityHasNoUnit() {
        GivenImport.csv(UNIT, "", "项目名称,总投资", GivenProject.uniqueName() + ",25000")
                .statusCode(200)
                .body("state", equalTo("FAILED"))
                .body("findings[0].rule", equalTo("UNIT_MISSING"))
                .body("findings[0].message", containsString("总投资"));
        GivenImport.csv(UNIT, "&units=totalInvestmentYuan:万元", "项目名称,总投资", GivenProject.uniqueName() + ",25000")
                .body("rows.created", equalTo(1));
    }

    @Test
    void answersBeforeTheWorkUnlessAskedToWait() {
        Given.signedIn(UNIT)
                .header("Content-Type", "text/csv; charset=utf-8")
                .body("项目名称\n" + GivenProject.uniqueName())
                .post("/api/v1/imports?kind=projects&dryRun=true")
                .then()
                .statusCode(202)
                .header("Location", containsString(":" + RestAssured.port + "/api/v1/imports/"));
    }

    @Test
    void refusesInvisibleCharactersBeforeTheFileIsRead() {
        Given.signedIn(UNIT)
                .urlEncodingEnabled(false)
                .header("Content-Type", "text/csv; charset=utf-8")
                .body("name\n" + GivenProject.uniqueName())
                .post("/api/v1/imports?kind=projects&units=a%00b:%E4%B8%87%E5%85%83")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/units"));
    }

    @Test
    void answersARepeatedUploadWithTheFirstOne() {
        String key = key();
        String file = GivenImport.HEADER + "\n" + GivenImport.row(key, GivenProject.uniqueName(), "25000");
        String first = repeat(key, file).statusCode(202).extract().path("id");
        repeat(key, file).statusCode(202).header("Idempotency-Replayed", "true").body("id", equalTo(first));
        repeat(key, file + "\n").statusCode(422);
    }

    private static io.restassured.response.ValidatableResponse repeat(String key, String file) {
        return Given.signedIn(UNIT)
                .header("Content-Type", "text/csv; charset=utf-8")
                .header("Idempotency-Key", key)
                .body(file.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/api/v1/imports?kind=projects")
                .then();
    }

    @Test
    void refusesWhoMayNotUpload() {
        for (String who : List.of("bureau", "leader", "expert", "admin", "auditor")) {
            GivenImport.csv(who, "", "项目名称", "x").statusCode(403);
        }
        GivenImport.post(UNIT, "", "text/plain", new byte[] {'x'}).statusCode(415);
        Given.signedIn(UNIT)
                .header("Content-Type", "text/csv")
                .body("x")
                .post("/api/v1/imports?kind=nothing")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", notNullValue());
    }

    @Test
    void showsAnImportToItsUnitOnly() {
        String id = GivenImport.csv(UNIT, "&dryRun=true", "项目名称", "x").extract().path("id");
        for (String path : List.of("", "/results.ndjson", "/results.csv", "/results.xlsx", "/events")) {
            Given.signedIn("150623").get("/api/v1/imports/" + id + path).then().statusCode(404);
        }
        GivenImport.verb("150623", id, "apply").statusCode(404);
        Given.signedIn("150623")
                .get("/api/v1/imports?limit=1000")
                .then()
                .statusCode(200)
                .body("items.id.flatten()", org.hamcrest.Matchers.not(hasItem(id)));
    }
}
