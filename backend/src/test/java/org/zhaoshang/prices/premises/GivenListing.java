package org.zhaoshang.prices.premises;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.zhaoshang.Given;

/** Premises or a parcel in a known state, and their transitions over HTTP: {@code GivenListing.premises("150622").published()}. */
public final class GivenListing {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String RUN = UUID.randomUUID().toString().substring(0, 8);

    private final String list;
    private final String unit;
    private final String id;

    private GivenListing(String list, String unit, String id) {
        this.list = list;
        this.unit = unit;
        this.id = id;
    }

    public static String uniqueName() {
        return "示例载体" + RUN + "号" + NUMBER.incrementAndGet() + "止"; // no name is the beginning of another
    }

    /** With nothing left to settle. */
    public static GivenListing premises(String unit) {
        return premises(unit, Map.of());
    }

    /** @param with fields of one's own */
    public static GivenListing premises(String unit, Map<String, ?> with) {
        return created("premises", unit, premisesFields(uniqueName()), with);
    }

    public static GivenListing parcel(String unit, Map<String, ?> with) {
        return created("land-parcels", unit, parcelFields(uniqueName()), with);
    }

    private static GivenListing created(String list, String unit, Map<String, ?> usual, Map<String, ?> with) {
        Map<String, Object> fields = new HashMap<>(usual);
        fields.putAll(with);
        return new GivenListing(
                list,
                unit,
                create(list, account(unit), fields).statusCode(201).extract().path("id"));
    }

    static ValidatableResponse create(String list, String username, Map<String, ?> fields) {
        return Given.signedIn(username)
                .contentType(ContentType.JSON)
                .body(fields)
                .post("/api/v1/" + list)
                .then();
    }

    public static Map<String, Object> premisesFields(String name) {
        return Map.ofEntries(
                Map.entry("name", name),
                Map.entry("locationCode", "150622"),
                Map.entry("kind", "STANDARD_FACTORY"),
                Map.entry("address", "大路产业园示例路1号"),
                Map.entry("ownerOffice", "示例资产公司"),
                Map.entry("ownerPhone", "0477-0150622"),
                Map.entry("floorAreaSqm", 8000),
                Map.entry("freeAreaSqm", 5000),
                Map.entry("storeyHeightM", 9.5),
                Map.entry("floorLoadTonPerSqm", 3),
                Map.entry("crane", "10吨×2台"),
                Map.entry("powerKva", 1250),
                Map.entry("offer", "RENT"),
                Map.entry("rentYuanPerSqmMonth", 8.5),
                Map.entry("idleSince", "2020-06-30"),
                Map.entry("idleReason", "原企业搬迁"));
    }

    public static Map<String, Object> parcelFields(String number) {
        return Map.ofEntries(
                Map.entry("parcelNo", number),
                Map.entry("locationCode", "150622"),
                Map.entry("location", "大路产业园示例地块"),
                Map.entry("areaSqm", 19350.6),
                Map.entry("areaMu", 29.03),
                Map.entry("landUse", "INDUSTRIAL_2"),
                Map.entry("termYears", 50),
                Map.entry("plotRatio", "≥0.7"),
                Map.entry("buildingDensityPct", "≥30"),
                Map.entry("greenPct", "≤20"),
                Map.entry("heightLimitM", "≤40"),
                Map.entry("investmentIntensity", 980),
                Map.entry("investmentIntensityUnit", "WAN_PER_HECTARE"),
                Map.entry("startPriceYuan", 3483108));
    }

    public GivenListing published() {
        as("bureau", "publish", Map.of()).statusCode(200);
        return this;
    }

    public String id() {
        return id;
    }

    public String path() {
        return "/api/v1/" + list + "/" + id;
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

    /** The unit's own step. */
    public ValidatableResponse take(String verb, Map<String, ?> body) {
        return as(account(unit), verb, body);
    }

    public ValidatableResponse as(String username, String verb, Map<String, ?> body) {
        return Given.signedIn(username)
                .contentType(ContentType.JSON)
                .header("If-Match", version())
                .body(body)
                .post(path() + "/" + verb)
                .then();
    }

    public ValidatableResponse delete() {
        return Given.signedIn(account(unit))
                .header("If-Match", version())
                .delete(path())
                .then();
    }

    private static String account(String unit) {
        return unit.toLowerCase(Locale.ROOT);
    }
}
