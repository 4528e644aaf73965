package org.zhaoshang.projects.upload;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.zhaoshang.Given;

/** Uploads over HTTP: {@code GivenImport.csv("150622", lines…).done()}. */
final class GivenImport {
    /** The columns that make a project complete, as the template names them. */
    static final String HEADER = "客户编号,项目名称,建设地点（旗区）,具体位置,细分产业,建设内容及规模,总投资（万元）,其中固定资产投资（万元）,"
            + "合作方式,项目单位（联系科室）,办公电话,是否推荐编入《投资指南》,策划筛选原则例外,论证日期,论证单位,论证结论";

    private GivenImport() {}

    /** A row under {@link #HEADER} with nothing left to settle. */
    static String row(String externalId, String name, String totalWan) {
        return String.join(
                ",",
                externalId,
                name,
                "准格尔旗",
                "大路产业园",
                "1.6 太阳能与风能",
                "年产5GW高效光伏组件",
                totalWan,
                "400",
                "合资",
                "投资促进中心",
                "0477-4" + Math.floorMod(name.hashCode(), 900000),
                "是",
                "",
                "2021-03-18",
                "发改委、工信局",
                "可行");
    }

    static ValidatableResponse csv(String account, String query, String... lines) {
        return post(
                account,
                query,
                "text/csv; charset=utf-8",
                Arrays.stream(lines).collect(Collectors.joining("\r\n")).getBytes(StandardCharsets.UTF_8));
    }

    static ValidatableResponse ndjson(String account, String query, String... lines) {
        return post(
                account,
                query,
                "application/x-ndjson; charset=utf-8",
                String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    static ValidatableResponse xlsx(String account, String query, byte[] file) {
        return post(account, query, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", file);
    }

    static ValidatableResponse post(String account, String query, String type, byte[] body) {
        return Given.signedIn(account)
                .header("Content-Type", type)
                .header("Prefer", "wait=30")
                .body(body)
                .post("/api/v1/imports?kind=projects" + query)
                .then();
    }

    static ValidatableResponse verb(String account, String id, String verb) {
        return Given.signedIn(account)
                .header("Prefer", "wait=30")
                .post("/api/v1/imports/" + id + "/" + verb)
                .then();
    }

    /** Says what became of the rows where it is not what was expected. */
    static void changesNothing(String account, ValidatableResponse upload, int rows) {
        String id = upload.statusCode(200).extract().path("id");
        org.assertj.core.api.Assertions.assertThat(results(account, id))
                .hasSize(rows)
                .allSatisfy(
                        row -> org.assertj.core.api.Assertions.assertThat(row).containsEntry("status", "UNCHANGED"));
    }

    /** The verdicts as objects, in file order. */
    static List<Map<String, Object>> results(String account, String id) {
        Response answer = Given.signedIn(account).get("/api/v1/imports/" + id + "/results.ndjson");
        answer.then().statusCode(200);
        return answer.asString()
                .lines()
                .map(line -> io.restassured.path.json.JsonPath.from(line).<String, Object>getMap(""))
                .toList();
    }
}
