package org.zhaoshang.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;
import org.zhaoshang.projects.GivenProject;

/** Signed projects over HTTP: what is kept, what counts, how far they got. */
@QuarkusTest
class SignedProjectTest {
    private static final String UNIT = "150622";

    @Test
    void keepsWhatIsIncompleteAndDoesNotCountIt() {
        String name = GivenSigned.uniqueName();
        GivenSigned.create(UNIT, Map.of("name", name, "agreementKind", "CONTRACT"))
                .statusCode(201)
                .body("stage", is("SIGNED"))
                .body("counted", is(false))
                .body("findings.rule", hasItem("REQUIRED"))
                .body(
                        "findings.pointer",
                        hasItems("/signedOn", "/investor", "/agreedAmountYuan", "/investorCreditCode"));
        Given.signedIn("leader")
                .queryParam("q", name)
                .get("/api/v1/signed-projects")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void owesLittleWhileItIsInTalks() {
        GivenSigned.create(
                        UNIT,
                        Map.of(
                                "name", GivenSigned.uniqueName(),
                                "locationCode", UNIT,
                                "industryCode", "3.3",
                                "investor", "示例投资公司",
                                "origin", "OUTSIDE_REGION",
                                "stageOn", "2021-02-01"))
                .statusCode(201)
                .body("stage", is("NEGOTIATING"))
                .body("findings", empty());
    }

    @Test
    void theStageFollowsAnAgreementThatIsEnteredStepByStep() {
        String id = GivenSigned.create(UNIT, Map.of("name", GivenSigned.uniqueName()))
                .statusCode(201)
                .body("stage", is("NEGOTIATING"))
                .extract()
                .path("id");
        patch(id, Map.of("agreementKind", "FRAMEWORK"))
                .body("stage", is("SIGNED"))
                .body("stageOn", nullValue());
        patch(id, Map.of("signedOn", "2021-03-10")).body("stageOn", is("2021-03-10"));
    }

    private static ValidatableResponse patch(String id, Map<String, ?> changes) {
        String path = "/api/v1/signed-projects/" + id;
        return Given.signedIn(UNIT)
                .contentType("application/merge-patch+json; charset=utf-8")
                .header("If-Match", Given.signedIn(UNIT).get(path).header("ETag"))
                .body(changes)
                .patch(path)
                .then()
                .statusCode(200);
    }

    @Test
    void refusesAForeignUnitAndHidesItsRows() {
        Map<String, Object> foreign = new HashMap<>(GivenSigned.fields(GivenSigned.uniqueName()));
        foreign.put("unitCode", "150625");
        GivenSigned.create(UNIT, foreign).statusCode(403);
        GivenSigned theirs = GivenSigned.project("150625", Map.of());
        Given.signedIn(UNIT).get(theirs.path()).then().statusCode(404);
        Given.signedIn(UNIT).get(theirs.path() + "/stages").then().statusCode(404);
        Given.signedIn(UNIT).get(theirs.path() + "/agreements").then().statusCode(404);
        Given.signedIn("bureau").get(theirs.path()).then().statusCode(200);
    }

    @Test
    void asksForAmountRateAndDayOfForeignMoney() {
        GivenSigned.project(UNIT, Map.of("currency", "USD", "amountOriginal", 10_000_000))
                .get()
                .body("findings.findAll { it.rule == 'V21' }.pointer", hasItems("/exchangeRate", "/exchangeDate"));
        GivenSigned.project(
                        UNIT,
                        Map.of(
                                "currency",
                                "USD",
                                "amountOriginal",
                                10_000_000,
                                "exchangeRate",
                                6.5,
                                "exchangeDate",
                                "2021-03-10",
                                "agreedAmountYuan",
                                80_000_000,
                                "agreedOutsideYuan",
                                1_000_000))
                .get()
                .body("findings.findAll { it.rule == 'V21' }.pointer", contains("/agreedAmountYuan"));
        Map<String, Object> computed = new HashMap<>(GivenSigned.fields(GivenSigned.uniqueName()));
        computed.putAll(Map.of(
                "currency", "USD", "amountOriginal", 10_000_000, "exchangeRate", 6.5, "exchangeDate", "2021-03-10"));
        computed.remove("agreedAmountYuan");
        computed.put("agreedOutsideYuan", 65_000_000);
        GivenSigned.create(UNIT, computed)
                .statusCode(201)
                .body("agreedAmountYuan", is(65_000_000))
                .body("findings.rule", not(hasItem("V21")));
    }

    @Test
    void seesDaysThatCanNotBe() {
        GivenSigned.project(
                        UNIT,
                        Map.of(
                                "signedOn", "2021-05-01",
                                "stage", "STARTED",
                                "stageOn", "2021-04-01",
                                "plannedStartOn", "2021-09-01",
                                "plannedCompletionOn", "2021-08-01"))
                .get()
                .body("findings.findAll { it.rule == 'V24' }.pointer", hasItems("/stageOn", "/plannedCompletionOn"));
        GivenSigned.project(UNIT, Map.of("signedOn", "2099-01-01"))
                .get()
                .body("findings.findAll { it.rule == 'V24' }.pointer", hasItem("/signedOn"));
    }

    @Test
    void sharesSumToAHundred() {
        GivenSigned.project(
                        UNIT,
                        Map.of(
                                "shares",
                                List.of(
                                        Map.of("unitCode", UNIT, "percent", 60),
                                        Map.of("unitCode", "150625", "percent", 30))))
                .get()
                .body("findings.rule", hasItem("V35"));
        GivenSigned.project(
                        UNIT,
                        Map.of(
                                "shares",
                                List.of(
                                        Map.of("unitCode", UNIT, "percent", 60),
                                        Map.of("unitCode", "150625", "percent", 40))))
                .get()
                .body("findings.rule", not(hasItem("V35")));
    }

    @Test
    void movesOnPastStagesAndBackOnlyWithAReason() {
        GivenSigned project = GivenSigned.project(UNIT, Map.of());
        project.stage("STARTED", "2021-06-20", Map.of("startKind", "CONSTRUCTION", "note", "桩基施工"))
                .statusCode(200)
                .body("stage", is("STARTED"))
                .body("stageOn", is("2021-06-20"));
        project.stage("PERMITTING", "2021-06-25", Map.of()).statusCode(422).body("errors.rule", contains("V23"));
        project.stage("PERMITTING", "2021-06-25", Map.of("reason", "设计变更，重新办理施工许可"))
                .statusCode(200)
                .body("stage", is("PERMITTING"));
        Given.signedIn(UNIT)
                .get(project.path() + "/stages")
                .then()
                .statusCode(200)
                .body("items.stage", contains("SIGNED", "STARTED", "PERMITTING"))
                .body("items[0].takenBackAt", nullValue())
                .body("items[1].takenBackAt", notNullValue())
                .body("items[1].evidence.startKind", is("CONSTRUCTION"))
                .body("items[2].reason", is("设计变更，重新办理施工许可"));
    }

    @Test
    void refusesStagesBeforeTheSigningAndStillToCome() {
        GivenSigned project = GivenSigned.project(UNIT, Map.of());
        project.stage("STARTED", "2021-01-01", Map.of()).statusCode(422).body("errors.rule", hasItem("V24"));
        project.stage("STARTED", "2099-01-01", Map.of()).statusCode(422).body("errors.rule", hasItem("V24"));
        project.stage("STARTED", "2021-06-31", Map.of()).statusCode(400);
        project.get().body("stage", is("SIGNED"));
    }

    @Test
    void endsHonestlyWithAReason() {
        GivenSigned project = GivenSigned.project(UNIT, Map.of());
        project.patch(Map.of("stage", "TERMINATED", "stageOn", "2021-07-01"))
                .statusCode(422)
                .body("errors.rule", contains("V23"));
        project.stage("TERMINATED", "2021-07-01", Map.of("reason", "投资方资金链断裂，协议解除"))
                .statusCode(200)
                .body("exitReason", is("投资方资金链断裂，协议解除"));
        project.stage("SIGNED", "2021-07-02", Map.of("reason", "重新签约"))
                .statusCode(200)
                .body("exitReason", nullValue());
    }

    @Test
    void goesOnWithAnotherOfTheUnitsProjects() {
        GivenSigned into = GivenSigned.project(UNIT, Map.of());
        GivenSigned project = GivenSigned.project(UNIT, Map.of());
        project.stage("MERGED", "2021-07-01", Map.of("reason", "与一期合并推进"))
                .statusCode(422)
                .body("errors.pointer", contains("/mergedInto"));
        project.stage("MERGED", "2021-07-01", Map.of("reason", "与一期合并推进", "mergedInto", into.code()))
                .statusCode(200)
                .body("mergedInto", equalTo(into.code()));
    }

    @Test
    void doesNotCountAsMergedBeforeItSaysIntoWhat() {
        GivenSigned into = GivenSigned.project(UNIT, Map.of());
        GivenSigned project = GivenSigned.project(UNIT, Map.of());
        GivenSigned foreign = GivenSigned.project("150623", Map.of());
        String reason = "与一期合并推进";
        merged(
                        project,
                        Map.of(
                                "stage",
                                "MERGED",
                                "stageOn",
                                "2021-07-01",
                                "justifications",
                                List.of(Map.of("rule", "V23", "text", reason), Map.of("rule", "V36", "text", "示例代码"))))
                .body("findings.find { it.severity == 'BLOCK' }.pointer", is("/mergedInto"))
                .body("counted", is(false));
        merged(project, Map.of("mergedInto", project.code()))
                .body("findings.find { it.severity == 'BLOCK' }.rule", is("CODE"));
        merged(project, Map.of("mergedInto", foreign.code()))
                .body("findings.find { it.severity == 'BLOCK' }.rule", is("CODE"));
        merged(project, Map.of("mergedInto", into.code()))
                .body("counted", is(true))
                .body("mergedInto", is(into.code()));
        project.stage("SIGNED", "2021-07-02", Map.of("reason", "恢复推进")).body("mergedInto", nullValue());
    }

    private static ValidatableResponse merged(GivenSigned project, Map<String, ?> changes) {
        return project.patch(changes).statusCode(200);
    }

    @Test
    void theReserveProjectIsSignedWithIt() {
        GivenProject reserve = GivenProject.complete(UNIT, GivenProject.uniqueName());
        reserve.as(UNIT, "submit").statusCode(200);
        reserve.as("bureau", "accept").statusCode(200);
        reserve.as("bureau", "publish").statusCode(200);
        String code = Given.signedIn(UNIT).get(reserve.path()).then().extract().path("code");
        GivenSigned signed = GivenSigned.project(UNIT, Map.of("reserveProjectCode", code));
        Given.signedIn(UNIT)
                .get(reserve.path())
                .then()
                .body("state", is("SIGNED"))
                .body("signedProject", is(signed.code()))
                .body("publiclyListed", is(false));
        Given.signedIn(UNIT)
                .get(signed.path() + "/reserve-steps")
                .then()
                .statusCode(200)
                .body("items.state", contains("SUBMITTED", "ACCEPTED", "PUBLISHED", "SIGNED"))
                .body("items[0].at", not(nullValue()));
        Given.signedIn("150623").get(signed.path() + "/reserve-steps").then().statusCode(404);
        Map<String, Object> unknown = new HashMap<>(GivenSigned.fields(GivenSigned.uniqueName()));
        unknown.put("reserveProjectCode", "ORD-2021-150622-9999x");
        GivenSigned.create(UNIT, unknown).statusCode(400).body("errors.pointer", contains("/reserveProjectCode"));
    }

    @Test
    void whatOthersRestOnIsEndedAndNotDeleted() {
        GivenSigned fresh = GivenSigned.project(UNIT, Map.of());
        delete(fresh).statusCode(204);
        fresh.get().statusCode(404);
        GivenSigned bound = GivenSigned.contract(UNIT, 10, Map.of("agreementKind", "FRAMEWORK"));
        String event = GivenSigned.event(Map.of());
        bound.agree("UPGRADE", "CONTRACT", event, "2021-05-01", 12, Map.of()).statusCode(200);
        delete(bound).statusCode(409);
    }

    @Test
    void listsByFiltersWithTotalsThatNeverAddKinds() {
        String word = GivenSigned.uniqueName();
        GivenSigned.contract(UNIT, 3, Map.of("name", word + "甲", "investor", "甲" + word));
        GivenSigned.contract(UNIT, 5, Map.of("name", word + "乙", "investor", "乙" + word, "agreementKind", "FRAMEWORK"));
        ValidatableResponse list = Given.signedIn("bureau")
                .queryParam("q", word)
                .queryParam("count", true)
                .queryParam("sort", "-signedOn")
                .get("/api/v1/signed-projects")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("total", is(2))
                .body("totals.contractYuan", is(300_000_000))
                .body("totals.frameworkYuan", is(500_000_000))
                .body("totals.contractOutsideYuan", is(150_000_000));
        assertThat(list.extract().<String>path("items[0].unitName")).isEqualTo("准格尔旗");
        String next = Given.signedIn("bureau")
                .queryParam("q", word)
                .queryParam("limit", 1)
                .queryParam("sort", "-signedOn")
                .get("/api/v1/signed-projects")
                .then()
                .extract()
                .path("nextCursor");
        Given.signedIn("bureau")
                .queryParam("q", word)
                .queryParam("limit", 1)
                .queryParam("sort", "-signedOn")
                .queryParam("cursor", next)
                .get("/api/v1/signed-projects")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("nextCursor", nullValue());
        Given.signedIn("bureau")
                .queryParam("stage", "ABROAD")
                .get("/api/v1/signed-projects")
                .then()
                .statusCode(400);
    }

    @Test
    void showsThePastAsItStood() {
        GivenSigned project = GivenSigned.project(UNIT, Map.of());
        String today =
                java.time.LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).toString();
        Given.signedIn(UNIT)
                .queryParam("asOf", today)
                .get(project.path())
                .then()
                .statusCode(200)
                .body("stage", is("SIGNED"))
                .body("allowedActions", empty());
        Given.signedIn(UNIT)
                .queryParam("asOf", "2021-01-01")
                .get(project.path())
                .then()
                .statusCode(404);
        Given.signedIn(UNIT)
                .queryParam("asOf", "tomorrow")
                .get("/api/v1/signed-projects")
                .then()
                .statusCode(400);
        Given.signedIn(UNIT)
                .queryParam("asOf", today)
                .queryParam("q", project.get().extract().<String>path("name"))
                .get("/api/v1/signed-projects")
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }

    @Test
    void keepsThePermitsAndTellsTheHistory() {
        GivenSigned project = GivenSigned.project(UNIT, Map.of());
        Given.signedIn(UNIT)
                .contentType(ContentType.JSON)
                .header("If-Match", project.version())
                .body(Map.of("FILING", "DONE", "ENERGY", "NOT_NEEDED", "LAND", "IN_PROGRESS"))
                .put(project.path() + "/permits")
                .then()
                .statusCode(200)
                .body("permits.FILING", is("DONE"))
                .body("permits.CONSTRUCTION", is("NOT_STARTED"));
        Given.signedIn(UNIT)
                .contentType(ContentType.JSON)
                .header("If-Match", project.version())
                .body(Map.of("FILING", "PERHAPS", "ROOF", "DONE"))
                .put(project.path() + "/permits")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItems("/FILING", "/ROOF"));
        Given.signedIn(UNIT)
                .get(project.path() + "/history")
                .then()
                .statusCode(200)
                .body("items.action", contains("permits", "create"));
    }

    @Test
    void theBureauLeavesOutWhatDoesNotCount() {
        GivenSigned project = GivenSigned.project(UNIT, Map.of());
        project.as(UNIT, "exclude", Map.of("exclusion", "REAL_ESTATE", "reason", "商业综合体"))
                .statusCode(403);
        project.as("bureau", "exclude", Map.of("exclusion", "REAL_ESTATE")).statusCode(400);
        project.as("bureau", "exclude", Map.of("exclusion", "REAL_ESTATE", "reason", "商业综合体"))
                .statusCode(200)
                .body("exclusion", is("REAL_ESTATE"));
        project.as("bureau", "include", Map.of()).statusCode(200).body("exclusion", nullValue());
    }

    private static ValidatableResponse delete(GivenSigned project) {
        return Given.signedIn(UNIT)
                .header("If-Match", project.version())
                .delete(project.path())
                .then();
    }
}
