package org.zhaoshang.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;

/** What became of the contracts of an event: each figure is the length of its list and the rows of its file. */
@QuarkusTest
class EventLandingTest {
    /**
     * By hand: three contracts of 1, 2 and 4 亿元 in one unit, one of 8 in another, an intent that stands apart. One has started
     * (so it is registered, too), one ended, the others are signed only: 4, 1, 1, 0, 1 and 25.0 %.
     */
    @Test
    void countsContractsByHowFarTheyGot() {
        String event = GivenSigned.event(Map.of());
        Map<String, String> here = Map.of("eventCode", event);
        GivenSigned.contract("150622", 1, here);
        GivenSigned.contract("150622", 2, here)
                .stage("STARTED", "2021-05-01", Map.of("startKind", "CONSTRUCTION"))
                .statusCode(200);
        GivenSigned.contract("150622", 4, here)
                .stage("TERMINATED", "2021-06-01", Map.of("reason", "投资方撤回"))
                .statusCode(200);
        GivenSigned.contract("150627", 8, here);
        GivenSigned.contract("150627", 16, Map.of("eventCode", event, "agreementKind", "INTENT"));
        assertThat(steps("bureau", event).stream().map(step -> step.get("projects")))
                .containsExactly(4, 1, 1, 0, 1);
        assertThat(steps("bureau", event).stream()
                        .map(step -> ((Number) step.get("amountYuan")).longValue() / 100_000_000))
                .containsExactly(15L, 2L, 2L, 0L, 4L);
        assertThat(steps("bureau", event).stream()
                        .map(step -> step.get("percent").toString()))
                .containsExactly("100.0", "25.0", "25.0", "0.0", "25.0");
        assertThat(steps("150627", event).stream().map(step -> step.get("projects")))
                .as("a unit finds its own counted")
                .containsExactly(1, 0, 0, 0, 0);
        Given.signedIn("bureau")
                .get("/api/v1/signing-event-landing/" + event)
                .then()
                .statusCode(200)
                .body("items.unitCode", contains("150622", "150627"))
                .body("items[0].steps.projects", contains(3, 1, 1, 0, 1))
                .body("items[1].steps.projects", contains(1, 0, 0, 0, 0));
        Given.signedIn("150627")
                .get("/api/v1/signing-event-landing/" + event)
                .then()
                .statusCode(200)
                .body("items.unitCode", contains("150627"));
        for (String who : List.of("bureau", "leader", "150622")) {
            steps(who, event).forEach(step -> listed(who, step));
            List<List<Map<String, Object>>> units = Given.signedIn(who)
                    .get("/api/v1/signing-event-landing/" + event)
                    .then()
                    .extract()
                    .path("items.steps");
            units.forEach(unit -> unit.forEach(step -> listed(who, step)));
        }
    }

    @Test
    void anEventWithoutContractsHasNoShares() {
        String event = GivenSigned.event(Map.of());
        Given.signedIn("bureau")
                .get("/api/v1/signing-event-landing?limit=1000")
                .then()
                .statusCode(200)
                .body("items.find { it.eventCode == '%s' }.steps[0].percent".formatted(event), nullValue())
                .body("items.find { it.eventCode == '%s' }.steps[0].projects".formatted(event), is(0));
        Given.signedIn("bureau")
                .get("/api/v1/signing-event-landing/EVT-1999-01")
                .then()
                .statusCode(404);
        Given.signedIn("bureau")
                .get("/api/v1/signing-event-landing?year=zwanzig")
                .then()
                .statusCode(400);
    }

    private static List<Map<String, Object>> steps(String who, String event) {
        return Given.signedIn(who)
                .get("/api/v1/signing-event-landing?limit=1000")
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.eventCode == '%s' }.steps".formatted(event));
    }

    private static void listed(String who, Map<String, Object> step) {
        String href = (String) step.get("href");
        int counted = ((Number) step.get("projects")).intValue();
        Given.signedIn(who).get(href + "&count=true").then().statusCode(200).body("total", equalTo(counted));
        String file = Given.signedIn(who)
                .get(href.replace("/signed-projects?", "/signed-projects.ndjson?"))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(file.lines().filter(line -> !line.isBlank()).count())
                .as(href)
                .isEqualTo(counted);
    }
}
