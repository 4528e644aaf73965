package org.zhaoshang.signing;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;

/** Signing events over HTTP: kept by the bureau, credited by V18, held against what was stated. */
@QuarkusTest
class SigningEventTest {
    private static final String UNIT = "150622";

    @Test
    void theEventsOfTheNoticeAreThereWithoutInventedFigures() {
        Given.signedIn("bureau")
                .get("/api/v1/signing-events/EVT-2020-01")
                .then()
                .statusCode(200)
                .body("name", is("鄂尔多斯市2020年招商引资网络直播推荐会"))
                .body("dateUnknown", is(true))
                .body("startsOn", nullValue())
                .body("statedAmountYuan", nullValue());
        Given.signedIn(UNIT)
                .queryParam("year", 2020)
                .get("/api/v1/signing-events")
                .then()
                .statusCode(200)
                .body("items", hasSize(5));
    }

    @Test
    void unitsReadAndTheBureauKeepsThem() {
        Given.signedIn(UNIT)
                .contentType(ContentType.JSON)
                .body(Map.of("name", GivenSigned.uniqueName(), "year", 2021))
                .post("/api/v1/signing-events")
                .then()
                .statusCode(403);
        String name = GivenSigned.uniqueName();
        String code = GivenSigned.event(Map.of("name", name, "startsOn", "2021-05-18", "endsOn", "2021-05-19"));
        create(Map.of("name", name, "year", 2021)).statusCode(409);
        create(Map.of("name", GivenSigned.uniqueName(), "year", 2021, "startsOn", "2020-05-18", "endsOn", "2020-05-17"))
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/startsOn", "/endsOn"));
        ValidatableResponse event =
                Given.signedIn("bureau").get("/api/v1/signing-events/" + code).then();
        Given.signedIn("bureau")
                .contentType("application/merge-patch+json; charset=utf-8")
                .header("If-Match", event.extract().header("ETag"))
                .body(Map.of("place", "苏州"))
                .patch("/api/v1/signing-events/" + code)
                .then()
                .statusCode(200)
                .body("place", is("苏州"));
        Given.signedIn("bureau")
                .get("/api/v1/signing-events/" + code + "/history")
                .then()
                .statusCode(200)
                .body("items.action", contains("update", "create"));
    }

    /** By hand: A gets one contract of 10 (half outside), B an upgrade with 0 and 3 added. */
    @Test
    void anUpgradeMovesTheColumnOfTheFirstEventAndTheExcessGoesToTheLater() {
        String a = GivenSigned.event(Map.of());
        String b = GivenSigned.event(Map.of());
        GivenSigned project = GivenSigned.contract(UNIT, 10, Map.of("agreementKind", "INTENT", "eventCode", a));
        event(a).body("columns.find { it.kind == 'INTENT' }.projects", is(1))
                .body("columns.find { it.kind == 'INTENT' }.amountYuan", is(1_000_000_000));
        project.agree("UPGRADE", "CONTRACT", b, "2021-06-01", 13, Map.of()).statusCode(200);
        event(a).body("columns.find { it.kind == 'INTENT' }.projects", is(0))
                .body("columns.find { it.kind == 'INTENT' }.amountYuan", is(0))
                .body("columns.find { it.kind == 'CONTRACT' }.projects", is(1))
                .body("columns.find { it.kind == 'CONTRACT' }.amountYuan", is(1_000_000_000));
        event(b).body("columns.find { it.kind == 'CONTRACT' }.projects", is(0))
                .body("columns.find { it.kind == 'CONTRACT' }.upgrades", is(1))
                .body("columns.find { it.kind == 'CONTRACT' }.addedYuan", is(300_000_000))
                .body("columns.find { it.kind == 'CONTRACT' }.amountYuan", is(300_000_000));
        project.get().body("agreed.kind", is("CONTRACT")).body("agreed.amountYuan", is(1_300_000_000));
        listed(a, 1);
        listed(b, 0);
    }

    @Test
    void aNewInvestorMovesTheCreditToTheLaterEvent() {
        String a = GivenSigned.event(Map.of());
        String b = GivenSigned.event(Map.of());
        GivenSigned project = GivenSigned.contract(UNIT, 10, Map.of("eventCode", a));
        project.agree("NEW_INVESTOR", "CONTRACT", b, "2021-06-01", 8, Map.of())
                .statusCode(422)
                .body("errors.pointer", contains("/investor"));
        project.agree("NEW_INVESTOR", "CONTRACT", b, "2021-06-01", 8, Map.of("investor", "示例新业主"))
                .statusCode(200)
                .body("agreed.investor", is("示例新业主"));
        event(a).body("columns.projects", contains(0, 0, 0));
        event(b).body("columns.find { it.kind == 'CONTRACT' }.projects", is(1))
                .body("columns.find { it.kind == 'CONTRACT' }.amountYuan", is(800_000_000));
        listed(a, 0);
        listed(b, 1);
    }

    @Test
    void agreementsThatContradictWhatWasSignedAreRefused() {
        String a = GivenSigned.event(Map.of());
        GivenSigned project = GivenSigned.contract(UNIT, 10, Map.of("eventCode", a));
        project.agree("UPGRADE", "FRAMEWORK", a, "2021-06-01", 12, Map.of())
                .statusCode(422)
                .body("errors.rule", contains("V18"));
        project.agree("ADDED_CAPITAL", "CONTRACT", a, "2021-06-01", 9, Map.of())
                .statusCode(422)
                .body("errors.pointer", contains("/agreedAmountYuan"));
        project.agree("ADDED_CAPITAL", "CONTRACT", a, "2021-01-01", 12, Map.of())
                .statusCode(422)
                .body("errors.rule", contains("V24"));
        project.agree("ADDED_CAPITAL", "CONTRACT", "EVT-2021-99x", "2021-06-01", 12, Map.of())
                .statusCode(400)
                .body("errors.pointer", contains("/eventCode"));
    }

    @Test
    void whatWasStatedIsShownWithItsDifferenceToWhoSeesAllRows() {
        String code = GivenSigned.event(Map.of("statedProjects", 3, "statedAmountYuan", 2_000_000_000));
        GivenSigned.contract(UNIT, 10, Map.of("eventCode", code));
        GivenSigned.contract("150625", 5, Map.of("eventCode", code));
        event(code)
                .body("projectsDifference", is(1))
                .body("amountDifferenceYuan", is(500_000_000))
                .body("findings.rule", hasItem("V22"));
        Given.signedIn(UNIT)
                .get("/api/v1/signing-events/" + code)
                .then()
                .body("columns.find { it.kind == 'CONTRACT' }.projects", is(1))
                .body("projectsDifference", nullValue())
                .body("findings", empty());
    }

    @Test
    void whatLacksARequiredFactIsNotCredited() {
        String code = GivenSigned.event(Map.of());
        GivenSigned project = GivenSigned.contract(UNIT, 10, Map.of("eventCode", code));
        project.patch(java.util.Collections.singletonMap("investor", null))
                .statusCode(200)
                .body("counted", is(false));
        event(code).body("columns.projects", contains(0, 0, 0));
        project.patch(Map.of("investor", "示例投资公司")).statusCode(200);
        event(code).body("columns.find { it.kind == 'CONTRACT' }.projects", is(1));
    }

    @Test
    void aDayOutsideTheEventAsksForAWord() {
        String code = GivenSigned.event(Map.of("startsOn", "2021-05-18", "endsOn", "2021-05-19"));
        GivenSigned.contract(UNIT, 10, Map.of("eventCode", code, "signedOn", "2021-05-20"))
                .get()
                .body("findings.rule", hasItem("SIGNED_AT_EVENT"));
        GivenSigned.contract(UNIT, 10, Map.of("eventCode", code, "signedOn", "2021-05-19"))
                .get()
                .body("findings.findAll { it.rule == 'SIGNED_AT_EVENT' }", empty());
    }

    private static ValidatableResponse create(Map<String, ?> fields) {
        return Given.signedIn("bureau")
                .contentType(ContentType.JSON)
                .body(fields)
                .post("/api/v1/signing-events")
                .then();
    }

    private static ValidatableResponse event(String code) {
        return Given.signedIn("bureau")
                .get("/api/v1/signing-events/" + code)
                .then()
                .statusCode(200);
    }

    /** The figure of an event is the length of the list that it opens. */
    private static void listed(String event, int projects) {
        Given.signedIn("bureau")
                .queryParam("creditedTo", event)
                .get("/api/v1/signed-projects")
                .then()
                .statusCode(200)
                .body("items", hasSize(projects));
    }
}
