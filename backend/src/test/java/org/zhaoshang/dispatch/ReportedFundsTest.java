package org.zhaoshang.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.zhaoshang.dispatch.GivenMonth.at;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.signing.GivenSigned;
import org.zhaoshang.signing.funds.GivenReceipt;

/** What a month's report tells of the ledger of funds. */
@QuarkusTest
class ReportedFundsTest {
    private static final String UNIT = "1506A2";
    /** Projects of other tests stand still in the report. */
    private static final List<Map<String, String>> STILL = List.of(Map.of("rule", "V28", "text", "冬季停工"));

    @Inject
    CityClock clock;

    @Inject
    EntityManager database;

    @AfterEach
    void backToNow() {
        clock.reset();
        GivenReceipt.clear(database);
    }

    @Test
    void tellsOfEachReceiptOnceInTheMonthThatReportsItAndInTheYearOfItsDay() {
        clock.startAt(at("2022-01-20T10:00:00"));
        GivenSigned project = GivenSigned.project(UNIT, Map.of());
        GivenReceipt last = GivenReceipt.of(UNIT, project, 1_000_000, Map.of("receivedOn", "2021-12-30"));
        GivenReceipt now = GivenReceipt.of(UNIT, project, 2_000_000, Map.of("receivedOn", "2022-01-05"));
        GivenReceipt open = GivenReceipt.of(UNIT, project, 500_000, Map.of("origin", "IN_CITY", "payer", ""));
        GivenMonth report = GivenMonth.of("2022-01", UNIT);
        report.get()
                .body("funds.receipts", equalTo(3))
                .body("funds.allYuan", equalTo(3_500_000))
                .body("funds.outsideYuan", equalTo(3_000_000))
                .body("funds.outsidePastYearYuan", equalTo(1_000_000))
                .body("funds.pastYearYuan", equalTo(1_500_000));
        // A receipt that is not whole, and a difference without a word, keep the report.
        report.submit()
                .statusCode(422)
                .body("errors.pointer", hasItem("/receipts/" + open.code()))
                .body("errors.rule", hasItem("V15"));
        report.submitNothing().statusCode(422);
        open.patch(Map.of("payer", project.get().extract().path("investor"))).statusCode(200);
        report.patch(Map.of("entryDifferenceReason", "系统维护，下月补录", "justifications", STILL))
                .statusCode(200);
        report.submitNothing().statusCode(422).body("errors.pointer", contains("/noChange"));
        String seen = now.version();
        report.submit().statusCode(200).body("funds.receipts", equalTo(3));
        // Whoever was changing it when it was reported has not seen it as it is.
        assertThat(now.version()).isNotEqualTo(seen);
        GivenMonth.month("2022-01", "/summary")
                .body(row("figures.fundsInPlaceYuan"), equalTo(3_500_000))
                .body(row("figures.fundsOutsideYuan"), equalTo(3_000_000))
                .body(row("figures.fundsOutsidePastYearYuan"), equalTo(1_000_000))
                .body(row("figures.fundsPastYearYuan"), equalTo(1_500_000))
                .body(row("year.fundsOutsideYuan"), equalTo(2_000_000))
                // A past year's receipt corrects that year, whatever its origin.
                .body(row("year.fundsInPlaceYuan"), equalTo(2_000_000));
        // 资金到位率 is of all that came for the contracts, whatever the year.
        Given.signedIn("bureau")
                .get("/api/v1/rankings?month=2022-01&indicator=FUNDS_IN_PLACE_RATE")
                .then()
                .statusCode(200)
                .body(row("numerator"), equalTo(3_500_000))
                .body("items.numerator.sum()", equalTo(3_500_000));

        // What was told is closed, what was entered in the region's system is not.
        now.get().body("reportedMonth", equalTo("2022-01")).body("locked", equalTo(true));
        now.patch(Map.of("amountYuan", 1)).statusCode(409).body("errors.rule", contains("V08"));
        now.delete().statusCode(409);
        now.patch(Map.of("enteredAmountYuan", 2_000_000, "enteredOn", "2022-01-20"))
                .statusCode(200);

        // The bureau reviews beside it, and cuts with a reason.
        last.as("bureau", "review", Map.of("reviewedYuan", 2_000_000)).statusCode(422);
        last.as("bureau", "review", Map.of("reviewedYuan", 400_000)).statusCode(400);
        last.as("bureau", "review", Map.of("reviewedYuan", 400_000, "reason", "凭证金额不符"))
                .statusCode(200)
                .body("amountYuan", equalTo(1_000_000))
                .body("reviewedYuan", equalTo(400_000))
                .body("cutReason", equalTo("凭证金额不符"));
        last.as("bureau", "recognise", Map.of("recognisedYuan", 400_000, "recognisedOn", "2022-01-21"))
                .statusCode(422);
        last.as("bureau", "recognise", Map.of("recognisedYuan", 400_000, "recognisedOn", "2022-01-20"))
                .statusCode(200)
                .body("recognisedYuan", equalTo(400_000));

        // Sent back elsewhere the receipts stay closed; sent back for them they open.
        report.as(
                        "bureau",
                        "return",
                        Map.of("reason", "补写", "fields", List.of(Map.of("pointer", "/experience", "reason", "空"))))
                .statusCode(200);
        now.patch(Map.of("amountYuan", 1)).statusCode(409);
        report.patch(Map.of("experience", "以商招商")).statusCode(200);
        report.submit().statusCode(200);
        report.as(
                        "bureau",
                        "return",
                        Map.of(
                                "reason",
                                "核对",
                                "fields",
                                List.of(Map.of("pointer", "/receipts/" + now.code(), "reason", "金额"))))
                .statusCode(200);
        now.patch(Map.of("amountYuan", 2_500_000)).statusCode(200);
        report.submit().statusCode(200);
        GivenMonth.month("2022-01", "/summary").body(row("figures.fundsOutsideYuan"), equalTo(3_500_000));

        // The next month tells only what is new.
        clock.startAt(at("2022-02-20T10:00:00"));
        GivenReceipt.of(UNIT, project, 700_000, Map.of("receivedOn", "2022-02-03"));
        GivenMonth next = GivenMonth.of("2022-02", UNIT);
        next.get().body("funds.receipts", equalTo(1)).body("funds.outsideYuan", equalTo(700_000));
        next.patch(Map.of("entryDifferenceReason", "系统维护", "justifications", STILL))
                .statusCode(200);
        next.submit().statusCode(200);
        GivenMonth.month("2022-02", "/summary")
                .body(row("figures.fundsOutsideYuan"), equalTo(700_000))
                .body(row("year.fundsOutsideYuan"), equalTo(3_200_000))
                .body(row("year.fundsInPlaceYuan"), equalTo(3_200_000));
        Given.signedIn("leader")
                .queryParam("signedProject", project.code())
                .queryParam("count", true)
                .get("/api/v1/receipts")
                .then()
                .body("total", equalTo(4))
                .body("items.reportedMonth", hasItem(startsWith("2022-")));
    }

    private static String row(String member) {
        return "items.find { it.unitCode == '" + UNIT + "' }." + member;
    }

    @Test
    void leadersReadOnlyWhatWasReported() {
        GivenSigned project = GivenSigned.project("150627", Map.of());
        GivenReceipt receipt = GivenReceipt.of("150627", project, 1_000_000, Map.of());
        receipt.getAs("leader").statusCode(404);
        receipt.getAs("bureau").statusCode(200);
        receipt.getAs("150623").statusCode(404);
        receipt.getAs("admin").statusCode(403);
        receipt.getAs("auditor").statusCode(200);
        receipt.getAs("150627").statusCode(200);
    }
}
