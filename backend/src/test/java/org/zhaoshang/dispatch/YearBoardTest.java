package org.zhaoshang.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;
import static org.zhaoshang.dispatch.GivenMonth.at;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;
import org.zhaoshang.shared.time.CityClock;

/** A year of months at a glance, and a month beside those before it. */
@QuarkusTest
class YearBoardTest {
    @Inject
    CityClock clock;

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void showsAYearUnitByUnit() {
        clock.startAt(at("2024-01-20T10:00:00"));
        GivenMonth.of("2024-01", "1506A1").get().statusCode(200);
        clock.startAt(at("2024-02-20T10:00:00"));
        String row = "items.find { it.unitCode == '1506A1' }.";
        Given.signedIn("150622")
                .get("/api/v1/year-board?year=2024")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(11))
                .body(row + "months[0].month", equalTo("2024-01"))
                .body(row + "months[0].timeliness", equalTo("MISSING"))
                .body(row + "months[1].timeliness", equalTo("PENDING"))
                .body(row + "missing", equalTo(1));
        Given.signedIn("150622").get("/api/v1/year-board?year=x").then().statusCode(400);
        Given.signedIn("admin").get("/api/v1/year-board").then().statusCode(403);
    }

    @Test
    void comparesAMonthWithTheOneBeforeAndAUnitSeesItsOwnRow() {
        clock.startAt(at("2024-03-20T10:00:00"));
        Given.signedIn("bureau")
                .get("/api/v1/month-comparison/2024-03")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(11))
                .body("items[0].completedInvestment.lastMonth", nullValue())
                .body("items.completedInvestment.value", everyItem(nullValue()))
                .body("total.completedInvestment.value", equalTo(0));
        Given.signedIn("150622")
                .get("/api/v1/month-comparison/2024-03")
                .then()
                .body("items.unitCode", contains("150622"))
                .body("total", nullValue());
        Given.signedIn("bureau").get("/api/v1/month-comparison/2099-03").then().statusCode(404);
        Given.signedIn("bureau").get("/api/v1/month-comparison/x").then().statusCode(404);
    }

    @Test
    void roundsAChangeHalfUpAndHasNoneOnNothing() {
        ComparedMonth.Figure figure =
                ComparedMonth.Figure.of(new BigDecimal("207.88"), new BigDecimal("437.68"), BigDecimal.ZERO);
        // (207.88 - 437.68) / 437.68 = -52.504 %
        assertThat(figure.onLastMonthPercent()).isEqualByComparingTo("-52.5");
        assertThat(figure.onLastYearPercent()).isNull();
        assertThat(ComparedMonth.Figure.of(BigDecimal.ONE, null, null).lastMonth())
                .isNull();
    }
}
