package org.zhaoshang.projects.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhaoshang.Given;
import org.zhaoshang.calls.Principles;
import org.zhaoshang.projects.GivenProject;

/** One file both ways: what was exported and comes back untouched changes nothing. */
@QuarkusTest
class RoundTripTest {
    private static final String UNIT = "150622";

    /** Everything that a sheet says in words or in one cell. */
    private static Map<String, Object> manifold(String name) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("name", name);
        fields.put("externalId", "EXT-" + name);
        fields.put("totalInvestmentYuan", 1_234_567_890.12);
        fields.put("fixedInvestmentYuan", 123_456_789);
        fields.put("landAreaMu", 33.3333);
        fields.put("powerDemandKwhPerYear", 12_345_678.5);
        fields.put("waterDemandTonPerYear", 1_000);
        fields.put("jobs", 4_100);
        fields.put("industryTags", List.of("3.3", "1.5"));
        fields.put("gbIndustryCode", "06");
        fields.put("cooperationModes", List.of("JOINT_VENTURE", "OTHER"));
        fields.put("contactPhone", "+86 477-8580000");
        fields.put("summary", "=1+1；“两行”,\n第二行");
        fields.put("longitude", 109.781234);
        fields.put("latitude", 39.6);
        fields.put("inGuide", false);
        fields.put(
                "justifications",
                List.of(Map.of("rule", "V04", "text", "已核对：单位为元；无误"), Map.of("rule", "V36", "text", "见执照")));
        fields.put(
                "principleChecks",
                Principles.all().stream()
                        .map(principle -> principle.code().equals("RESOURCES")
                                ? Map.of("check", principle.code(), "answer", "NOT_APPLICABLE", "note", "利用存量厂房；不新增用地")
                                : Map.of("check", principle.code(), "answer", "PASS"))
                        .toList());
        return fields;
    }

    @ParameterizedTest
    @CsvSource({
        ".csv, text/csv; charset=utf-8",
        ".ndjson, application/x-ndjson; charset=utf-8",
        ".xlsx, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    })
    void changesNothingWhenItComesBack(String suffix, String type) {
        String name = GivenProject.uniqueName();
        GivenProject.complete(UNIT, manifold(name));
        GivenProject.submitted(UNIT, Map.of("name", name + "之二"));
        Given.signedIn(UNIT)
                .contentType(ContentType.JSON)
                .body(Map.of("name", name + "之三", "totalInvestmentYuan", 0.01))
                .post("/api/v1/projects")
                .then()
                .statusCode(201);
        Response exported = Given.signedIn(UNIT).queryParam("q", name).get("/api/v1/projects" + suffix);
        exported.then().statusCode(200);
        Response upload = Given.signedIn(UNIT)
                .header("Content-Type", type)
                .header("Prefer", "wait=30")
                .body(exported.asByteArray())
                .post("/api/v1/imports?kind=projects");
        String results = Given.signedIn(UNIT)
                .get("/api/v1/imports/" + upload.path("id") + "/results.ndjson")
                .asString();
        upload.then().statusCode(200).body("state", is("COMPLETED"));
        assertThat(upload.<Integer>path("rows.total")).isEqualTo(3);
        assertThat(upload.<Integer>path("rows.unchanged")).as(results).isEqualTo(3);
    }
}
