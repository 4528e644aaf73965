package org.zhaoshang.projects.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.Charset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;
import org.zhaoshang.projects.GivenProject;
import org.zhaoshang.shared.sheet.EditedWorkbook;

/** One file both ways: what came in goes back with what is wrong in it, is corrected there and sent again. */
@QuarkusTest
class ReturnedWorkbookTest {
    private static final String UNIT = "150621";
    private static final String TOTAL = "总投资（万元）";

    private static String key() {
        return "K-" + UUID.randomUUID();
    }

    private static Response returned(String id) {
        return Given.signedIn(UNIT).get("/api/v1/imports/" + id + "/results.xlsx");
    }

    private static EditedWorkbook opened(String id) {
        Response answer = returned(id);
        answer.then().statusCode(200);
        return EditedWorkbook.of(answer.asByteArray());
    }

    private static String stored(String externalId, String field) {
        String id = Given.signedIn(UNIT)
                .get("/api/v1/projects?q=" + externalId)
                .then()
                .body("items", hasSize(1))
                .extract()
                .path("items[0].id");
        return String.valueOf(Given.signedIn(UNIT)
                .get("/api/v1/projects/" + id)
                .then()
                .extract()
                .<Object>path(field));
    }

    @Test
    void saysAtTheCellWhatIsWrongAndChangesOnlyWhatWasCorrected() {
        String id = GivenImport.csv(
                        UNIT,
                        "",
                        GivenImport.HEADER,
                        GivenImport.row(key(), GivenProject.uniqueName(), "25000"),
                        GivenImport.row(key(), GivenProject.uniqueName(), "很多"),
                        GivenImport.row(key(), GivenProject.uniqueName(), "499"))
                .body("rows.created", equalTo(2))
                .body("rows.rejected", equalTo(1))
                .extract()
                .path("id");
        EditedWorkbook book = opened(id);
        assertThat(book.headers().getFirst()).isEqualTo("项目编号");
        assertThat(book.headers().subList(1, book.headers().size()))
                .isEqualTo(List.of((GivenImport.HEADER + ",处理结果,问题").split(",")));
        assertThat(book.cell(1, "处理结果")).isEqualTo("新增");
        assertThat(book.cell(1, "项目编号")).startsWith("ORD-");
        assertThat(book.cell(2, "处理结果")).isEqualTo("未导入");
        assertThat(book.cell(2, "项目编号")).isEmpty();
        assertThat(book.cell(2, TOTAL)).isEqualTo("很多");
        assertThat(book.note(2, TOTAL)).contains("“很多”不是数字");
        assertThat(book.note(3, TOTAL)).contains("低于征集门槛");
        assertThat(book.cell(3, "问题")).startsWith("报送前需处理：").contains("低于征集门槛");
        assertThat(book.notes()).hasSize(2);
        GivenImport.xlsx(UNIT, "", book.fill(2, TOTAL, "26000").save())
                .body("rows.total", equalTo(3))
                .body("rows.created", equalTo(1))
                .body("rows.unchanged", equalTo(2));
    }

    @Test
    void returnsAPlanAndWhatWasNotCarriedOut() {
        String[] file = {
            GivenImport.HEADER,
            GivenImport.row(key(), GivenProject.uniqueName(), "25000"),
            GivenImport.row(key(), GivenProject.uniqueName(), "-1")
        };
        EditedWorkbook plan =
                opened(GivenImport.csv(UNIT, "&dryRun=true", file).extract().path("id"));
        assertThat(plan.cell(1, "处理结果")).isEqualTo("新增");
        assertThat(plan.cell(1, "项目编号")).isEmpty();
        assertThat(plan.note(2, TOTAL)).isNotEmpty();
        EditedWorkbook atomic =
                opened(GivenImport.csv(UNIT, "&mode=atomic", file).extract().path("id"));
        assertThat(atomic.cell(1, "处理结果")).isEqualTo("未执行");
        assertThat(atomic.cell(2, TOTAL)).isEqualTo("-1");
        GivenImport.xlsx(UNIT, "&mode=atomic", atomic.fill(2, TOTAL, "1000").save())
                .body("rows.created", equalTo(2));
    }

    @Test
    void returnsAFileInTheCharacterSetOfOldWindowsAsAWorkbook() {
        String name = GivenProject.uniqueName();
        byte[] file = (GivenImport.HEADER + "\r\n" + GivenImport.row(key(), name + "鋆", "很多"))
                .getBytes(Charset.forName("GB18030"));
        String id = GivenImport.post(UNIT, "", "text/csv; charset=gb18030", file)
                .body("rows.rejected", equalTo(1))
                .extract()
                .path("id");
        EditedWorkbook book = opened(id);
        assertThat(book.cell(1, "项目名称")).isEqualTo(name + "鋆");
        GivenImport.xlsx(UNIT, "", book.fill(1, TOTAL, "1000").save()).body("rows.created", equalTo(1));
    }

    @Test
    void clearsNoColumnThatDidNotComeIn() {
        String key = key();
        GivenImport.csv(UNIT, "", GivenImport.HEADER, GivenImport.row(key, GivenProject.uniqueName(), "25000"));
        String id = GivenImport.csv(UNIT, "", "客户编号,总投资（亿元）", key + ",1.2亿")
                .body("rows.rejected", equalTo(1))
                .extract()
                .path("id");
        EditedWorkbook book = opened(id);
        assertThat(book.headers()).containsExactly("项目编号", "客户编号", TOTAL, "处理结果", "问题");
        assertThat(book.cell(1, "项目编号")).startsWith("ORD-");
        assertThat(book.cell(1, TOTAL)).isEqualTo("1.2亿");
        GivenImport.xlsx(UNIT, "", book.fill(1, TOTAL, "12000").save()).body("rows.updated", equalTo(1));
        assertThat(stored(key, "address")).isEqualTo("大路产业园");
        assertThat(stored(key, "totalInvestmentYuan")).isEqualTo("120000000");
    }

    @Test
    void givesBackTheSendersOwnColumns() {
        String id = GivenImport.csv(UNIT, "", "领导意见,项目名称,总投资（万元）,经办", "同意," + GivenProject.uniqueName() + ",很多,=1+1")
                .body("rows.rejected", equalTo(1))
                .extract()
                .path("id");
        EditedWorkbook book = opened(id);
        assertThat(book.headers()).containsExactly("项目编号", "项目名称", TOTAL, "领导意见", "经办", "处理结果", "问题");
        assertThat(book.cell(1, "领导意见")).isEqualTo("同意");
        assertThat(book.cell(1, "经办")).isEqualTo("=1+1");
        GivenImport.xlsx(UNIT, "", book.fill(1, TOTAL, "1000").save()).body("rows.created", equalTo(1));
    }

    @Test
    void returnsJsonRowsAsASheetThatLeavesWhatTheyLeftOut() {
        String known = key();
        GivenImport.csv(UNIT, "", GivenImport.HEADER, GivenImport.row(known, GivenProject.uniqueName(), "25000"));
        String fresh = key();
        String id = GivenImport.ndjson(
                        UNIT,
                        "",
                        "{\"externalId\":\"" + known + "\",\"totalInvestmentYuan\":300000000}",
                        "{\"externalId\":\"" + fresh + "\",\"name\":\"" + GivenProject.uniqueName()
                                + "\",\"principleChecks\":[{\"check\":\"MARKET_DEMAND\",\"answer\":\"NOT_APPLICABLE\","
                                + "\"note\":\"不涉及\"}],\"cooperationModes\":[\"OTHER\",\"JOINT_VENTURE\"],"
                                + "\"justifications\":[{\"rule\":\"V04\",\"text\":\"核对过\"}]}",
                        "{\"name\":\"" + GivenProject.uniqueName()
                                + "\",\"totalInvestmentYuan\":\"很多\",\"principleChecks\":[null,{\"check\":7}]}",
                        "{\"name\":")
                .body("rows.updated", equalTo(1))
                .body("rows.created", equalTo(1))
                .body("rows.rejected", equalTo(2))
                .extract()
                .path("id");
        EditedWorkbook book = opened(id);
        assertThat(book.cell(1, "具体位置")).isEqualTo("大路产业园");
        assertThat(book.cell(2, "策划筛选原则例外")).contains("=不适用：不涉及", "=未自查");
        assertThat(book.cell(2, "说明")).isEqualTo("V04：核对过");
        assertThat(book.cell(3, TOTAL)).isEqualTo("很多");
        assertThat(book.cell(3, "策划筛选原则例外")).contains("{\"check\":7}");
        assertThat(book.note(3, "策划筛选原则例外")).isNotEmpty();
        assertThat(book.cell(4, "问题")).contains("第 4 行");
        book.fill(3, TOTAL, "1000").fill(3, "策划筛选原则例外", "");
        GivenImport.xlsx(UNIT, "", book.save())
                .body("rows.total", equalTo(3))
                .body("rows.unchanged", equalTo(2))
                .body("rows.created", equalTo(1));
        assertThat(stored(fresh, "principleChecks")).contains("NOT_APPLICABLE").doesNotContain("PASS");
    }

    @Test
    void returnsAnUndoneImportWithoutTheCodesOfWhatIsGone() {
        String done = GivenImport.csv(
                        UNIT, "", GivenImport.HEADER, GivenImport.row(key(), GivenProject.uniqueName(), "25000"))
                .extract()
                .path("id");
        String undo = GivenImport.verb(UNIT, done, "revert").extract().path("id");
        for (String id : List.of(done, undo)) {
            assertThat(opened(id).cell(1, "项目编号")).isEmpty();
        }
        GivenImport.xlsx(UNIT, "", opened(done).save()).body("rows.created", equalTo(1));
    }

    @Test
    void hasNothingToReturnOfAFileThatCouldNotBeRead() {
        String id = GivenImport.csv(UNIT, "", "项目名称,总投资", GivenProject.uniqueName() + ",1")
                .body("state", equalTo("FAILED"))
                .extract()
                .path("id");
        returned(id).then().statusCode(409).body("errors[0].rule", equalTo("UNIT_MISSING"));
    }

    @Test
    void neverLetsAFormulaThrough() {
        String id = GivenImport.csv(UNIT, "", "项目名称,总投资（万元）", "'=1+1,=HYPERLINK(\"http://example.invalid\")")
                .body("rows.rejected", equalTo(1))
                .extract()
                .path("id");
        assertThat(opened(id).cell(1, TOTAL)).startsWith("=HYPERLINK");
        assertThat(new String(opened(id).save(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("<f>");
    }
}
