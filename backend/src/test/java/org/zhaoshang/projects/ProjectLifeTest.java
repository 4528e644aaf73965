package org.zhaoshang.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhaoshang.Given;

/** The story of a project over HTTP on a real database: reported, returned by field, corrected, accepted, published. */
@QuarkusTest
class ProjectLifeTest {
    private static final String PROJECTS = "/api/v1/projects";

    @Test
    void reportsReturnsCorrectsAcceptsAndPublishes() {
        GivenProject project = GivenProject.complete("150622");
        project.patch(Map.of("totalInvestmentYuan", 4990000, "fixedInvestmentYuan", 4000000))
                .statusCode(200);
        project.as("150622", "submit").statusCode(422).body("errors.rule", hasItem("V01"));
        project.patch(Map.of("totalInvestmentYuan", 250000000)).statusCode(200);
        project.as("150622", "submit")
                .statusCode(200)
                .body("state", is("SUBMITTED"))
                .body("late", is(false));

        project.as("bureau", "begin-review").statusCode(200).body("review.by", notNullValue());
        project.as("150622", "recall").statusCode(409);
        project.as(
                        "bureau",
                        "return",
                        Map.of(
                                "reason",
                                "请核对投资额和电话",
                                "fields",
                                List.of(
                                        Map.of("pointer", "/totalInvestmentYuan", "reason", "与可研不符"),
                                        Map.of("pointer", "/contactPhone", "reason", "请填总机"))))
                .statusCode(200)
                .body("state", is("RETURNED"));

        project.patch(Map.of("content", "改写内容")).statusCode(409).body("errors.pointer", contains("/content"));
        project.patch(Map.of("totalInvestmentYuan", 260000000, "contactPhone", "0477-8580000"))
                .statusCode(200);
        project.as("150622", "submit").statusCode(200).body("submissions", is(2));

        Given.signedIn("bureau")
                .get(project.path() + "/changes")
                .then()
                .statusCode(200)
                .body(
                        "changes.pointer",
                        org.hamcrest.Matchers.containsInAnyOrder("/totalInvestmentYuan", "/contactPhone"))
                .body("changes.label", hasItem("总投资"));
        project.as("bureau", "accept").statusCode(200).body("state", is("ACCEPTED"));
        project.as("bureau", "publish")
                .statusCode(200)
                .body("state", is("PUBLISHED"))
                .body("publiclyListed", is(true));

        Given.signedIn("150622")
                .get(project.path() + "/history")
                .then()
                .statusCode(200)
                .body(
                        "items.action",
                        contains(
                                "publish",
                                "accept",
                                "submit",
                                "update",
                                "return",
                                "begin-review",
                                "submit",
                                "update",
                                "update",
                                "appraise",
                                "create"))
                .body("items[3].changes.label", hasItem("办公电话"))
                .body("items[0].actor.name", is("bureau"));
    }

    @Test
    void tellsTheUnitWhatTheBureauDecidedAndTheBureauOnceADayThatAUnitSubmits() {
        GivenProject project = GivenProject.in("RETURNED", "150627");
        project.as("150627", "submit").statusCode(200);
        project.as("bureau", "accept").statusCode(200);
        project.as("bureau-2", "publish").statusCode(200);
        told("150627", "PROJECT_RETURNED")
                .body("items.page", hasItem("/projects/" + project.id() + "/edit"))
                .body("items.words", hasItem("测试"))
                .body("items.title", hasItem(containsString("被退回")));
        told("150627-lead", "PROJECT_ACCEPTED").body("items.page", hasItem("/projects/" + project.id()));
        told("150627", "PROJECT_PUBLISHED").body("items.page", hasItem("/projects/" + project.id()));
        told("150626", "PROJECT_RETURNED,PROJECT_ACCEPTED,PROJECT_PUBLISHED")
                .body("items.page", not(hasItem(containsString(project.id()))));
        String unit = "items.findAll { it.page.endsWith('unitCode=150627') }.createdAt";
        List<String> times = told("bureau", "PROJECTS_SUBMITTED").extract().path(unit);
        assertThat(times).isNotEmpty();
        assertThat(times.stream().map(at -> at.substring(0, 10))).doesNotHaveDuplicates();
    }

    private static ValidatableResponse told(String who, String kind) {
        return Given.signedIn(who)
                .get("/api/v1/notifications?limit=1000&kind=" + kind)
                .then()
                .statusCode(200);
    }

    @Test
    void leavesByEachExitAndComesBackAsADraft() {
        GivenProject withdrawn = GivenProject.in("SUBMITTED", "150623");
        withdrawn.as("150623", "withdraw").statusCode(400).body("errors[0].pointer", is("/reason"));
        withdrawn.as("150623", "withdraw", GivenProject.REASON).statusCode(200).body("state", is("WITHDRAWN"));
        withdrawn.as("bureau", "reopen", GivenProject.REASON).statusCode(200).body("state", is("DRAFT"));

        GivenProject signed = GivenProject.in("ACCEPTED", "150623");
        signed.as("150623", "negotiate").statusCode(200).body("state", is("NEGOTIATING"));
        signed.as("150623", "sign", Map.of("signedProject", "S-1"))
                .statusCode(200)
                .body("state", is("SIGNED"));
        signed.as("bureau", "archive", GivenProject.REASON).statusCode(200).body("state", is("ARCHIVED"));
    }

    @Test
    void deletesOnlyADraftThatWasNeverSubmitted() {
        GivenProject draft = GivenProject.in("DRAFT", "150624");
        draft.delete("150624").statusCode(204);
        draft.get().statusCode(404);
        GivenProject recalled = GivenProject.in("SUBMITTED", "150624");
        recalled.as("150624", "recall").statusCode(200).body("state", is("DRAFT"));
        recalled.delete("150624").statusCode(409);
    }

    @Test
    void needsTheVersionOneHasSeen() {
        GivenProject project = GivenProject.in("DRAFT", "150625");
        Given.signedIn("150625")
                .contentType("application/merge-patch+json; charset=utf-8")
                .body("{\"summary\":\"x\"}")
                .patch(project.path())
                .then()
                .statusCode(428);
        project.patch(Map.of("summary", "先改")).statusCode(200);
        Given.signedIn("150625")
                .contentType("application/merge-patch+json; charset=utf-8")
                .header("If-Match", "\"0\"")
                .body("{\"summary\":\"后改\"}")
                .patch(project.path())
                .then()
                .statusCode(412)
                .body("current.summary", is("先改"))
                .body("current.version", greaterThan(0));
    }

    @Test
    void letsOneOfSixteenEditorsWin() throws Exception {
        GivenProject project = GivenProject.in("DRAFT", "150626");
        String version = project.version();
        Given.signedIn("150626"); // one sign-in, not sixteen
        try (var editors = Executors.newFixedThreadPool(16)) {
            List<Callable<Integer>> edits = java.util.stream.IntStream.range(0, 16)
                    .<Callable<Integer>>mapToObj(at -> () -> Given.signedIn("150626")
                            .contentType("application/merge-patch+json; charset=utf-8")
                            .header("If-Match", version)
                            .body("{\"summary\":\"编辑" + at + "\"}")
                            .patch(project.path())
                            .statusCode())
                    .toList();
            List<Integer> answers = editors.invokeAll(edits).stream()
                    .map(answer -> answer.resultNow())
                    .toList();
            assertThat(answers).containsOnlyOnce(200).containsOnly(200, 412);
        }
    }

    @Test
    void replaysARepeatedCreateByItsKey() {
        String name = GivenProject.uniqueName();
        Response first = create("150627", "key-" + name, "{\"name\":\"" + name + "\"}");
        Response again = create("150627", "key-" + name, "{\"name\":\"" + name + "\"}");
        first.then().statusCode(201).header("Location", containsString(first.path("id")));
        again.then().statusCode(201).header("Idempotency-Replayed", "true").body("id", is(first.<String>path("id")));
        create("150627", "key-" + name, "{\"name\":\"另一个\"}").then().statusCode(422);
    }

    @Test
    void savesWhatIsIncompleteAndSaysWhatIsOpen() {
        JsonPath saved = create("1506a1", null, "{\"name\":\"" + GivenProject.uniqueName() + "\"}")
                .then()
                .statusCode(201)
                .body("findings.rule", hasItem("REQUIRED"))
                .body("findings.rule", hasItem("V03"))
                .body("allowedActions", not(hasItem("submit")))
                .body("whyNot.find { it.action == 'submit' }.message", containsString("即可报送"))
                .extract()
                .jsonPath();
        assertThat(saved.getString("code")).startsWith("ORD-").contains("1506A1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "5",
                "\"x\"",
                "{\"name\":null}",
                "{\"name\":\"\"}",
                "{\"name\":{}}",
                "{\"nam\":\"x\"}",
                "{\"name\":\"a\",\"name\":\"b\"}",
                "{\"name\":\"a\"} {\"name\":\"b\"}",
                "{\"name\":\"a\",\"state\":\"ACCEPTED\"}",
                "{\"name\":\"a\",\"jobs\":NaN}",
                "{\"name\":\"a\",\"totalInvestmentYuan\":1e400}",
                "{\"name\":\"a\",\"callYear\":1999}",
                "{\"name\":\"a\\u0000\"}",
                "{\"name\":\"a\",\"id\":\"1\"}"
            })
    void answersMalformedInputClearly(String body) {
        create("150602", null, body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("title", notNullValue())
                .body("errors", not(nullValue()));
    }

    @Test
    void refusesToWriteForAnotherUnit() {
        create("150602", null, "{\"name\":\"x\",\"unitCode\":\"150603\"}")
                .then()
                .statusCode(403)
                .body("errors[0].rule", is("SCOPE"));
        GivenProject foreign = GivenProject.in("DRAFT", "150603");
        Given.signedIn("150602").get(foreign.path()).then().statusCode(404);
        Given.signedIn("150602").get(PROJECTS + "?limit=1000").then().body("items.unitCode", everyItem(is("150602")));
    }

    @Test
    void checksWithoutStoring() {
        long before = total("150602");
        Given.signedIn("150602")
                .contentType(ContentType.JSON)
                .body("{\"totalInvestmentYuan\":4990000,\"jobs\":\"x\"}")
                .post(PROJECTS + "/check")
                .then()
                .statusCode(200)
                .body("findings.rule", hasItem("V01"))
                .body("findings.rule", hasItem("FORMAT"))
                .body("findings.find { it.pointer == '/name' }.rule", is("REQUIRED"));
        assertThat(total("150602")).isEqualTo(before);
    }

    @Test
    void speaksEnglishWhenAsked() {
        Given.signedIn("150602")
                .header("Accept-Language", "en")
                .contentType(ContentType.JSON)
                .body("{\"totalInvestmentYuan\":4990000}")
                .post(PROJECTS + "/check")
                .then()
                .body("findings.find { it.rule == 'V01' }.message", containsString("below the call's minimum"));
    }

    private static long total(String unit) {
        return Given.signedIn(unit)
                .get(PROJECTS + "?count=true&limit=1")
                .then()
                .extract()
                .jsonPath()
                .getLong("total");
    }

    private static Response create(String unit, @org.jspecify.annotations.Nullable String key, String body) {
        var request = Given.signedIn(unit).contentType(ContentType.JSON).body(body);
        return (key == null ? request : request.header("Idempotency-Key", key.hashCode())).post(PROJECTS);
    }
}
