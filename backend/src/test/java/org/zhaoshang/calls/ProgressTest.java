package org.zhaoshang.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;
import org.zhaoshang.HostileBodies;

@QuarkusTest
class ProgressTest {
    private static final int YEAR = 2041;
    private static final int AT_ONCE = 32;

    @Inject
    Progress progress;

    @Inject
    CallUnits callUnits;

    @Inject
    Calls calls;

    @Inject
    EntityManager database;

    @BeforeEach
    void openCall() {
        assertThat(CallTest.create(CallTest.terms(YEAR)).statusCode()).isIn(201, 409);
    }

    /** These moves have no projects behind them: other tests compare the counts with the lists. */
    @AfterEach
    void forgetMoves() {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("""
                        update call_units set (drafts, submitted, returned, accepted, published, negotiating, signed,
                            withdrawn, archived, late) = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0) where call_year = :year""")
                        .setParameter("year", YEAR)
                        .executeUpdate());
    }

    private Progress.Standing standing(String unit) {
        return progress.of(YEAR).stream()
                .filter(row -> row.unitCode().equals(unit))
                .findFirst()
                .orElseThrow();
    }

    private static void atOnce(Runnable work) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, AT_ONCE)
                    .mapToObj(n -> threads.submit(() -> {
                        start.await();
                        QuarkusTransaction.requiringNew().run(work);
                        return n;
                    }))
                    .toList();
            start.countDown();
            for (var one : all) {
                one.get();
            }
        }
    }

    @Test
    void countsEveryOneOfManyMovesInTheSameSecond() throws Exception {
        atOnce(() -> progress.moved(YEAR, "150603", null, "DRAFT", 0));
        assertThat(standing("150603").drafts()).isEqualTo(AT_ONCE);
        atOnce(() -> progress.moved(YEAR, "150603", "DRAFT", "SUBMITTED", 1));
        Progress.Standing after = standing("150603");
        assertThat(after.drafts()).isZero();
        assertThat(after.submitted()).isEqualTo(AT_ONCE);
        assertThat(after.late()).isEqualTo(AT_ONCE);
    }

    @Test
    void countsEveryDraftAndGivesItACodeOfItsOwn() throws Exception {
        var codes = new ConcurrentSkipListSet<String>();
        Call call = calls.byYear(YEAR).orElseThrow();
        atOnce(() -> codes.add(callUnits.enrol(call, "150627")));
        assertThat(codes).hasSize(AT_ONCE).contains("ORD-2041-150627-0001", "ORD-2041-150627-0032");
        assertThat(standing("150627").drafts()).isEqualTo(AT_ONCE);
    }

    @Test
    void takesBackWhatATransactionTakesBack() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    progress.moved(YEAR, "150624", null, "DRAFT", 0);
                    throw new IllegalStateException("the submission fails");
                }))
                .hasMessageContaining("the submission fails");
        assertThat(standing("150624").drafts()).isZero();
    }

    @Test
    void countsWhatFollowedAcceptanceForTheQuota() {
        QuarkusTransaction.requiringNew().run(() -> {
            progress.moved(YEAR, "150623", null, "ACCEPTED", 0);
            progress.moved(YEAR, "150623", null, "PUBLISHED", 0);
            progress.moved(YEAR, "150623", null, "NEGOTIATING", 0);
            progress.moved(YEAR, "150623", null, "SIGNED", 0);
            progress.moved(YEAR, "150623", null, "ARCHIVED", 0);
            progress.moved(YEAR, "150623", null, "WITHDRAWN", 0);
        });
        assertThat(standing("150623").accepted()).isEqualTo(4);
    }

    @Test
    void showsAUnitItsOwnRowOnly() {
        Given.signedIn("150622")
                .get("/api/v1/calls/2041/progress")
                .then()
                .statusCode(200)
                .body("units.unitCode", contains("150622"))
                .body("quota", equalTo(12));
        for (String reader : new String[] {"bureau", "leader", "auditor"}) {
            Given.signedIn(reader)
                    .get("/api/v1/calls/2041/progress")
                    .then()
                    .statusCode(200)
                    .body("units", hasSize(11))
                    .body("quota", equalTo(12));
        }
        Given.signedIn("bureau").get("/api/v1/calls/1999/progress").then().statusCode(404);
        Given.signedIn("bureau")
                .get("/api/v1/calls/2041/progress?quotaReached=false")
                .then()
                .body("units.unitCode", contains("150622"));
        Given.signedIn("bureau")
                .get("/api/v1/calls/2041/progress?quotaReached=perhaps")
                .then()
                .statusCode(400);
    }

    private static Response extend(String user, Object body) {
        return Given.signedIn(user).contentType(ContentType.JSON).body(body).post("/api/v1/calls/2042/extensions");
    }

    private static ValidatableResponse told(String who, String kind) {
        return Given.signedIn(who)
                .get("/api/v1/notifications?limit=1000&kind=" + kind)
                .then()
                .statusCode(200);
    }

    @Test
    void isLateFromTheSecondAfterTheExtendedDeadline() {
        CallTest.create(CallTest.terms(2042)).then().statusCode(201);
        Map<String, String> extension =
                Map.of("unitCode", "150622", "until", "2042-04-15", "grantedBy", "分管副市长", "reason", "疫情影响论证会");
        extend("bureau", extension)
                .then()
                .statusCode(201)
                .body("unitName", equalTo("准格尔旗"))
                .body("recordedBy", equalTo("bureau"));
        extend("150622", extension).then().statusCode(403);
        extend("bureau", extension).then().statusCode(422).body("errors.pointer", contains("/until"));
        extend("bureau", Map.of("until", "2042-05-01", "unitCode", "150600"))
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/unitCode", "/grantedBy", "/reason"));
        HostileBodies.refusedBy(body -> extend("bureau", body));

        told("150602", "CALL_OPENED").body("items.find { it.page == '/calls/2042' }.dueOn", equalTo("2042-04-10"));
        told("150622", "CALL_EXTENDED")
                .body("items.page", contains("/calls/2042"))
                .body("items.dueOn", contains("2042-04-15"))
                .body("items.words", contains("疫情影响论证会"));
        told("150602", "CALL_EXTENDED").body("items", empty());
        Given.signedIn("150622").get("/api/v1/calls/2042/extensions").then().body("items", hasSize(1));
        Given.signedIn("150602").get("/api/v1/calls/2042/extensions").then().body("items", empty());
        Given.signedIn("150622")
                .get("/api/v1/calls/2042/progress")
                .then()
                .body("deadline", equalTo("2042-04-10"))
                .body("units[0].deadline", equalTo("2042-04-15"))
                .body("units[0].extended", equalTo(true));

        Call call =
                QuarkusTransaction.requiringNew().call(() -> calls.byYear(2042).orElseThrow());
        Instant extended = Instant.parse("2042-04-15T16:00:00Z");
        assertThat(call.isLate("150622", extended.minus(Duration.ofNanos(1000))))
                .isFalse();
        assertThat(call.isLate("150622", extended)).isTrue();
        Instant ordinary = Instant.parse("2042-04-10T16:00:00Z");
        assertThat(call.isLate("150602", ordinary.minusSeconds(1))).isFalse();
        assertThat(call.isLate("150602", ordinary)).isTrue();
        assertThat(call.refuses("150602", ordinary))
                .as("marks, as the call says")
                .isFalse();
    }
}
