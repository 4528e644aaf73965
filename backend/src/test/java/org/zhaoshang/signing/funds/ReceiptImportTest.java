package org.zhaoshang.signing.funds;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;
import org.zhaoshang.signing.GivenSigned;

/** Receipts uploaded: how a row finds its record, and that no proof comes in twice. */
@QuarkusTest
class ReceiptImportTest {
    private static final String UNIT = "150625";

    @Inject
    EntityManager database;

    /** Or every later report of the unit would speak of them. */
    @AfterEach
    void clear() {
        GivenReceipt.clear(database);
    }

    @Test
    void entersChangesAndTakesBack() {
        GivenSigned project = GivenSigned.project(UNIT, Map.of());
        String payer = project.get().extract().path("investor");
        String proof = GivenReceipt.uniqueProof();
        String head = "签约项目,到位日期,到位金额（万元）,资金来源,出资方,资金形式,资金用途,凭证类型,凭证号,系统录入金额（万元）\n";
        head = head.replace("系统录入金额", "自治区系统录入金额");
        String row = project.code() + ",2021-03-20,120,区外," + payer + ",货币资金,建安,银行进账单," + proof + ",\n";
        String other = project.code() + ",2021-03-21,80,市内," + payer + ",货币资金,流动资金,发票," + proof + ",\n";
        String id = upload(head + row + other)
                .statusCode(200)
                .body("rows.created", equalTo(2))
                .body("rows.rejected", equalTo(0))
                .extract()
                .path("id");
        upload(head + row + other).body("rows.unchanged", equalTo(2));
        // The same project, proof and amount is the same receipt.
        upload(head + row.replace("建安", "土地")).body("rows.updated", equalTo(1));
        Given.signedIn(UNIT)
                .get(project.path() + "/receipts")
                .then()
                .body("total.declaredYuan", equalTo(2_000_000))
                .body("total.outsideYuan", equalTo(1_200_000));
        Given.signedIn(UNIT)
                .header("Prefer", "wait=30")
                .post("/api/v1/imports/" + id + "/revert")
                .then()
                .statusCode(200);
        Given.signedIn(UNIT).get(project.path() + "/receipts").then().body("items.amountYuan", contains(1_200_000));
    }

    @Test
    void refusesOneProofForTwoProjects() {
        GivenSigned one = GivenSigned.project(UNIT, Map.of());
        GivenSigned two = GivenSigned.project(UNIT, Map.of());
        String proof = GivenReceipt.uniqueProof();
        String head = "signedProject,receivedOn,amountYuan,proofNumber\n";
        ValidatableResponse done = upload(head + one.code() + ",2021-03-20,1000000," + proof + "\n" + two.code()
                        + ",2021-03-20,1000000," + proof + "\n")
                .statusCode(200)
                .body("rows.created", equalTo(1))
                .body("rows.rejected", equalTo(1));
        Given.signedIn(UNIT)
                .get("/api/v1/imports/" + done.extract().path("id") + "/results.csv")
                .then()
                .statusCode(200)
                .body(org.hamcrest.Matchers.containsString("与第"));
        // In another file it is stored, and says with which it shares its proof.
        upload(head + two.code() + ",2021-03-20,1000000," + proof + "\n").body("rows.created", equalTo(1));
        Given.signedIn(UNIT)
                .queryParam("q", proof)
                .queryParam("proofTwice", true)
                .get("/api/v1/receipts")
                .then()
                .body("items.signedProject", equalTo(List.of(two.code())));
    }

    @Test
    void takesAnArrayOfObjects() {
        GivenSigned project = GivenSigned.project(UNIT, Map.of());
        Given.signedIn(UNIT)
                .contentType("application/json; charset=utf-8")
                .header("Prefer", "wait=30")
                .body(List.of(
                        GivenReceipt.fields(project, 1_000_000),
                        GivenReceipt.fields(project, 2_000_000),
                        Map.of("signedProject", "没有的")))
                .post("/api/v1/imports?kind=receipts")
                .then()
                .statusCode(200)
                .body("state", equalTo("COMPLETED"))
                .body("rows.created", equalTo(2))
                .body("rows.rejected", equalTo(1));
    }

    @Test
    void refusesAProjectThatIsNotTheUnits() {
        GivenSigned foreign = GivenSigned.project("150626", Map.of());
        upload("signedProject,amountYuan\n" + foreign.code() + ",1000000\n没有的,1\n,1\n")
                .body("rows.rejected", equalTo(3));
    }

    private static ValidatableResponse upload(String csv) {
        return Given.signedIn(UNIT)
                .contentType("text/csv; charset=utf-8")
                .header("Prefer", "wait=30")
                .body(csv)
                .post("/api/v1/imports?kind=receipts")
                .then();
    }
}
