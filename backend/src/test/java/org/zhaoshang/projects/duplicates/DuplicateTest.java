package org.zhaoshang.projects.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.zhaoshang.projects.GivenProject.complete;
import static org.zhaoshang.projects.GivenProject.submitted;
import static org.zhaoshang.projects.GivenProject.uniqueName;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;
import org.zhaoshang.projects.GivenProject;

@QuarkusTest
class DuplicateTest {
    private static final String ONE = "150622";
    private static final String OTHER = "150621";

    private static ValidatableResponse duplicates(String who, GivenProject project) {
        return Given.signedIn(who).get(project.path() + "/duplicates").then();
    }

    private static ValidatableResponse judge(GivenProject project, GivenProject other, String verdict) {
        return project.as("bureau", verdictOn(other.id()), Map.of("verdict", verdict, "reason", "电话核实过"));
    }

    private static String verdictOn(String other) {
        return "duplicates/" + other + "/verdict";
    }

    private static String codeOf(GivenProject project) {
        return project.get().extract().path("code");
    }

    private static Map<String, String> named(String name) {
        return Map.of("name", name);
    }

    @Test
    void aVerdictThatItIsNewLetsAcceptPass() {
        String name = uniqueName();
        GivenProject first = submitted(OTHER, named(name));
        first.as("bureau", "accept").statusCode(200);
        GivenProject second = submitted(ONE, named(name));

        second.as("bureau", "accept")
                .statusCode(409)
                .body("errors.rule", contains("V19"))
                .body("errors[0].message", containsString("请先裁决"));
        duplicates("bureau", second)
                .statusCode(200)
                .body("openDuplicates", equalTo(1))
                .body("items.otherId", contains(first.id()))
                .body("items[0].level", equalTo(1))
                .body("items[0].unitName", equalTo("达拉特旗"))
                .body("items[0].open", equalTo(true));

        judge(second, first, "NEW")
                .statusCode(200)
                .body("verdict.verdict", equalTo("NEW"))
                .body("verdict.reason", equalTo("电话核实过"))
                .body("open", equalTo(false));
        second.as("bureau", "accept").statusCode(200);
        duplicates("bureau", first).body("openDuplicates", equalTo(0)).body("items[0].verdict.verdict", equalTo("NEW"));
    }

    @Test
    void theSameBarsTheJudgedOneOnly() {
        String name = uniqueName();
        GivenProject first = submitted(OTHER, named(name));
        GivenProject second = submitted(ONE, named(name));
        judge(second, first, "SAME").statusCode(200);
        second.as("bureau", "accept").statusCode(409).body("errors[0].message", containsString("已裁定为同一项目"));
        first.as("bureau", "accept").statusCode(200);
    }

    @Test
    void aLaterVerdictTakesThePlaceOfTheFirst() {
        String name = uniqueName();
        GivenProject first = submitted(OTHER, named(name));
        GivenProject second = submitted(ONE, named(name));
        judge(second, first, "SAME").statusCode(200);
        judge(first, second, "NEW").statusCode(200);
        second.as("bureau", "accept").statusCode(200);
    }

    @Test
    void mergesIntoTheOther() {
        String projectCode = "2103-150622-04-01-" + ThreadLocalRandom.current().nextInt(100_000, 1_000_000);
        GivenProject first = submitted(ONE, Map.of("projectCode", projectCode));
        first.as("bureau", "accept").statusCode(200);
        GivenProject second = submitted(ONE, Map.of("projectCode", projectCode));
        judge(second, first, "MERGE").statusCode(200);
        second.get().body("state", equalTo("ARCHIVED")).body("exitReason", equalTo("合并到 " + codeOf(first)));
        duplicates("bureau", first).body("items", empty());
        Given.signedIn(ONE)
                .get(second.path() + "/history")
                .then()
                .body("items.action", hasItem("merge"))
                .body("items.reason", hasItem("裁定合并：电话核实过"));
    }

    @Test
    void mergesNeitherADraftNorIntoOne() {
        String name = uniqueName();
        GivenProject draft = complete(OTHER, named(name));
        GivenProject second = submitted(ONE, named(name));
        judge(second, draft, "MERGE").statusCode(409);
        judge(draft, second, "MERGE").statusCode(409);
        duplicates("bureau", second).body("items[0].verdict", nullValue());
        second.get().body("state", equalTo("SUBMITTED"));
    }

    @Test
    void showsAUnitOnlyItsOwnMatches() {
        String name = uniqueName();
        String investor = "示例新材料有限公司" + GivenProject.uniqueName();
        GivenProject foreign = submitted(OTHER, Map.of("name", name, "investor", investor));
        GivenProject own = submitted(ONE, Map.of("name", name + "A", "investor", investor));
        GivenProject mine = submitted(ONE, Map.of("name", name, "investor", investor));

        duplicates("bureau", mine).body("items.level", contains(1, 2));
        duplicates("auditor", mine).body("items", hasSize(2));
        duplicates(ONE, mine)
                .statusCode(200)
                .body("items.otherId", contains(own.id()))
                .body("items[0].level", equalTo(2))
                .body("openDuplicates", equalTo(1));
        duplicates(OTHER, mine).statusCode(404);
        assertThat(mine.get().extract().asString()).doesNotContain("V19", foreign.id(), codeOf(foreign));

        judge(mine, foreign, "SAME").statusCode(200);
        String history = Given.signedIn(ONE)
                .get(mine.path() + "/history")
                .then()
                .statusCode(200)
                .body("items.action", hasItem("judge-duplicate"))
                .extract()
                .asString();
        assertThat(history).doesNotContain(foreign.id(), codeOf(foreign), "电话核实过");
    }

    @Test
    void hidesTheForeignProjectItWasMergedInto() {
        String name = uniqueName();
        GivenProject foreign = submitted(OTHER, named(name));
        GivenProject mine = submitted(ONE, named(name));
        judge(mine, foreign, "MERGE").statusCode(200);
        mine.get().body("state", equalTo("ARCHIVED")).body("exitReason", not(containsString(codeOf(foreign))));
    }

    @Test
    void keepsSilentInCheckOnWhatOtherUnitsReport() {
        String name = uniqueName();
        submitted(OTHER, named(name));
        Given.signedIn(ONE)
                .contentType(ContentType.JSON)
                .body(GivenProject.fields(name))
                .post("/api/v1/projects/check")
                .then()
                .statusCode(200)
                .body("findings.rule", not(hasItem("V19")))
                .body("findings.rule", not(hasItem("NAME_UNIQUE_IN_UNIT")));
    }

    @Test
    void theBureauHearsOfATelephoneThatUnitsShareUnlessItIsAnOffice() {
        String phone = "0477-3" + ThreadLocalRandom.current().nextInt(100_000, 1_000_000);
        GivenProject first = submitted(OTHER, Map.of("contactPhone", phone));
        GivenProject second = submitted(ONE, Map.of("contactPhone", phone));
        duplicates("bureau", second)
                .body("items.otherId", contains(first.id()))
                .body("items[0].level", equalTo(4))
                .body("items[0].open", equalTo(false));
        String version =
                Given.signedIn(OTHER).get("/api/v1/units/150621/roster").header("ETag");
        Given.signedIn(OTHER)
                .contentType(ContentType.JSON)
                .header("If-Match", version)
                .body(Map.of("officePhone", phone.substring(5)))
                .put("/api/v1/units/150621/roster")
                .then()
                .statusCode(200);
        duplicates("bureau", second).body("items", empty());
    }

    @Test
    void asksForWhatIsMissing() {
        String name = uniqueName();
        GivenProject first = submitted(OTHER, named(name));
        GivenProject second = submitted(ONE, named(name));
        GivenProject stranger = submitted(OTHER, Map.of());
        String path = verdictOn(first.id());
        second.as("bureau", path, Map.of("verdict", "NEW"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/reason"));
        second.as("bureau", path, Map.of("reason", "核实"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/verdict"));
        second.as("bureau", path, Map.of("verdict", "PERHAPS", "reason", "核实")).statusCode(400);
        judge(second, stranger, "NEW").statusCode(404);
        Map<String, String> body = Map.of("verdict", "NEW", "reason", "核实");
        second.as("bureau", verdictOn(UUID.randomUUID().toString()), body).statusCode(404);
        second.as(ONE, path, body).statusCode(403);
        Given.signedIn("bureau")
                .contentType(ContentType.JSON)
                .body(body)
                .post(second.path() + "/" + path)
                .then()
                .statusCode(428);
        Given.signedIn("bureau")
                .contentType(ContentType.JSON)
                .header("If-Match", "\"999\"")
                .body(body)
                .post(second.path() + "/" + path)
                .then()
                .statusCode(412)
                .body("current.id", equalTo(second.id()));
    }

    @Test
    void forgetsProjectsThatLeftTheLibrary() {
        String name = uniqueName();
        GivenProject first = submitted(OTHER, named(name));
        GivenProject second = submitted(ONE, named(name));
        first.as(OTHER, "withdraw", Map.of("reason", "投资方放弃")).statusCode(200);
        duplicates("bureau", second).body("items", empty());
        duplicates("bureau", first).statusCode(200).body("items", empty());
        second.as("bureau", "accept").statusCode(200);
    }
}
