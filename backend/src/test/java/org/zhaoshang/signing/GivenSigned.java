package org.zhaoshang.signing;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.zhaoshang.Given;

/** A signed project in a known state, and what can be done to it over HTTP: {@code GivenSigned.contract("150622", 10)}. */
public final class GivenSigned {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String RUN = UUID.randomUUID().toString().substring(0, 8);
    private static final long YI = 100_000_000L;

    private final String unit;
    private final String id;

    private GivenSigned(String unit, String id) {
        this.unit = unit;
        this.id = id;
    }

    public static String uniqueName() {
        return "示例签约" + RUN + "号" + NUMBER.incrementAndGet() + "止"; // no name is the beginning of another
    }

    /** With nothing left to settle. */
    public static GivenSigned project(String unit, Map<String, ?> with) {
        Map<String, Object> fields = new HashMap<>(fields(uniqueName()));
        fields.putAll(with);
        return new GivenSigned(
                unit, create(account(unit), fields).statusCode(201).extract().path("id"));
    }

    /** A contract over so many 亿元, half of it from outside the region. */
    public static GivenSigned contract(String unit, long yi, Map<String, ?> with) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("agreedAmountYuan", yi * YI);
        fields.put("agreedOutsideYuan", yi * YI / 2);
        fields.putAll(with);
        return project(unit, fields);
    }

    static ValidatableResponse create(String username, Map<String, ?> fields) {
        return Given.signedIn(username)
                .contentType(ContentType.JSON)
                .body(fields)
                .post("/api/v1/signed-projects")
                .then();
    }

    public static Map<String, Object> fields(String name) {
        return Map.ofEntries(
                Map.entry("name", name),
                Map.entry("locationCode", "150622"),
                Map.entry("industryCode", "3.3"),
                Map.entry("agreementKind", "CONTRACT"),
                Map.entry("agreementName", "投资合同"),
                Map.entry("signedOn", "2021-03-10"),
                Map.entry("signingParty", "示例控股公司"),
                Map.entry("investor", "示例投资" + name),
                Map.entry("investorCreditCode", "91150600MA0N000018"),
                Map.entry("justifications", java.util.List.of(Map.of("rule", "V36", "text", "示例代码"))),
                Map.entry("origin", "OUTSIDE_REGION"),
                Map.entry("originPlace", "江苏省苏州市"),
                Map.entry("agreedAmountYuan", 250_000_000),
                Map.entry("agreedOutsideYuan", 200_000_000),
                Map.entry("plannedStartOn", "2021-06-01"),
                Map.entry("plannedCompletionOn", "2022-12-31"));
    }

    /** An event of the bureau's, without any credit yet: its code. */
    public static String event(Map<String, ?> with) {
        Map<String, Object> fields = new HashMap<>(Map.of("name", uniqueName() + "推介会", "year", 2021));
        fields.putAll(with);
        return Given.signedIn("bureau")
                .contentType(ContentType.JSON)
                .body(fields)
                .post("/api/v1/signing-events")
                .then()
                .statusCode(201)
                .extract()
                .path("code");
    }

    public String id() {
        return id;
    }

    public String path() {
        return "/api/v1/signed-projects/" + id;
    }

    public String code() {
        return get().extract().path("code");
    }

    public String version() {
        return Given.signedIn(account(unit)).get(path()).then().extract().header("ETag");
    }

    public ValidatableResponse get() {
        return Given.signedIn(account(unit)).get(path()).then();
    }

    public ValidatableResponse patch(Map<String, ?> changes) {
        return Given.signedIn(account(unit))
                .contentType("application/merge-patch+json; charset=utf-8")
                .header("If-Match", version())
                .body(changes)
                .patch(path())
                .then();
    }

    public ValidatableResponse stage(String stage, String on, Map<String, ?> with) {
        Map<String, Object> body = new HashMap<>(Map.of("stage", stage, "on", on));
        body.putAll(with);
        return as(account(unit), "stages", body);
    }

    /** @param yi all that is agreed from then on, in 亿元 */
    public ValidatableResponse agree(
            String change, String kind, String event, String on, long yi, Map<String, ?> with) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "change", change,
                "agreementKind", kind,
                "eventCode", event,
                "signedOn", on,
                "agreedAmountYuan", yi * YI,
                "agreedOutsideYuan", yi * YI / 2));
        body.putAll(with);
        return as(account(unit), "agreements", body);
    }

    public ValidatableResponse as(String username, String verb, Map<String, ?> body) {
        return Given.signedIn(username)
                .contentType(ContentType.JSON)
                .header("If-Match", version())
                .body(body)
                .post(path() + "/" + verb)
                .then();
    }

    /** One more file: its id. */
    public String file(String name, byte[] content, Map<String, ?> parts) {
        return add(account(unit), name, content, parts)
                .statusCode(201)
                .extract()
                .path("id");
    }

    ValidatableResponse add(String username, String name, byte[] content, Map<String, ?> parts) {
        var request = Given.signedIn(username).multiPart("file", name, content);
        parts.forEach((part, value) -> request.multiPart(part, value.toString()));
        return request.post(path() + "/files").then();
    }

    static String account(String unit) {
        return unit.toLowerCase(Locale.ROOT);
    }
}
