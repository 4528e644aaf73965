package org.zhaoshang.prices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.zhaoshang.prices.GivenReport.cell;
import static org.zhaoshang.prices.GivenReport.cells;
import static org.zhaoshang.prices.GivenReport.get;
import static org.zhaoshang.prices.GivenReport.owed;
import static org.zhaoshang.prices.GivenReport.step;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;

/** A unit's price report of a year from the grid to acceptance, and the next year's beside it. */
@QuarkusTest
class PriceReportTest {
    @Test
    void isFilledSubmittedReturnedAndAccepted() {
        String unit = "150625";
        int year = GivenReport.year();
        get(year, unit)
                .body("state", equalTo("DRAFT"))
                .body("required", equalTo(4))
                .body("missing", hasItem("GAS_INDUSTRIAL"))
                .body("lines.itemCode", hasItems("WATER_INDUSTRIAL", "TRANSPORT_RAIL"))
                .body("allowedActions", contains("carry-forward"))
                .body("whyNot.action", contains("submit"));
        step(unit, year, unit, "submit", Map.of())
                .statusCode(422)
                .body("errors.pointer", hasItems("/items/WATER_INDUSTRIAL", "/items/LAND_INDUSTRIAL_50"));

        List<Map<String, Object>> cells = owed(4.32, 0.52, 1.93, 6, year + "-01-01");
        Map<String, Object> steam = cell("STEAM_INDUSTRIAL", 120, year + "-01-01");
        steam.put("unitOfMeasure", "元/m³");
        cells.add(steam);
        cells.add(cell("WATER_INDUSTRIAL", 5, (year - 1) + "-06-01"));
        cells.add(cell("NOTHING", 5, year + "-01-01"));
        String steamId = cells(year, unit, cells)
                .statusCode(200)
                .body(
                        "results.status",
                        contains("CREATED", "CREATED", "CREATED", "CREATED", "CREATED", "REJECTED", "REJECTED"))
                .body("results[4].findings.rule", contains("V41"))
                .body("results[5].errors.rule", contains("V40"))
                .body("results[6].errors.rule", contains("CODE"))
                .body("report.missing", empty())
                .body("report.blocking", equalTo(1))
                .extract()
                .path("results[4].id");
        step(unit, year, unit, "submit", Map.of())
                .statusCode(422)
                .body("errors.pointer", contains("/prices/" + steamId + "/unitOfMeasure"));
        GivenPrice.patch(unit, steamId, Map.of("unitOfMeasure", "元/吨")).statusCode(200);
        step(unit, year, unit, "submit", Map.of())
                .statusCode(200)
                .body("state", equalTo("SUBMITTED"))
                .body("late", equalTo(false))
                .body("submissions", equalTo(1));
        GivenPrice.patch(unit, steamId, Map.of("note", "改")).statusCode(409);
        Given.signedIn("bureau")
                .get("/api/v1/price-reports?year=" + year + "&state=SUBMITTED")
                .then()
                .body("items.unitCode", hasItem(unit));

        told("bureau", "PRICE_REPORT_SUBMITTED", hasItem(page(year, unit)));

        step("bureau", year, unit, "return", Map.of()).statusCode(400);
        told(unit, "PRICE_REPORT_RETURNED", empty());
        step(
                        "bureau",
                        year,
                        unit,
                        "return",
                        Map.of("reason", "核对", "fields", List.of(Map.of("pointer", "/x", "reason", "y"))))
                .statusCode(400);
        step(
                        "bureau",
                        year,
                        unit,
                        "return",
                        Map.of(
                                "reason",
                                "请核对",
                                "fields",
                                List.of(Map.of("pointer", "/prices/" + steamId, "reason", "蒸汽价格偏高"))))
                .statusCode(200)
                .body("state", equalTo("RETURNED"))
                .body("returned.reason", equalTo("请核对"));
        told(unit, "PRICE_REPORT_RETURNED", contains(page(year, unit)));
        told(unit + "-lead", "PRICE_REPORT_RETURNED", contains(page(year, unit)));
        told("150622", "PRICE_REPORT_RETURNED", not(hasItem(page(year, unit))));
        get(year, unit)
                .body("lines.find { it.itemCode == 'STEAM_INDUSTRIAL' }.prices[0].state", equalTo("RETURNED"))
                .body("lines.find { it.itemCode == 'STEAM_INDUSTRIAL' }.prices[0].returned", equalTo("蒸汽价格偏高"))
                .body("lines.find { it.itemCode == 'GAS_INDUSTRIAL' }.prices[0].state", equalTo("SUBMITTED"));
        step(unit, year, unit, "accept", Map.of()).statusCode(403);
        step("bureau", year, unit, "accept", Map.of()).statusCode(409);
        GivenPrice.patch(unit, steamId, Map.of("priceLow", 110)).statusCode(200);
        step(unit, year, unit, "submit", Map.of()).statusCode(200).body("submissions", equalTo(2));
        step("bureau", year, unit, "accept", Map.of())
                .statusCode(200)
                .body("state", equalTo("ACCEPTED"))
                .body("returned", nullValue())
                .body("lines.findAll { !it.prices.isEmpty() }.prices.flatten().state.unique()", contains("ACCEPTED"));
        told(unit, "PRICE_REPORT_ACCEPTED", contains(page(year, unit)));
        step(unit, year, unit, "submit", Map.of()).statusCode(409);
    }

    private static String page(int year, String unit) {
        return "/price-reports/" + year + "/" + unit;
    }

    private static void told(String who, String kind, Matcher<?> pages) {
        Given.signedIn(who)
                .get("/api/v1/notifications?limit=1000&kind=" + kind)
                .then()
                .statusCode(200)
                .body("items.page", pages);
    }

    @Test
    void takesLastPeriodsPricesOver() {
        String unit = "150624";
        int year = GivenReport.year();
        GivenReport.accepted(2021, unit, owed(4, 0.5, 2, 6, "2021-01-01"));
        get(2021, unit).body("late", equalTo(true)).body("deadline", equalTo("2021-04-10"));
        String old = get(year, unit)
                .body("lines.find { it.itemCode == 'WATER_INDUSTRIAL' }.last.priceLow", equalTo(4))
                .body("lines.find { it.itemCode == 'WATER_INDUSTRIAL' }.prices", empty())
                .extract()
                .path("lines.find { it.itemCode == 'WATER_INDUSTRIAL' }.last.id");

        cells(year, unit, List.of(cell("GAS_INDUSTRIAL", 3, year + "-01-01")))
                .body("results[0].findings.rule", contains("V39c"))
                .body("results[0].findings[0].message", containsString("50"));
        carry(year, unit, Map.of("items", List.of("WATER_INDUSTRIAL"))).body("carried", equalTo(1));
        carry(year, unit, Map.of()).body("carried", equalTo(2)).body("report.missing", empty());
        carry(year, unit, Map.of()).body("carried", equalTo(0));
        carry(year, unit, Map.of("items", List.of("NOTHING"))).statusCode(400);
        get(year, unit)
                .body("lines.find { it.itemCode == 'WATER_INDUSTRIAL' }.prices[0].validFrom", equalTo(year + "-01-01"))
                .body("lines.find { it.itemCode == 'WATER_INDUSTRIAL' }.prices[0].changePercent", equalTo(0.0f))
                .body("lines.find { it.itemCode == 'GAS_INDUSTRIAL' }.prices[0].changePercent", equalTo(50.0f));

        // The accepted price stands until the new one is accepted itself.
        GivenPrice.get(unit, old).body("validTo", nullValue());
        step(unit, year, unit, "submit", Map.of()).statusCode(422).body("errors.rule", contains("V39c"));
        Map<String, Object> explained = cell("GAS_INDUSTRIAL", 3, year + "-01-01");
        explained.put("justifications", List.of(Map.of("rule", "V39c", "text", "门站价上调")));
        cells(year, unit, List.of(explained)).body("results.status", contains("UPDATED"));
        step(unit, year, unit, "submit", Map.of()).statusCode(200);
        step("bureau", year, unit, "accept", Map.of()).statusCode(200);
        GivenPrice.get(unit, old).body("validTo", equalTo((year - 1) + "-12-31"));

        // Sent back, it opens again what it had closed.
        String water = get(year, unit).extract().path("lines.find { it.itemCode == 'WATER_INDUSTRIAL' }.prices[0].id");
        step(
                        "bureau",
                        year,
                        unit,
                        "return",
                        Map.of(
                                "reason",
                                "有误",
                                "fields",
                                List.of(Map.of("pointer", "/prices/" + water, "reason", "水价有误"))))
                .statusCode(200);
        GivenPrice.get(unit, old).body("validTo", nullValue());
    }

    private static io.restassured.response.ValidatableResponse carry(int year, String unit, Object body) {
        return Given.signedIn(unit)
                .contentType(ContentType.JSON)
                .body(body)
                .post(GivenReport.path(year, unit) + "/carry-forward")
                .then();
    }

    @Test
    void overwritesNoCellThatMovedOn() {
        String unit = "150626";
        int year = GivenReport.year();
        String code = cells(year, unit, List.of(cell("WATER_INDUSTRIAL", 4, year + "-01-01")))
                .extract()
                .path("results[0].code");
        Map<String, Object> stale = Map.of("code", code, "version", 99, "priceLow", 5);
        cells(year, unit, List.of(stale))
                .body("results.status", contains("REJECTED"))
                .body("results[0].errors.rule", contains("STATE"));
        int version =
                get(year, unit).extract().path("lines.find { it.itemCode == 'WATER_INDUSTRIAL' }.prices[0].version");
        cells(year, unit, List.of(Map.of("code", code, "version", version, "priceLow", 5)))
                .body("results.status", contains("UPDATED"));
        for (Object wrong : List.of(Map.of(), Map.of("cells", "x"), Map.of("cells", List.of()), List.of())) {
            Given.signedIn(unit)
                    .contentType(ContentType.JSON)
                    .body(wrong)
                    .post(GivenReport.path(year, unit) + "/cells")
                    .then()
                    .statusCode(400);
        }
        Given.signedIn(unit)
                .contentType(ContentType.JSON)
                .body(Map.of("cells", List.of(1, "x", Map.of("version", "y"), Map.of("code", "\u0000"))))
                .post(GivenReport.path(year, unit) + "/cells")
                .then()
                .statusCode(200)
                .body("results.status.unique()", contains("REJECTED"));
    }

    private static Map<String, Object> removal(String code, Object version) {
        return Map.of("code", code, "version", version, "remove", true);
    }

    @Test
    void removesAPriceAsItWasSeen() {
        String unit = "150626";
        int year = GivenReport.year();
        Map<String, Object> before = cell("STEAM_INDUSTRIAL", 100, year + "-01-01");
        before.put("parkName", "图克工业园");
        Map<String, Object> after = new java.util.HashMap<>(before);
        after.put("validFrom", year + "-06-01");
        var made = cells(year, unit, List.of(before, after)).statusCode(200);
        String code = made.extract().path("results[1].code");
        String id = made.extract().path("results[0].id");
        GivenPrice.get(unit, id).body("validTo", equalTo(year + "-05-31"));

        cells(year, unit, List.of(removal(code, 99), Map.of("code", code, "remove", true), Map.of("remove", "x")))
                .body("results.status.unique()", contains("REJECTED"))
                .body("results.errors.rule.flatten()", contains("STATE", "REQUIRED", "FORMAT"));
        after.put("validFrom", year + "-07-01");
        cells(year, unit, List.of(after, removal(code, 0)))
                .body("results.status", contains("CREATED", "REMOVED"))
                .body(
                        "report.lines.find { it.parkName == '图克工业园' }.prices.validFrom",
                        contains(year + "-01-01", year + "-07-01"));
        // It is gone: asking again changes nothing.
        cells(year, unit, List.of(removal(code, 0))).body("results.status", contains("REMOVED"));
        GivenPrice.get(unit, id).body("validTo", equalTo(year + "-06-30"));
    }

    @Test
    void showsByItsTagThatAPriceMoved() {
        String unit = "150626";
        int year = GivenReport.year();
        String seen = get(year, unit).extract().header("ETag");
        assertThat(get(year, unit).extract().header("ETag")).isEqualTo(seen);
        assertThat(seen).isEqualTo("\"" + get(year, unit).extract().path("revision") + "\"");
        String now = cells(year, unit, List.of(cell("LABOUR_MINIMUM", 1980, year + "-01-01")))
                .extract()
                .path("report.revision");
        assertThat(get(year, unit).extract().header("ETag")).isNotEqualTo(seen).isEqualTo("\"" + now + "\"");
        // What is submitted is what was looked at; whoever names the version alone has looked at no price.
        submit(year, unit, seen).statusCode(412).body("current.revision", equalTo(now));
        submit(year, unit, "\"" + now + "\"").statusCode(422);
        int version = get(year, unit).extract().path("version");
        submit(year, unit, "\"" + version + "\"").statusCode(422);
        submit(year, unit, "\"" + (version + 1) + "\"").statusCode(412);
    }

    private static io.restassured.response.ValidatableResponse submit(int year, String unit, String ifMatch) {
        return Given.signedIn(unit)
                .contentType(ContentType.JSON)
                .header("If-Match", ifMatch)
                .body(Map.of())
                .post(GivenReport.path(year, unit) + "/submit")
                .then();
    }

    @Test
    void belongsToItsUnit() {
        int year = GivenReport.year();
        Given.signedIn("150622").get(GivenReport.path(year, "150623")).then().statusCode(404);
        Given.signedIn("leader").get(GivenReport.path(year, "150602")).then().statusCode(404);
        Given.signedIn("bureau").get(GivenReport.path(year, "150600")).then().statusCode(404);
        Given.signedIn("bureau").get(GivenReport.path(1999, "150602")).then().statusCode(404);
        Given.signedIn("expert").get(GivenReport.path(year, "150602")).then().statusCode(403);
        Given.signedIn("150622").get("/api/v1/price-reports").then().body("items.unitCode", contains("150622"));
        Given.signedIn("bureau").get("/api/v1/price-reports").then().body("items", hasSize(11));
        Given.signedIn("leader").get("/api/v1/price-reports").then().body("items.unitCode", not(hasItem("150602")));
        for (String wrong : List.of("year=x", "year=20211", "state=NONE")) {
            Given.signedIn("bureau")
                    .get("/api/v1/price-reports?" + wrong)
                    .then()
                    .statusCode(400);
        }
        assertThat(year).isGreaterThan(2020);
    }

    @Test
    void tellsWhoOwesIt() {
        Given.signedIn("150602")
                .get("/api/v1/dashboard/duties")
                .then()
                .body("items.findAll { it.kind == 'PRICES' }.page", contains(containsString("/price-reports/")))
                .body("items.find { it.kind == 'PRICES' }.count", equalTo(4));
        Given.signedIn("bureau")
                .get("/api/v1/dashboard/duties")
                .then()
                .body("items.findAll { it.kind == 'PRICES' }.href", hasItem(containsString("state=DRAFT")));
    }
}
