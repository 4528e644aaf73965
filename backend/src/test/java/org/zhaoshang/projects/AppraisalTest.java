package org.zhaoshang.projects;

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

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;
import org.zhaoshang.HostileBodies;

@QuarkusTest
class AppraisalTest {
    private static Response record(String user, Object body) {
        return Given.signedIn(user).contentType(ContentType.JSON).body(body).post("/api/v1/appraisals");
    }

    private static Response recordFor(String user, String project, Object body) {
        return Given.signedIn(user)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/projects/" + project + "/appraisals");
    }

    private static Map<String, Object> appraisal(Object... projectIds) {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "heldOn", "2021-03-20",
                "body", "旗发展和改革委员会",
                "members", List.of("专家甲", "专家乙"),
                "conclusion", "FAVOURABLE"));
        if (projectIds.length > 0) {
            fields.put("projectIds", List.of(projectIds));
        }
        return fields;
    }

    private static Response project(String user, String id) {
        return Given.signedIn(user).get("/api/v1/projects/" + id);
    }

    private static Response invite(String user, String project, String username) {
        return Given.signedIn(user)
                .contentType(ContentType.JSON)
                .body(Map.of("username", username))
                .post("/api/v1/projects/" + project + "/invitations");
    }

    @Test
    void settlesManyProjectsAtOnce() {
        String one = GivenProject.draft("150622").id();
        String two = GivenProject.draft("150622").id();
        project("150622", one).then().body("findings.rule", hasItem("V03")).body("allowedActions", hasItem("appraise"));

        Response recorded = record("150622", appraisal(one, two));
        recorded.then()
                .statusCode(201)
                .header("Location", containsString(":" + RestAssured.port + "/api/v1/appraisals/"))
                .body("projectIds", containsInAnyOrder(one, two))
                .body("members", contains("专家甲", "专家乙"));

        for (String id : List.of(one, two)) {
            project("150622", id)
                    .then()
                    .body("findings.rule", not(hasItem("V03")))
                    .body("appraisal.conclusion", equalTo("FAVOURABLE"))
                    .body("allowedActions", hasItem("submit"));
            Given.signedIn("150622")
                    .get("/api/v1/projects/" + id + "/appraisals")
                    .then()
                    .body("items.id", contains((String) recorded.path("id")));
            Given.signedIn("150622")
                    .get("/api/v1/projects/" + id + "/history")
                    .then()
                    .body("items[0].action", equalTo("appraise"))
                    .body("items[0].changes[0].label", equalTo("初步论证"))
                    .body("items[0].changes[0].to.conclusion", equalTo("FAVOURABLE"));
        }
        Given.signedIn("150622")
                .get("/api/v1/projects?appraised=true&limit=1000")
                .then()
                .body("items.id", hasItems(one, two));
        Given.signedIn("150622")
                .get(recorded.header("Location"))
                .then()
                .statusCode(200)
                .body("id", notNullValue());
        Given.signedIn("150621").get(recorded.header("Location")).then().statusCode(404);
    }

    @Test
    void isAllOrNothing() {
        String own = GivenProject.draft("150622").id();
        String foreign = GivenProject.draft("150621").id();
        String submitted = GivenProject.in("SUBMITTED", "150622").id();

        record("150622", appraisal(own, foreign)).then().statusCode(404);
        record("150622", appraisal(own, UUID.randomUUID().toString())).then().statusCode(404);
        record("150622", appraisal(own, submitted)).then().statusCode(409).body("errors.rule", hasItem("STATE"));

        Given.signedIn("150622")
                .get("/api/v1/projects/" + own + "/appraisals")
                .then()
                .body("items", empty());
        recordFor("150621", own, appraisal()).then().statusCode(404);
        Given.signedIn("150621")
                .get("/api/v1/projects/" + own + "/appraisals")
                .then()
                .statusCode(404);
    }

    @Test
    void tellsAllMistakesAtOnce() {
        Map<String, Object> wrong = appraisal("not-an-id");
        wrong.put("heldOn", "2021-02-30");
        wrong.put("conclusion", "PERFECT");
        wrong.put("members", List.of("甲".repeat(101), "乙", "乙"));
        wrong.put("opinions", List.of(Map.of("check", "NO_SUCH", "opinion", "可")));
        wrong.put("unitCode", "150622");
        wrong.remove("body");
        record("150622", wrong)
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        hasItems(
                                "/heldOn",
                                "/conclusion",
                                "/members/0",
                                "/members/2",
                                "/opinions/0/check",
                                "/unitCode",
                                "/body"));
        Map<String, Object> ancient = appraisal(GivenProject.draft("150622").id());
        ancient.put("heldOn", "1921-07-01");
        record("150622", ancient).then().statusCode(400).body("errors.pointer", contains("/heldOn"));
        record("150622", appraisal()).then().statusCode(400).body("errors.pointer", contains("/projectIds"));
        record("150622", appraisal("1-2-3-4-x"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/projectIds/0"));
        HostileBodies.refusedBy(body -> Given.signedIn("150622")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/appraisals"));
    }

    @Test
    void keepsAFutureDateAndSaysSo() {
        String id = GivenProject.draft("150622").id();
        Map<String, Object> future = appraisal();
        future.put("heldOn", "2099-01-01");
        recordFor("150622", id, future).then().statusCode(201);
        project("150622", id).then().body("findings.find { it.rule == 'V03' }.message", equalTo("论证日期晚于报送日，请核对日期"));

        Map<String, Object> unfavourable = appraisal();
        unfavourable.put("conclusion", "UNFAVOURABLE");
        String other = GivenProject.draft("150622").id();
        recordFor("150622", other, unfavourable).then().statusCode(201);
        project("150622", other)
                .then()
                .body("findings.find { it.rule == 'V03' }.message", equalTo("初步论证结论为“不可行”，不能报送"));
    }

    @Test
    void expertAppraisesOnlyWhatItIsInvitedTo() {
        String invited = GivenProject.draft("150622").id();
        String other = GivenProject.draft("150622").id();
        record("150622", appraisal(invited, other)).then().statusCode(201);
        project("expert", invited).then().statusCode(404);
        recordFor("expert", invited, appraisal()).then().statusCode(404);

        invite("150621", invited, "expert").then().statusCode(404);
        invite("150622", invited, "expert")
                .then()
                .statusCode(201)
                .body("username", equalTo("expert"))
                .body("invitedAt", notNullValue());
        invite("150622", invited, "expert").then().statusCode(201);

        project("expert", invited).then().statusCode(200).body("allowedActions", contains("appraise"));
        recordFor("expert", invited, appraisal()).then().statusCode(201);
        recordFor("expert", invited, appraisal(other)).then().statusCode(404);
        Given.signedIn("expert")
                .get("/api/v1/projects/" + invited + "/appraisals")
                .then()
                .body("items", hasSize(2))
                .body("items.projectIds.flatten().unique()", contains(invited));
        Given.signedIn("150622")
                .get("/api/v1/projects/" + invited + "/invitations")
                .then()
                .body("items.username", contains("expert"));

        Given.signedIn("150622")
                .delete("/api/v1/projects/" + invited + "/invitations/expert")
                .then()
                .statusCode(204);
        project("expert", invited).then().statusCode(404);
        Given.signedIn("150622")
                .get("/api/v1/projects/" + invited + "/history")
                .then()
                .body("items.action", hasItems("invite", "uninvite", "appraise"));
    }

    @Test
    void invitesExpertsOnly() {
        String id = GivenProject.draft("150622").id();
        for (String nobody : List.of("bureau", "150621", "no-such-person", "x", "a\u0000b", "x".repeat(500), "")) {
            invite("150622", id, nobody).then().statusCode(400).body("errors.pointer", contains("/username"));
        }
        invite("expert", id, "expert").then().statusCode(403);
        HostileBodies.refusedBy(body -> Given.signedIn("150622")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/projects/" + id + "/invitations"));
    }

    @Test
    void isForUnitsAndExperts() {
        String id = GivenProject.draft("150622").id();
        for (String other : List.of("bureau", "leader", "auditor", "admin")) {
            recordFor(other, id, appraisal()).then().statusCode(403);
        }
        Given.nobody()
                .contentType(ContentType.JSON)
                .body(appraisal(id))
                .post("/api/v1/appraisals")
                .then()
                .statusCode(401);
    }

    @Test
    void repeatsTheAnswerForTheSameKey() {
        String id = GivenProject.draft("150622").id();
        String key = UUID.randomUUID().toString();
        Response first = Given.signedIn("150622")
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(appraisal(id))
                .post("/api/v1/appraisals");
        Response second = Given.signedIn("150622")
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(appraisal(id))
                .post("/api/v1/appraisals");
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat((String) second.path("id")).isEqualTo(first.path("id"));
        Given.signedIn("150622")
                .get("/api/v1/projects/" + id + "/appraisals")
                .then()
                .body("items", hasSize(1));
    }
}
