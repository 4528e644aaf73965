package org.zhaoshang.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;

/** Signed projects that look like one (V19), across events and units. */
@QuarkusTest
class SigningDuplicateTest {
    private static final String OURS = "150622";
    private static final String THEIRS = "150623";

    private static GivenSigned named(String unit, String name, Map<String, ?> with) {
        Map<String, Object> fields = new HashMap<>(Map.of("name", name));
        fields.putAll(with);
        return GivenSigned.project(unit, fields);
    }

    private static ValidatableResponse duplicates(String who, GivenSigned project) {
        return Given.signedIn(who).get(project.path() + "/duplicates").then().statusCode(200);
    }

    private static ValidatableResponse judge(GivenSigned project, GivenSigned other, String verdict) {
        return Given.signedIn("bureau")
                .contentType(ContentType.JSON)
                .header("If-Match", project.version())
                .body(Map.of("verdict", verdict, "reason", "经核对"))
                .post(project.path() + "/duplicates/" + other.id() + "/verdict")
                .then();
    }

    @Test
    void whatOtherUnitsHaveIsForTheBureauAlone() {
        String name = GivenSigned.uniqueName();
        GivenSigned first = named(THEIRS, name, Map.of());
        GivenSigned second = named(OURS, name, Map.of());
        duplicates(OURS, second).body("items", empty()).body("openDuplicates", is(0));
        second.get().body("findings.rule", not(hasItem("SIGNED_DUPLICATE"))).body("counted", is(true));
        listed(OURS, second, 0);
        duplicates("bureau", second)
                .body("items.otherId", contains(first.id()))
                .body("items.level", contains(1))
                .body("items.open", contains(true))
                .body("openDuplicates", is(1));
        duplicates("bureau", first).body("items.otherId", contains(second.id()));
        Given.signedIn("bureau").get(second.path()).then().body("findings.rule", hasItem("SIGNED_DUPLICATE"));
        listed("bureau", second, 1);
        assertThat(Given.signedIn("bureau")
                        .get("/api/v1/notifications?limit=50")
                        .then()
                        .extract()
                        .asString())
                .contains(second.id());
    }

    private static void listed(String who, GivenSigned project, int times) {
        Given.signedIn(who)
                .queryParam("hasOpenDuplicates", true)
                .queryParam("q", project.code())
                .queryParam("count", true)
                .get("/api/v1/signed-projects")
                .then()
                .body("total", is(times));
    }

    @Test
    void countsUntilItIsFoundToBeTheSameAndAgainWhenItIsNot() {
        String event = GivenSigned.event(Map.of());
        String name = GivenSigned.uniqueName();
        GivenSigned first = named(THEIRS, name, Map.of("eventCode", event));
        GivenSigned second = named(OURS, name, Map.of("eventCode", event));
        credited(event, 2);
        judge(second, first, "SAME").statusCode(200).body("open", is(false)).body("verdict.verdict", is("SAME"));
        credited(event, 1);
        second.get()
                .body("exclusion", is("DUPLICATE"))
                .body("exclusionNote", not(org.hamcrest.Matchers.containsString("经核对")));
        first.get().body("exclusion", nullValue());
        duplicates("bureau", second).body("openDuplicates", is(0));
        listed("bureau", second, 0);
        judge(second, first, "NEW").statusCode(200);
        credited(event, 2);
        second.get().body("exclusion", nullValue());
        assertThat(Given.signedIn(OURS).get(second.path() + "/history").asString())
                .doesNotContain("经核对");
    }

    private static void credited(String event, int projects) {
        Given.signedIn("bureau")
                .get("/api/v1/signing-events/" + event)
                .then()
                .body("columns.find { it.kind == 'CONTRACT' }.projects", is(projects));
    }

    @Test
    void knowsTheLevelsAndLeavesPhasesApart() {
        String name = GivenSigned.uniqueName() + "年产高纯多晶硅材料及配套产业链建设";
        String investor = "示例投资方" + name;
        GivenSigned first = named(OURS, name + "项目", Map.of("investor", investor));
        GivenSigned alike = named(OURS, name + "工程", Map.of("investor", investor));
        GivenSigned close = named(
                OURS, GivenSigned.uniqueName() + "储能", Map.of("investor", investor, "agreedAmountYuan", 240_000_000));
        GivenSigned phase = named(OURS, name + "项目二期", Map.of("investor", investor));
        duplicates(OURS, first)
                .body("items.otherId", contains(alike.id(), close.id()))
                .body("items.level", contains(2, 3))
                .body("items.open", contains(true, false));
        duplicates(OURS, phase).body("items.otherId", not(hasItem(first.id())));
        first.get().body("findings.rule", hasItem("SIGNED_DUPLICATE"));
        // What is renamed is looked at again, and what has ended is nobody's duplicate.
        alike.patch(Map.of("name", GivenSigned.uniqueName())).statusCode(200);
        close.stage("TERMINATED", "2021-07-01", Map.of("reason", "协议解除")).statusCode(200);
        duplicates(OURS, first).body("items.otherId", not(hasItem(close.id()))).body("openDuplicates", is(0));
    }

    @Test
    void findsThemInAnUploadAsWell() {
        String name = GivenSigned.uniqueName();
        GivenSigned theirs = named(THEIRS, name, Map.of());
        Given.signedIn(OURS)
                .header("Content-Type", "text/csv; charset=utf-8")
                .header("Prefer", "wait=30")
                .body(("项目名称,协议类型,签约日期\r\n" + name + ",投资合同,2021-03-10\r\n" + GivenSigned.uniqueName() + ",,")
                        .getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/imports?kind=signed-projects")
                .then()
                .statusCode(200)
                .body("rows.created", is(2));
        duplicates("bureau", theirs).body("items.unitCode", contains(OURS)).body("openDuplicates", is(1));
    }

    @Test
    void onlyTheBureauJudgesAndOnlyWhatLooksAlike() {
        String name = GivenSigned.uniqueName();
        GivenSigned first = named(OURS, name + "示例光伏项目", Map.of());
        GivenSigned other = GivenSigned.project(OURS, Map.of());
        judge(first, other, "NEW").statusCode(404);
        Given.signedIn(OURS)
                .contentType(ContentType.JSON)
                .header("If-Match", first.version())
                .body(Map.of("verdict", "NEW", "reason", "不同"))
                .post(first.path() + "/duplicates/" + other.id() + "/verdict")
                .then()
                .statusCode(403);
    }
}
