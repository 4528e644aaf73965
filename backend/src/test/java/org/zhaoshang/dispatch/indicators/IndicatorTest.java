package org.zhaoshang.dispatch.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;
import org.zhaoshang.shared.fields.Field;

/** Indicators over HTTP: reference data for all, kept by the bureau. */
@QuarkusTest
class IndicatorTest {
    static ValidatableResponse indicator(String code) {
        return Given.signedIn("bureau").get("/api/v1/indicators/" + code).then();
    }

    static ValidatableResponse patch(String code, Map<String, ?> changes) {
        return Given.signedIn("bureau")
                .contentType("application/merge-patch+json; charset=utf-8")
                .header("If-Match", indicator(code).extract().header("ETag"))
                .body(changes)
                .patch("/api/v1/indicators/" + code)
                .then();
    }

    @Test
    void areReadByAllWithTheirDefinitions() {
        Given.signedIn("150622")
                .get("/api/v1/indicators")
                .then()
                .statusCode(200)
                .body(
                        "items.code",
                        hasItems(
                                "COMPLETION",
                                "PACE",
                                "AHEAD_OF_PACE",
                                "PERFORMANCE",
                                "LANDING",
                                "START",
                                "PRODUCTION",
                                "FUNDS_IN_PLACE_RATE"))
                .body("items.find { it.code == 'START' }.definition", containsString("÷签约（合同）项目个数"))
                .body("items.find { it.code == 'START' }.allowedActions", is(java.util.List.of()))
                .body("items.find { it.code == 'OUTSIDE_FUNDS' }.targets", is(true));
        Given.signedIn("admin").get("/api/v1/indicators").then().statusCode(403);
        Given.signedIn("bureau").get("/api/v1/indicators/NONE").then().statusCode(404);
    }

    @Test
    void offerEveryMeasureOfTheCode() {
        assertThat(WriteIndicator.FORM.field("denominator").options())
                .extracting(Field.Option::value)
                .containsExactly(Arrays.stream(Measure.values()).map(Enum::name).toArray(String[]::new));
        assertThat(WriteIndicator.FORM.field("numerator").options())
                .extracting(Field.Option::value)
                .doesNotContain("TARGET")
                .hasSize(Measure.values().length - 1);
    }

    @Test
    void areChangedByTheBureauAndLeaveATrail() {
        try {
            patch("PRODUCTION", Map.of("denominator", "STARTED", "definitionZh", "投产率=已投产÷已开工×100%。", "threshold", 20))
                    .statusCode(200)
                    .body("denominator", equalTo("STARTED"))
                    .body("threshold", equalTo(20));
            Given.signedIn("150622")
                    .get("/api/v1/indicators/PRODUCTION/history")
                    .then()
                    .statusCode(200)
                    .body("items[0].action", is("update"))
                    .body("items[0].changes.label", hasItems("分母", "警戒值"));
        } finally {
            java.util.HashMap<String, Object> back = new java.util.HashMap<>(
                    Map.of("denominator", "SIGNED", "definitionZh", "投产率=已投产（含达产）的合同项目个数÷签约（合同）项目个数×100%。"));
            back.put("threshold", null);
            patch("PRODUCTION", back).statusCode(200);
        }
        Given.signedIn("bureau")
                .contentType("application/merge-patch+json; charset=utf-8")
                .body(Map.of("nameZh", "投产"))
                .patch("/api/v1/indicators/PRODUCTION")
                .then()
                .statusCode(428);
        Given.signedIn("bureau")
                .contentType("application/merge-patch+json; charset=utf-8")
                .header("If-Match", "\"999\"")
                .body(Map.of("nameZh", "投产"))
                .patch("/api/v1/indicators/PRODUCTION")
                .then()
                .statusCode(412);
        Given.signedIn("150622")
                .contentType("application/merge-patch+json; charset=utf-8")
                .header("If-Match", "*")
                .body(Map.of("nameZh", "投产"))
                .patch("/api/v1/indicators/PRODUCTION")
                .then()
                .statusCode(403);
    }

    @Test
    void refuseMeasuresThatMakeNoIndicator() {
        patch("OUTSIDE_FUNDS", Map.of("numerator", "FUNDS"))
                .statusCode(422)
                .body("errors.pointer", contains("/numerator"));
        patch("START", java.util.Collections.singletonMap("denominator", null))
                .statusCode(422)
                .body("errors.pointer", contains("/denominator"));
        patch("START", Map.of("denominator", "FUNDS")).statusCode(422);
        patch("START", Map.of("denominator", "TARGET")).statusCode(422); // no target is set for all that started ever
        patch("AHEAD_OF_PACE", Map.of("denominator", "FUNDS")).statusCode(422);
        patch("START", Map.of("numerator", "TARGET")).statusCode(400);
        patch("START", Map.of("numerator", "WISHES")).statusCode(400);
    }
}
