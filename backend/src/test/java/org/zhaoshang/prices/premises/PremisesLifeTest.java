package org.zhaoshang.prices.premises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;
import org.zhaoshang.HostileBodies;
import org.zhaoshang.shared.time.CityClock;

/** What can become of premises and parcels, and who may say so. */
@QuarkusTest
class PremisesLifeTest {
    private static final String UNIT = "150622";
    private static final Map<String, String> REASON = Map.of("reason", "测试");

    @Inject
    CityClock clock;

    @Inject
    LapsedListings lapsed;

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void keepsWhatTheUnitSaysAndReckonsTheRest() {
        GivenListing.premises(UNIT)
                .get()
                .statusCode(200)
                .body("code", matchesPattern("ORD-PRM-150622-\\d{4,}"))
                .body("state", equalTo("IDLE"))
                .body("unitName", equalTo("准格尔旗"))
                .body("occupiedAreaSqm", equalTo(3000))
                .body("utilisationPct", equalTo(37.5f))
                .body("craneTon", equalTo(10))
                .body("priceOnRequest", equalTo(false))
                .body("publiclyListed", equalTo(false))
                .body("findings", empty())
                .body(
                        "allowedActions",
                        containsInAnyOrder("edit", "delete", "attach", "confirm", "negotiate", "reuse", "withdraw"))
                .body("whyNot.action", contains("reopen"));
    }

    @Test
    void savesWhatIsUnfinishedAndPublishesOnlyWhatIsSettled() {
        GivenListing premises = GivenListing.premises(UNIT, Map.of("freeAreaSqm", 9000));
        premises.get().body("findings.rule", contains("V42"));
        premises.as("bureau", "publish", Map.of())
                .statusCode(422)
                .body("errors.rule", contains("V42"))
                .body("errors[0].pointer", equalTo("/freeAreaSqm"));
        premises.patch(Map.of("freeAreaSqm", 8000)).statusCode(200).body("findings", empty());
        premises.as("bureau", "publish", Map.of())
                .statusCode(200)
                .body("publiclyListed", equalTo(true))
                .body("allowedActions", contains("unpublish"))
                .body("whyNot.action", contains("publish"));
    }

    @Test
    void showsAChangeToThePublicOnlyWhenTheBureauPublishesIt() {
        GivenListing premises = GivenListing.premises(UNIT).published();
        premises.patch(Map.of("rentYuanPerSqmMonth", 9))
                .statusCode(200)
                .body("publiclyListed", equalTo(true))
                .body("changedSince", equalTo(true));
        premises.as("bureau", "publish", Map.of()).statusCode(200).body("changedSince", equalTo(false));
    }

    @Test
    void walksFromIdleThroughTalksToReuseAndBackWithAReason() {
        GivenListing premises = GivenListing.premises(UNIT).published();
        premises.take("negotiate", Map.of())
                .statusCode(200)
                .body("state", equalTo("IN_TALKS"))
                .body("publiclyListed", equalTo(true));
        premises.take("reopen", Map.of()).statusCode(400).body("errors.pointer", contains("/reason"));
        premises.take("reopen", REASON)
                .statusCode(200)
                .body("state", equalTo("IDLE"))
                .body("publiclyListed", equalTo(true));
        premises.take("reuse", Map.of("project", "年产5GW高效光伏组件项目", "on", "2021-04-10"))
                .statusCode(200)
                .body("state", equalTo("REUSED"))
                .body("takenBy", equalTo("年产5GW高效光伏组件项目"))
                .body("takenOn", equalTo("2021-04-10"))
                .body("publiclyListed", equalTo(false));
        premises.patch(Map.of("rentYuanPerSqmMonth", 9)).statusCode(409);
        premises.take("confirm", Map.of()).statusCode(409);
        premises.take("reopen", REASON).statusCode(200).body("takenBy", nullValue());
        premises.take("withdraw", Map.of()).statusCode(400);
        premises.take("withdraw", REASON)
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"))
                .body("exitReason", equalTo("测试"));
        Given.signedIn(UNIT)
                .get(premises.path() + "/history")
                .then()
                .body("items[0].action", equalTo("withdraw"))
                .body("items[0].changes.label", hasItem("状态"))
                .body("items.action", hasItem("reuse"));
    }

    /** V43. */
    @Test
    void owesTheProjectAndTheDayOfAReuse() {
        GivenListing premises = GivenListing.premises(UNIT);
        premises.take("reuse", Map.of())
                .statusCode(422)
                .body("errors.rule", contains("V43", "V43"))
                .body("errors.pointer", contains("/project", "/on"));
        premises.take("reuse", Map.of("project", "某项目", "on", "2999-01-01")).statusCode(400);
        premises.take("reuse", Map.of("project", "某\u0000项目", "on", "2021-04-10"))
                .statusCode(400);
        premises.get().body("state", equalTo("IDLE"));
        GivenListing.parcel(UNIT, Map.of())
                .take("grant", Map.of("on", "2021-04-10"))
                .statusCode(200)
                .body("state", equalTo("GRANTED"));
    }

    @Test
    void leavesPublishingToTheBureauAndTheRestToTheUnit() {
        GivenListing premises = GivenListing.premises(UNIT);
        premises.take("publish", Map.of()).statusCode(403);
        premises.as("bureau", "negotiate", Map.of()).statusCode(403);
        premises.as("bureau-2", "publish", Map.of()).statusCode(200);
        premises.as("bureau", "unpublish", Map.of()).statusCode(400);
        premises.as("bureau", "unpublish", REASON).statusCode(200).body("publiclyListed", equalTo(false));
    }

    @Test
    void deletesWhatWasNeverPublic() {
        GivenListing drafted = GivenListing.premises(UNIT);
        drafted.delete().statusCode(204);
        drafted.get().statusCode(404);
        GivenListing shown = GivenListing.premises(UNIT).published();
        shown.as("bureau", "unpublish", REASON).statusCode(200);
        shown.delete().statusCode(409);
    }

    @Test
    void countsAsVerifiedForSoManyDaysAndIsConfirmedOneByOneOrTogether() {
        LocalDate today = LocalDate.now(CityClock.ZONE);
        GivenListing one = GivenListing.premises(UNIT);
        GivenListing other = GivenListing.premises(UNIT);
        one.get()
                .body("verifiedOn", equalTo(today.toString()))
                .body("verifiedUntil", equalTo(today.plusDays(90).toString()))
                .body("unverifiedSince", nullValue());
        clock.startAt(Instant.now().plus(91, ChronoUnit.DAYS));
        LocalDate lapsed = today.plusDays(91);
        one.get().body("unverifiedSince", equalTo(lapsed.toString()));
        unverified().body("items.id", hasItem(one.id())).body("items.id", hasItem(other.id()));
        Given.signedIn(UNIT)
                .contentType(ContentType.JSON)
                .body(Map.of("ids", List.of(one.id(), other.id())))
                .post("/api/v1/premises/confirm")
                .then()
                .statusCode(200)
                .body("confirmed", equalTo(2))
                .body("verifiedUntil", equalTo(lapsed.plusDays(90).toString()));
        unverified().body("items.id", not(hasItem(one.id())));
        one.get().body("unverifiedSince", nullValue()).body("verifiedOn", equalTo(lapsed.toString()));
        one.take("confirm", Map.of()).statusCode(200);
    }

    private static io.restassured.response.ValidatableResponse unverified() {
        return Given.signedIn(UNIT)
                .get("/api/v1/premises?verified=false&limit=1000")
                .then()
                .statusCode(200);
    }

    @Test
    void confirmsNoneWhenOneIsAnotherUnits() {
        GivenListing own = GivenListing.premises(UNIT);
        GivenListing foreign = GivenListing.premises("150623");
        Given.signedIn(UNIT)
                .contentType(ContentType.JSON)
                .body(Map.of("ids", List.of(own.id(), foreign.id())))
                .post("/api/v1/premises/confirm")
                .then()
                .statusCode(404);
    }

    @Test
    void tellsTheUnitOnItsFirstPageWhatIsNoLongerVerified() {
        GivenListing.premises("150625");
        GivenListing.parcel("150625", Map.of());
        clock.startAt(Instant.now().plus(200, ChronoUnit.DAYS));
        Given.signedIn("150625")
                .get("/api/v1/dashboard/duties")
                .then()
                .body(
                        "items.findAll { it.kind == 'UNVERIFIED' }.href",
                        containsInAnyOrder("/api/v1/premises?verified=false", "/api/v1/land-parcels?verified=false"));
    }

    @Test
    void tellsTheUnitOnceWhenListingsLapse() {
        GivenListing.premises("150626");
        clock.startAt(Instant.now().plus(300, ChronoUnit.DAYS));
        lapsed.tell();
        int told = lapsesTold();
        assertThat(told).isPositive();
        lapsed.tell();
        assertThat(lapsesTold()).as("the same again").isEqualTo(told);
        GivenListing.premises("150626");
        clock.startAt(Instant.now().plus(500, ChronoUnit.DAYS));
        lapsed.tell();
        assertThat(lapsesTold()).as("more has lapsed").isEqualTo(told + 1);
    }

    private static int lapsesTold() {
        List<String> pages = Given.signedIn("150626")
                .get("/api/v1/notifications?limit=1000&kind=LISTINGS_LAPSED")
                .then()
                .statusCode(200)
                .extract()
                .path("items.page");
        return (int) pages.stream().filter("/premises?verified=false"::equals).count();
    }

    @Test
    void isWrittenOnlyByWhoHasSeenItAndOnlyOnce() {
        GivenListing premises = GivenListing.premises(UNIT);
        Given.signedIn(UNIT)
                .contentType(ContentType.JSON)
                .post(premises.path() + "/confirm")
                .then()
                .statusCode(428);
        Given.signedIn(UNIT)
                .contentType(ContentType.JSON)
                .header("If-Match", "\"99\"")
                .post(premises.path() + "/confirm")
                .then()
                .statusCode(412)
                .body("current.id", equalTo(premises.id()));
        String key = UUID.randomUUID().toString();
        Map<String, Object> fields = GivenListing.premisesFields(GivenListing.uniqueName());
        String first = twice(key, fields);
        assertThat(twice(key, fields)).isEqualTo(first);
    }

    private static String twice(String key, Map<String, Object> fields) {
        return Given.signedIn(UNIT)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(fields)
                .post("/api/v1/premises")
                .then()
                .statusCode(201)
                .header("Location", containsString("/api/v1/premises/"))
                .extract()
                .path("id");
    }

    @Test
    void keepsAUnitsOwnKeysApart() {
        String key = UUID.randomUUID().toString();
        GivenListing.premises(UNIT, Map.of("externalId", key));
        GivenListing.premises("150623", Map.of("externalId", key));
        Map<String, Object> again = new java.util.HashMap<>(GivenListing.premisesFields(GivenListing.uniqueName()));
        again.put("externalId", key);
        GivenListing.create("premises", UNIT, again).statusCode(409).body("errors.pointer", contains("/externalId"));
    }

    @Test
    void refusesAnotherUnitsName() {
        Map<String, Object> foreign = new java.util.HashMap<>(GivenListing.premisesFields(GivenListing.uniqueName()));
        foreign.put("unitCode", "150623");
        GivenListing.create("premises", UNIT, foreign).statusCode(403).body("errors.rule", contains("SCOPE"));
    }

    @Test
    void answersHostileBodiesWithWords() {
        for (String list : List.of("premises", "land-parcels")) {
            HostileBodies.refusedBy(body -> Given.signedIn(UNIT)
                    .contentType("application/json; charset=utf-8")
                    .body(body)
                    .post("/api/v1/" + list));
            HostileBodies.refusedBy(body -> Given.signedIn(UNIT)
                    .contentType("application/json; charset=utf-8")
                    .body(body)
                    .post("/api/v1/" + list + "/confirm"));
        }
    }
}
