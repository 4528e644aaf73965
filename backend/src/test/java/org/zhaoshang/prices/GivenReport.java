package org.zhaoshang.prices;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhaoshang.Given;

/** Price reports over HTTP. */
final class GivenReport {
    private GivenReport() {}

    static String path(int year, String unit) {
        return "/api/v1/price-reports/" + year + "/" + unit;
    }

    /** The running call's. */
    static int year() {
        return Given.signedIn("bureau")
                .get("/api/v1/price-reports")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].year");
    }

    static ValidatableResponse get(int year, String unit) {
        return Given.signedIn(account(unit)).get(path(year, unit)).then().statusCode(200);
    }

    static ValidatableResponse cells(int year, String unit, List<? extends Map<String, ?>> cells) {
        return Given.signedIn(account(unit))
                .contentType(ContentType.JSON)
                .body(Map.of("cells", cells))
                .post(path(year, unit) + "/cells")
                .then();
    }

    static ValidatableResponse step(String who, int year, String unit, String verb, Object body) {
        String version = Given.signedIn("bureau").get(path(year, unit)).header("ETag");
        return Given.signedIn(who)
                .contentType(ContentType.JSON)
                .header("If-Match", version)
                .body(body)
                .post(path(year, unit) + "/" + verb)
                .then();
    }

    static Map<String, Object> cell(String item, Object low, String from) {
        Map<String, Object> cell = new HashMap<>();
        cell.put("itemCode", item);
        cell.put("priceLow", low);
        cell.put("validFrom", from);
        return cell;
    }

    /** What every unit owes. */
    static List<Map<String, Object>> owed(Object water, Object power, Object gas, Object land, String from) {
        return new ArrayList<>(List.of(
                cell("WATER_INDUSTRIAL", water, from),
                cell("POWER_LARGE_35KV", power, from),
                cell("GAS_INDUSTRIAL", gas, from),
                cell("LAND_INDUSTRIAL_50", land, from)));
    }

    /** All prices of the unit's year accepted. */
    static void accepted(int year, String unit, List<? extends Map<String, ?>> cells) {
        cells(year, unit, cells).statusCode(200);
        step(account(unit), year, unit, "submit", Map.of()).statusCode(200);
        step("bureau", year, unit, "accept", Map.of()).statusCode(200);
    }

    static String account(String unit) {
        return unit.toLowerCase(java.util.Locale.ROOT);
    }
}
