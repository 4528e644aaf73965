package org.zhaoshang.prices;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.zhaoshang.prices.GivenPrice.body;
import static org.zhaoshang.prices.GivenPrice.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;
import org.zhaoshang.shared.time.CityClock;

/** What a price was at the end of a day; the clock is moved through March 2021. */
@QuarkusTest
class PastPriceTest {
    @Inject
    CityClock clock;

    @BeforeEach
    void signInToday() {
        List.of(GivenPrice.UNIT, "150623", "leader").forEach(Given::token);
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private void on(String instant) {
        clock.startAt(Instant.parse(instant));
    }

    private static ValidatableResponse seen(String user, String id, String day) {
        return Given.signedIn(user)
                .queryParam("asOf", day)
                .get(GivenPrice.PATH + "/" + id)
                .then();
    }

    @Test
    void showsAPriceAsItStoodAtTheEndOfTheDay() {
        on("2021-03-20T02:00:00Z");
        String id = GivenPrice.create(with(
                body(GivenPrice.park(), "STEAM_INDUSTRIAL", 100, "2021-01-01"),
                "justifications",
                List.of(Map.of("rule", "V39c", "text", "按新合同"))));
        on("2021-03-25T15:59:30Z");
        GivenPrice.patch(id, Map.of("priceLow", 120, "composition", "含税")).statusCode(200);
        on("2021-03-30T02:00:00Z");
        GivenPrice.delete(id).statusCode(204);
        clock.reset();

        seen(GivenPrice.UNIT, id, "2021-03-19").statusCode(404);
        seen(GivenPrice.UNIT, id, "2021-03-24")
                .statusCode(200)
                .header("ETag", nullValue())
                .body("priceLow", equalTo(100))
                .body("composition", nullValue())
                .body("justifications.text", contains("按新合同"))
                .body("itemName", notNullValue())
                .body("state", equalTo("DRAFT"))
                .body("findings", empty())
                .body("allowedActions", empty());
        seen(GivenPrice.UNIT, id, "2021-03-25").body("priceLow", equalTo(120)).body("composition", equalTo("含税"));
        seen(GivenPrice.UNIT, id, "2021-03-30").statusCode(404);
        seen("150623", id, "2021-03-24").statusCode(404);
        seen("leader", id, "2021-03-24").statusCode(404);
        for (String wrong : List.of("x", "2021-02-30", "9999-01-01")) {
            seen(GivenPrice.UNIT, id, wrong).statusCode(400).body("errors.pointer", contains("/asOf"));
        }
    }
}
