package org.zhaoshang.dispatch;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import org.zhaoshang.Given;

/** A unit's report of a month over HTTP. */
public final class GivenMonth {
    private final String month;
    private final String unit;

    private GivenMonth(String month, String unit) {
        this.month = month;
        this.unit = unit;
    }

    public static GivenMonth of(String month, String unit) {
        return new GivenMonth(month, unit);
    }

    /** As the city's clocks show it. */
    public static Instant at(String local) {
        return OffsetDateTime.parse(local + "+08:00").toInstant();
    }

    String path() {
        return "/api/v1/monthly-reports/" + month + "/" + unit;
    }

    String account() {
        return unit.toLowerCase(Locale.ROOT);
    }

    ValidatableResponse get() {
        return get("");
    }

    public ValidatableResponse get(String below) {
        return Given.signedIn(account()).get(path() + below).then();
    }

    String version() {
        return Given.signedIn("bureau")
                .get(path())
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    public ValidatableResponse patch(Map<String, ?> changes) {
        return Given.signedIn(account())
                .contentType("application/merge-patch+json; charset=utf-8")
                .header("If-Match", version())
                .body(changes)
                .patch(path())
                .then();
    }

    public ValidatableResponse as(String who, String verb, Map<String, ?> body) {
        return as(who, verb, body, version());
    }

    ValidatableResponse as(String who, String verb, Map<String, ?> body, String version) {
        return Given.signedIn(who)
                .contentType(ContentType.JSON)
                .header("If-Match", version)
                .body(body)
                .post(path() + "/" + verb)
                .then();
    }

    /** 零报告 */
    ValidatableResponse submitNothing() {
        return as(account(), "submit", Map.of("noChange", true));
    }

    public ValidatableResponse submit() {
        return as(account(), "submit", Map.of());
    }

    static ValidatableResponse month(String month, String below) {
        return Given.signedIn("bureau").get("/api/v1/months/" + month + below).then();
    }

    static ValidatableResponse freeze(String month) {
        return Given.signedIn("bureau")
                .contentType(ContentType.JSON)
                .header("If-Match", month(month, "").extract().header("ETag"))
                .body(Map.of("reason", "汇总完成"))
                .post("/api/v1/months/" + month + "/freeze")
                .then();
    }
}
