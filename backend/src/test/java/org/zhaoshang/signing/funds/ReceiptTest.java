package org.zhaoshang.signing.funds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;
import org.zhaoshang.signing.GivenSigned;

/** The ledger of receipts over HTTP: what is declared, reviewed and recognised, and proofs that come twice. */
@QuarkusTest
class ReceiptTest {
    private static final String UNIT = "150624";

    @Inject
    EntityManager database;

    /** Or every later report of the unit would speak of them. */
    @AfterEach
    void clear() {
        GivenReceipt.clear(database);
    }

    @Test
    void savesWhatIsNotWholeAndSaysWhatIsOwed() {
        GivenSigned project = GivenSigned.project(UNIT, Map.of());
        GivenReceipt.create(UNIT, Map.of("signedProject", project.code()))
                .statusCode(201)
                .header("Location", containsString("/api/v1/receipts/"))
                .body("code", containsString("-FND-150624-"))
                .body("signedProject", equalTo(project.code()))
                .body("findings.rule", hasItem("REQUIRED"))
                .body("allowedActions", contains("edit", "enter", "delete"));
        GivenReceipt.create(UNIT, Map.of())
                .statusCode(400)
                .body("errors.pointer", contains("/signedProject"))
                .body("errors.rule", contains("REQUIRED"));
        for (Object amount : List.of(0, -5, "多")) {
            GivenReceipt.create(UNIT, Map.of("signedProject", project.code(), "amountYuan", amount))
                    .statusCode(400)
                    .body("errors.pointer", contains("/amountYuan"));
        }
        GivenReceipt.create(UNIT, Map.of("signedProject", project.code(), "proof", "x"))
                .statusCode(400);
    }

    @Test
    void namesAProjectByItsCodeOrTheUnitsOwnKeyAndNeverAnotherUnits() {
        String key = GivenSigned.uniqueName();
        GivenSigned project = GivenSigned.project(UNIT, Map.of("externalId", key));
        GivenReceipt.create(UNIT, Map.of("signedProject", key))
                .statusCode(201)
                .body("signedProject", equalTo(project.code()));
        GivenSigned foreign = GivenSigned.project("150623", Map.of());
        GivenReceipt.create(UNIT, Map.of("signedProject", foreign.code()))
                .statusCode(400)
                .body("errors.rule", contains("CODE"));
        GivenReceipt.create(UNIT, Map.of("signedProject", project.code(), "unitCode", "150623"))
                .statusCode(403);
    }

    @Test
    void entersOneFromItsProjectAndSumsThem() {
        GivenSigned project = GivenSigned.project(UNIT, Map.of());
        Map<String, Object> fields = GivenReceipt.fields(project, 3_000_000);
        fields.remove("signedProject");
        Given.signedIn(UNIT)
                .contentType(ContentType.JSON)
                .body(fields)
                .post(project.path() + "/receipts")
                .then()
                .statusCode(201)
                .body("findings", empty());
        GivenReceipt.of(
                UNIT,
                project,
                1_000_000,
                Map.of("origin", "IN_CITY", "enteredAmountYuan", 400_000, "enteredOn", "2021-04-01"));
        GivenReceipt.of(UNIT, project, 500_000, Map.of("origin", "OVERSEAS"));
        Given.signedIn(UNIT)
                .get(project.path() + "/receipts")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(3))
                .body("total.declaredYuan", equalTo(4_500_000))
                .body("total.outsideYuan", equalTo(3_000_000))
                .body("total.domesticYuan", equalTo(4_000_000))
                .body("total.assessedYuan", equalTo(3_000_000))
                .body("total.enteredYuan", equalTo(400_000))
                .body("year.declaredYuan", equalTo(0));
        // What has receipts can be ended and not deleted.
        Given.signedIn(UNIT)
                .header("If-Match", project.version())
                .delete(project.path())
                .then()
                .statusCode(409);
    }

    @Test
    void findsAProofThatTheUnitHasAlready() {
        GivenSigned project = GivenSigned.project(UNIT, Map.of());
        String proof = GivenReceipt.uniqueProof();
        GivenReceipt first = GivenReceipt.of(UNIT, project, 2_000_000, Map.of("proofNumber", proof));
        GivenReceipt second = GivenReceipt.of(UNIT, project, 2_000_000, Map.of("proofNumber", " " + proof + " "));
        first.get().body("findings", empty());
        second.get()
                .body("findings.rule", contains("V12"))
                .body("findings[0].message", containsString(first.code()))
                .body("proofTwin.code", equalTo(first.code()));
        // Another amount of the same proof is another receipt.
        GivenReceipt.of(UNIT, project, 2_000_001, Map.of("proofNumber", proof))
                .get()
                .body("findings", empty());
        // When the first one goes, the second has the proof.
        first.delete().statusCode(204);
        second.get().body("findings", empty()).body("proofTwin", nullValue());
    }

    @Test
    void tellsTheBureauAloneThatTwoUnitsHaveOneProof() {
        String proof = GivenReceipt.uniqueProof();
        GivenReceipt first = GivenReceipt.of(
                "150623", GivenSigned.project("150623", Map.of()), 7_000_000, Map.of("proofNumber", proof));
        GivenReceipt second =
                GivenReceipt.of(UNIT, GivenSigned.project(UNIT, Map.of()), 7_000_000, Map.of("proofNumber", proof));
        second.get().body("findings", empty()).body("proofTwin", nullValue());
        Given.signedIn(UNIT)
                .queryParam("proofTwice", true)
                .queryParam("q", proof)
                .get("/api/v1/receipts")
                .then()
                .statusCode(200)
                .body("items", empty());
        Given.signedIn(UNIT)
                .queryParam("q", proof)
                .get("/api/v1/receipts")
                .then()
                .body("items.proofTwice", contains(false));
        second.getAs("bureau")
                .body("proofTwin.code", equalTo(first.code()))
                .body("proofTwin.unitCode", equalTo("150623"));
        Given.signedIn("bureau")
                .queryParam("proofTwice", true)
                .queryParam("q", proof)
                .get("/api/v1/receipts")
                .then()
                .body("items.code", contains(second.code()));
        Given.signedIn("bureau")
                .queryParam("limit", 100)
                .get("/api/v1/notifications")
                .then()
                .body("items.title", hasItem(containsString(second.code())));
        first.getAs("bureau").body("proofTwin", nullValue());

        second.as("bureau", "proof-verdict", Map.of("verdict", "SAME"))
                .statusCode(400)
                .body("errors.pointer", contains("/reason"));
        first.as("bureau", "proof-verdict", Map.of("verdict", "SAME", "reason", "x"))
                .statusCode(409);
        second.as("bureau", "proof-verdict", Map.of("verdict", "SAME", "reason", "同一张进账单"))
                .statusCode(200)
                .body("reviewedYuan", equalTo(0));
        second.get()
                .body("findings.rule", contains("V12"))
                .body("findings[0].message", containsString("同一张进账单"))
                .body("findings[0].message", not(containsString("150623")));
        // Corrected, it is another proof.
        second.patch(Map.of("proofNumber", GivenReceipt.uniqueProof()))
                .statusCode(200)
                .body("findings", empty())
                .body("proofVerdict", nullValue())
                .body("reviewedYuan", nullValue());
    }

    /** Two at once: the database lets one of them be first. */
    @Test
    void tellsTwinsApartThatAreWrittenAtOnce() throws Exception {
        String proof = GivenReceipt.uniqueProof();
        List<GivenSigned> projects = List.of(
                GivenSigned.project("150623", Map.of()),
                GivenSigned.project(UNIT, Map.of()),
                GivenSigned.project("150625", Map.of()),
                GivenSigned.project("150626", Map.of()));
        List<String> units = List.of("150623", UNIT, "150625", "150626");
        List<Map<String, Object>> bodies = new java.util.ArrayList<>();
        for (GivenSigned project : projects) {
            Map<String, Object> fields = GivenReceipt.fields(project, 9_000_000);
            fields.put("proofNumber", proof);
            bodies.add(fields);
        }
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> calls = new java.util.ArrayList<>();
            for (int at = 0; at < units.size(); at++) {
                String unit = units.get(at);
                Map<String, Object> body = bodies.get(at);
                calls.add(() -> GivenReceipt.create(unit, body).extract().statusCode());
            }
            for (var answer : pool.invokeAll(calls)) {
                assertThat(answer.get()).isEqualTo(201);
            }
        }
        Given.signedIn("bureau")
                .queryParam("q", proof)
                .queryParam("count", true)
                .get("/api/v1/receipts")
                .then()
                .body("items.proofTwice", containsInAnyOrder(false, true, true, true));
    }

    @Test
    void reviewsOnlyWhatWasReportedAndNeverMoreThanWasDeclared() {
        GivenSigned project = GivenSigned.project(UNIT, Map.of());
        GivenReceipt receipt = GivenReceipt.of(UNIT, project, 6_000_000, Map.of());
        receipt.as("bureau", "review", Map.of()).statusCode(409);
        receipt.as(UNIT, "review", Map.of()).statusCode(403);
        receipt.as("bureau", "recognise", Map.of("recognisedYuan", 1, "recognisedOn", "2021-04-01"))
                .statusCode(409);
    }

    @Test
    void listsSumsAndExportsTheSameRows() {
        String name = GivenSigned.uniqueName();
        GivenSigned project = GivenSigned.project(UNIT, Map.of("name", name));
        GivenReceipt.of(UNIT, project, 1_000_000, Map.of());
        GivenReceipt.of(UNIT, project, 2_000_000, Map.of("use", "WORKING_CAPITAL"));
        GivenReceipt.of("150623", GivenSigned.project("150623", Map.of()), 5_000_000, Map.of());
        Given.signedIn(UNIT)
                .queryParam("q", name)
                .queryParam("count", true)
                .get("/api/v1/receipts")
                .then()
                .statusCode(200)
                .body("total", equalTo(2))
                .body("totals.declaredYuan", equalTo(3_000_000))
                .body("items.signedProjectName", contains(name, name));
        String csv = Given.signedIn(UNIT)
                .queryParam("q", name)
                .get("/api/v1/receipts.csv")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(csv.lines().filter(line -> line.contains(project.code()))).hasSize(2);
        assertThat(csv).contains("到位金额（万元）").contains("审核金额（万元）");
        Given.signedIn(UNIT)
                .queryParam("q", name)
                .get("/api/v1/receipts/summary")
                .then()
                .statusCode(200)
                .body("items.unitCode", contains(UNIT))
                .body("items[0].sums.receipts", equalTo(2))
                .body("items[0].unenteredYuan", equalTo(3_000_000))
                .body("total.declaredYuan", equalTo(3_000_000));
        Given.signedIn("bureau").get("/api/v1/receipts/summary").then().body("items.size()", equalTo(11));
        for (String bad : List.of("sort=x", "origin=MARS", "limit=0", "cursor=abc", "receivedFrom=x", "assessed=1")) {
            Given.signedIn(UNIT).get("/api/v1/receipts?" + bad).then().statusCode(400);
        }
    }

    @Test
    void countsWhatTheBureauSaysCounts() {
        GivenSigned project = GivenSigned.project(UNIT, Map.of());
        GivenReceipt.of(UNIT, project, 1_000_000, Map.of());
        GivenReceipt.of(UNIT, project, 2_000_000, Map.of("use", "WORKING_CAPITAL"));
        assertThat(assessed(project)).isEqualTo(3_000_000);
        count(Map.of("workingCapital", false, "minimumAmountYuan", 0, "excludedProjects", false), 200);
        try {
            assertThat(assessed(project)).isEqualTo(1_000_000);
            count(Map.of("workingCapital", true, "minimumAmountYuan", 1_500_000, "excludedProjects", false), 200);
            assertThat(assessed(project)).isEqualTo(2_000_000);
            project.as("bureau", "exclude", Map.of("exclusion", "REAL_ESTATE", "reason", "房地产"))
                    .statusCode(200);
            assertThat(assessed(project)).isZero();
            count(Map.of("workingCapital", true, "minimumAmountYuan", -1, "excludedProjects", false), 400);
            count(Map.of("workingCapital", true), 400);
        } finally {
            count(Map.of("workingCapital", true, "minimumAmountYuan", 0, "excludedProjects", false), 200);
        }
    }

    private static int assessed(GivenSigned project) {
        return Given.signedIn(UNIT)
                .get(project.path() + "/receipts")
                .then()
                .extract()
                .path("total.assessedYuan");
    }

    private static void count(Map<String, ?> body, int status) {
        String version = Given.signedIn("bureau").get("/api/v1/fund-counting").header("ETag");
        Given.signedIn("bureau")
                .contentType(ContentType.JSON)
                .header("If-Match", version)
                .body(body)
                .put("/api/v1/fund-counting")
                .then()
                .statusCode(status);
    }

    @Test
    void judgesWhatIsStillBeingTyped() {
        GivenSigned project = GivenSigned.project(UNIT, Map.of());
        Map<String, Object> body = new HashMap<>(GivenReceipt.fields(project, 300_000_000));
        Given.signedIn(UNIT)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/receipts/check")
                .then()
                .statusCode(200)
                .body("findings.rule", contains("V10"));
        body.put("amountYuan", "abc");
        body.put("signedProject", "没有");
        Given.signedIn(UNIT)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/receipts/check")
                .then()
                .statusCode(200)
                .body("findings.pointer", hasItem("/amountYuan"));
    }

    @Test
    void keepsItsHistory() {
        GivenReceipt receipt = GivenReceipt.of(UNIT, GivenSigned.project(UNIT, Map.of()), 1_000_000, Map.of());
        receipt.patch(Map.of("amountYuan", 1_100_000)).statusCode(200).body("version", notNullValue());
        Given.signedIn(UNIT)
                .get(receipt.path() + "/history")
                .then()
                .statusCode(200)
                .body("items.action", contains("update", "create"))
                .body("items[0].changes.label", hasItem("到位金额"));
    }
}
