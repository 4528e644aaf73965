package org.zhaoshang.projects.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;
import org.zhaoshang.projects.GivenProject;
import org.zhaoshang.shared.sheet.EditedWorkbook;

/** One file both ways: the workbook to fill in. */
@QuarkusTest
class TemplateTest {
    private static final String UNIT = "1506a1";

    private static Response template(String account, String query) {
        return Given.signedIn(account).get("/api/v1/templates/projects.xlsx" + query);
    }

    private static EditedWorkbook opened(String account, String query) {
        Response answer = template(account, query);
        answer.then().statusCode(200);
        return EditedWorkbook.of(answer.asByteArray());
    }

    /** As a clerk fills it in: choices as the drop-downs show them. */
    private static void fill(EditedWorkbook book, int row, String name) {
        book.fill(row, "项目名称", name)
                .fill(row, "建设地点（旗区）", "伊金霍洛旗")
                .fill(row, "具体位置", "大路产业园")
                .fill(row, "细分产业", "1.6 太阳能与风能")
                .fill(row, "建设内容及规模", "年产5GW高效光伏组件")
                .fill(row, "总投资（万元）", "25000.5")
                .fill(row, "合作方式", "合资、其他")
                .fill(row, "项目单位（联系科室）", "投资促进中心")
                .fill(row, "办公电话", "0477-8" + (100_000 + Math.floorMod(name.hashCode(), 900_000)))
                .fill(row, "是否推荐编入《投资指南》", "否")
                .fill(row, "论证日期", "2021-03-18")
                .fill(row, "论证单位", "发改委")
                .fill(row, "论证结论", "可行");
    }

    @Test
    void filledInItIsAnUpload() {
        EditedWorkbook book = opened(UNIT, "");
        assertThat(book.rows()).isZero();
        assertThat(book.headers()).contains("项目编号", "策划筛选原则例外", "说明").doesNotContain("处理结果");
        assertThat(book.note(0, "建设地点（旗区）")).startsWith("必填").contains("准格尔旗");
        fill(book, 1, GivenProject.uniqueName());
        fill(book, 2, GivenProject.uniqueName());
        GivenImport.xlsx(UNIT, "", book.save())
                .statusCode(200)
                .body("rows.created", equalTo(2))
                .body("rows.total", equalTo(2));
        GivenImport.xlsx(UNIT, "", book.save()).body("rows.unchanged", equalTo(2));
    }

    @Test
    void filledInAndNumberedItChangesNothing() {
        EditedWorkbook book = opened(UNIT, "");
        fill(book, 1, GivenProject.uniqueName());
        String id = GivenImport.xlsx(UNIT, "", book.save()).extract().path("id");
        book.fill(1, "项目编号", (String) GivenImport.results(UNIT, id).getFirst().get("code"));
        GivenImport.xlsx(UNIT, "", book.save()).body("rows.unchanged", equalTo(1));
    }

    @Test
    void bringsTheUnitsOwnRowsToBeCorrected() {
        String name = GivenProject.uniqueName();
        String foreign = GivenProject.uniqueName();
        GivenProject own = GivenProject.complete(UNIT, name);
        GivenProject.complete("150623", foreign);
        EditedWorkbook book = opened(UNIT, "?rows=own");
        List<String> names = java.util.stream.IntStream.rangeClosed(1, book.rows())
                .mapToObj(row -> book.cell(row, "项目名称"))
                .toList();
        assertThat(names).contains(name).doesNotContain(foreign);
        int row = names.indexOf(name) + 1;
        assertThat(book.cell(row, "项目编号")).isEqualTo(own.get().extract().path("code"));
        GivenImport.changesNothing(UNIT, GivenImport.xlsx(UNIT, "", book.save()), book.rows());
        book.fill(row, "具体位置", "换了地方");
        GivenImport.xlsx(UNIT, "", book.save())
                .body("rows.updated", equalTo(1))
                .body("rows.unchanged", equalTo(book.rows() - 1));
        own.get().body("address", equalTo("换了地方"));
    }

    @Test
    void aTakenListStandsInTheTrail() {
        GivenProject.complete(UNIT);
        template(UNIT, "?rows=own").then().statusCode(200);
        Given.signedIn("auditor")
                .get("/api/v1/audit-log?action=export&actor=" + UNIT + "&limit=1")
                .then()
                .statusCode(200)
                .body("items[0].actor.name", equalTo(UNIT));
    }

    @Test
    void isForThoseWhoMayUpload() {
        for (String who : List.of("bureau", "leader", "expert", "admin", "auditor")) {
            template(who, "").then().statusCode(403);
        }
        template(UNIT, "?rows=all").then().statusCode(400).body("errors[0].pointer", equalTo("/rows"));
        Given.signedIn(UNIT)
                .get("/api/v1/templates/nothing.xlsx")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void isToBeSavedUnderAReadableNameInTheReadersLanguage() {
        template(UNIT, "").then().header("Content-Disposition", containsString("%E6%A8%A1%E6%9D%BF.xlsx"));
        Response english = Given.signedIn(UNIT).header("Accept-Language", "en").get("/api/v1/templates/projects.xlsx");
        english.then().header("Content-Disposition", containsString("Reserve library template.xlsx"));
        assertThat(EditedWorkbook.of(english.asByteArray()).headers()).contains("Code", "Total investment (10⁴ yuan)");
    }

    @Test
    void keepsWhichPrinciplesAreStillOpen() {
        String name = GivenProject.uniqueName();
        GivenProject.complete(
                UNIT,
                Map.of("name", name, "principleChecks", List.of(Map.of("check", "MARKET_DEMAND", "answer", "PASS"))));
        EditedWorkbook book = opened(UNIT, "?rows=own");
        GivenImport.changesNothing(UNIT, GivenImport.xlsx(UNIT, "", book.save()), book.rows());
    }
}
