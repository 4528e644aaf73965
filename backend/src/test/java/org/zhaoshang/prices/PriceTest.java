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
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.zhaoshang.prices.GivenPrice.body;
import static org.zhaoshang.prices.GivenPrice.create;
import static org.zhaoshang.prices.GivenPrice.get;
import static org.zhaoshang.prices.GivenPrice.park;
import static org.zhaoshang.prices.GivenPrice.patch;
import static org.zhaoshang.prices.GivenPrice.post;
import static org.zhaoshang.prices.GivenPrice.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhaoshang.Given;

/** Prices as units enter them: units of measure, validity, the change since the last one. */
@QuarkusTest
class PriceTest {
    @Test
    void namesTheItemsWithTheirUnits() {
        Given.signedIn("150622")
                .header("Accept-Language", "zh-CN")
                .get("/api/v1/factor-items")
                .then()
                .statusCode(200)
                .body("items.find { it.code == 'STEAM_INDUSTRIAL' }.unitOfMeasure", equalTo("元/吨"))
                .body("items.find { it.code == 'WATER_INDUSTRIAL' }.required", equalTo(true))
                .body("items.find { it.code == 'GAS_INDUSTRIAL' }.conditions.value", contains("采暖季", "非采暖季"))
                .body("items.find { it.code == 'LAND_INDUSTRIAL_10' }.comparableWith", empty())
                .body("items.find { it.code == 'POWER_LARGE_35KV' }.comparableWith", hasItem("POWER_LARGE_110KV"));
    }

    @Test
    void keepsAPriceInTheItemsUnit() {
        post(body(park(), "WATER_INDUSTRIAL", 4.32, "2021-01-01"))
                .statusCode(201)
                .header("ETag", notNullValue())
                .header("Location", containsString("/factor-prices/"))
                .body("state", equalTo("DRAFT"))
                .body("unitOfMeasure", equalTo("元/立方米"))
                .body("priceLow", equalTo(4.32f))
                .body("unitCode", equalTo("150622"))
                .body("itemName", equalTo("工业用水"))
                .body("allowedActions", contains("edit", "delete"))
                .body("findings", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "WATER_INDUSTRIAL, 元/吨, 2.2, 2.2",
        "WATER_INDUSTRIAL, 元 / m³, 2.2, 2.2",
        "POWER_TRANSMISSION_220KV, 元/MWh, 42.9, 0.0429",
        "POWER_LARGE_35KV, 分/千瓦时, 52, 0.52",
        "LAND_INDUSTRIAL_50, 元/亩, 60000, 6",
        "LAND_INDUSTRIAL_50, 元/㎡, 90, 6",
        "LABOUR_WORKER, 元/年, 42000, 3500",
        "POWER_SURCHARGE, 元/千瓦时, 0.04336875, 0.04336875"
    })
    void readsAPriceInAnotherUnitThatCanBeConverted(String item, String unit, String given, String kept) {
        post(with(body(park(), item, new java.math.BigDecimal(given), "2021-01-01"), "unitOfMeasure", unit))
                .statusCode(201)
                .body("unitOfMeasure", equalTo(FactorItems.get(item).unit()))
                .body("priceLow.toString()", equalTo(new java.math.BigDecimal(kept).toPlainString()))
                .body("findings", empty());
    }

    @ParameterizedTest
    @CsvSource({"元/m³, V41", "元/千瓦时, V41", "元/车, V39b"})
    void namesASteamPriceThatIsNotInYuanPerTon(String unit, String rule) {
        post(with(body(park(), "STEAM_INDUSTRIAL", 120, "2021-01-01"), "unitOfMeasure", unit))
                .statusCode(201)
                .body("unitOfMeasure", equalTo(unit))
                .body("findings.rule", contains(rule))
                .body("findings[0].severity", equalTo("BLOCK"))
                .body("findings[0].pointer", equalTo("/unitOfMeasure"))
                .body("findings[0].message", containsString("元/吨"));
    }

    @Test
    void asksForTheLowerBoundBelowTheUpper() {
        String id = create(with(body(park(), "WATER_INDUSTRIAL", 3.2, "2021-01-01"), "priceHigh", 2.2));
        get(id).body("findings.rule", contains("V39a"));
        patch(id, Map.of("priceLow", 2.2, "priceHigh", 3.2)).statusCode(200).body("findings", empty());
    }

    @Test
    void asksForConditionAndTermOfTheItem() {
        post(with(body(park(), "GAS_INDUSTRIAL", 1.93, "2021-01-01"), "condition", "雨季"))
                .body("findings.rule", contains("CODE"))
                .body("findings.pointer", contains("/condition"));
        post(with(body(park(), "LAND_INDUSTRIAL_50", 6, "2021-01-01"), "termYears", 10))
                .body("findings.pointer", contains("/termYears"));
        post(body(park(), "LAND_INDUSTRIAL_50", 6, "2021-01-01")).body("termYears", equalTo(50));
    }

    @Test
    void closesTheOldPriceWithTheNew() {
        String park = park();
        String old = create(body(park, "WATER_INDUSTRIAL", 4, "2021-01-01"));
        String fresh = create(body(park, "WATER_INDUSTRIAL", 4.4, "2021-07-01"));
        get(old).body("validTo", equalTo("2021-06-30")).body("closedBy", equalTo(fresh));
        get(fresh)
                .body("validTo", nullValue())
                .body("previous.priceLow", equalTo(4))
                .body("changePercent", equalTo(10.0f));
        patch(fresh, Map.of("validFrom", "2021-09-01")).statusCode(200);
        get(old).body("validTo", equalTo("2021-08-31"));
        GivenPrice.delete(fresh).statusCode(204);
        get(old).body("validTo", nullValue()).body("closedBy", nullValue());
        Given.signedIn("150622")
                .get(GivenPrice.PATH + "/" + old + "/history")
                .then()
                .body("items.action", contains("follow", "follow", "follow", "create"))
                .body("items[0].changes.pointer", hasItem("/validTo"));
    }

    @Test
    void letsNoTwoPricesBeValidOnOneDay() {
        String park = park();
        create(with(body(park, "WATER_INDUSTRIAL", 4, "2021-01-01"), "validTo", "2021-12-31"));
        post(body(park, "WATER_INDUSTRIAL", 5, "2021-06-01"))
                .statusCode(422)
                .body("errors.rule", contains("V40"))
                .body("errors[0].message", containsString("2021-01-01 至 2021-12-31"));
        create(body(park, "WATER_INDUSTRIAL", 5, "2022-01-01"));
        post(body(park, "WATER_INDUSTRIAL", 3, "2020-06-01")).statusCode(422);
        create(with(body(park, "WATER_INDUSTRIAL", 3, "2020-06-01"), "validTo", "2020-12-31"));
        // Elsewhere, under another condition, or of another item they may be.
        create(body(park(), "WATER_INDUSTRIAL", 4, "2021-01-01"));
        create(with(body(park, "GAS_INDUSTRIAL", 1.93, "2021-01-01"), "condition", "采暖季"));
        create(with(body(park, "GAS_INDUSTRIAL", 1.7, "2021-01-01"), "condition", "非采暖季"));
    }

    @Test
    void refusesToMoveAPriceOntoAnother() {
        String park = park();
        create(with(body(park, "WATER_INDUSTRIAL", 4, "2021-01-01"), "validTo", "2021-06-30"));
        String later = create(body(park, "WATER_INDUSTRIAL", 5, "2021-07-01"));
        patch(later, Map.of("validFrom", "2021-06-30")).statusCode(422).body("errors.rule", contains("V40"));
        get(later).body("validFrom", equalTo("2021-07-01"));
    }

    @Test
    void asksForAWordOnALargeChange() {
        String park = park();
        create(body(park, "WATER_INDUSTRIAL", 4, "2020-01-01"));
        post(body(park, "WATER_INDUSTRIAL", 5.2, "2021-01-01")).body("findings", empty());
        String id = create(body(park, "WATER_INDUSTRIAL", 10, "2022-01-01"));
        get(id).body("findings.rule", contains("V39c"))
                .body("findings[0].severity", equalTo("EXPLAIN"))
                .body("findings[0].params.change", equalTo("+92.3"));
        list("q=" + park + "&hasFindings=true").body("items.id", contains(id)).body("items[0].explaining", equalTo(1));
        patch(id, Map.of("justifications", List.of(Map.of("rule", "V39c", "text", "水资源税改革"))))
                .statusCode(200);
        list("q=" + park + "&hasFindings=true").body("items", empty());
    }

    @Test
    void saysWhatSavingWouldSay() {
        String park = park();
        String stored = create(with(body(park, "STEAM_INDUSTRIAL", 100, "2021-01-01"), "validTo", "2021-12-31"));
        Given.signedIn("150622")
                .contentType(ContentType.JSON)
                .body(with(body(park, "STEAM_INDUSTRIAL", 140, "2021-12-31"), "unitOfMeasure", "元/m³"))
                .post(GivenPrice.PATH + "/check")
                .then()
                .statusCode(200)
                .body("findings.rule", contains("V41", "V39c", "V40"));
        Given.signedIn("150622")
                .contentType(ContentType.JSON)
                .body(Map.of("id", stored, "priceHigh", 90))
                .post(GivenPrice.PATH + "/check")
                .then()
                .body("findings.rule", contains("V39a"));
        list("q=" + park).body("items", hasSize(1));
    }

    @Test
    void listsAndPagesAndShowsThePast() {
        String park = park();
        for (int month = 1; month <= 5; month++) {
            create(with(
                    body(park, "WATER_INDUSTRIAL", month, "2021-0" + month + "-01"),
                    "validTo",
                    "2021-0" + month + "-28"));
        }
        String cursor = list("q=" + park + "&sort=validFrom&limit=2&count=true")
                .body("items.priceLow", contains(1, 2))
                .body("total", equalTo(5))
                .extract()
                .path("nextCursor");
        list("q=" + park + "&sort=validFrom&limit=3&cursor=" + cursor).body("items.priceLow", contains(3, 4, 5));
        list("q=" + park + "&validOn=2021-03-15").body("items.priceLow", contains(3));
        list("q=" + park + "&category=GAS").body("items", empty());
        String today = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).toString();
        list("q=" + park + "&asOf=" + today).body("items", hasSize(5)).body("items[0].allowedActions", empty());
        list("q=" + park + "&asOf=2021-03-28").body("items", empty());
        for (String wrong :
                List.of("state=NONE", "validOn=x", "category=AIR", "sort=price", "asOf=9999-01-01", "q=x")) {
            Given.signedIn("150622").get(GivenPrice.PATH + "?" + wrong).then().statusCode(400);
        }
    }

    @Test
    void isStrictAboutVersionsAndKeys() {
        String park = park();
        String key = "K-" + park;
        String id = create(with(body(park, "WATER_INDUSTRIAL", 4, "2021-01-01"), "externalId", key));
        post(with(body(park(), "WATER_INDUSTRIAL", 4, "2021-01-01"), "externalId", key))
                .statusCode(409);
        Given.signedIn("150622")
                .contentType("application/merge-patch+json")
                .body("{}")
                .patch(GivenPrice.PATH + "/" + id)
                .then()
                .statusCode(428);
        Given.signedIn("150622")
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"99\"")
                .body("{}")
                .patch(GivenPrice.PATH + "/" + id)
                .then()
                .statusCode(412)
                .body("current.id", equalTo(id));
        Map<String, Object> body = body(park(), "WATER_INDUSTRIAL", 4, "2021-01-01");
        String twice = java.util.UUID.randomUUID().toString();
        String first = again(twice, body);
        assertThat(again(twice, body)).isEqualTo(first);
    }

    private static String again(String key, Object body) {
        return Given.signedIn("150622")
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post(GivenPrice.PATH)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void keepsToItsOwnUnit() {
        String id = create(body(park(), "WATER_INDUSTRIAL", 4, "2021-01-01"));
        Given.signedIn("150623").get(GivenPrice.PATH + "/" + id).then().statusCode(404);
        Given.signedIn("bureau").get(GivenPrice.PATH + "/" + id).then().statusCode(200);
        Given.signedIn("leader").get(GivenPrice.PATH + "/" + id).then().statusCode(404);
        post("150623", with(body(park(), "WATER_INDUSTRIAL", 4, "2021-01-01"), "unitCode", "150622"))
                .statusCode(403);
        post("bureau", body(park(), "WATER_INDUSTRIAL", 4, "2021-01-01")).statusCode(403);
    }

    @Test
    void answersHostileValuesInWords() {
        for (Object low : List.of("4", -1, true, List.of(), Map.of(), new java.math.BigDecimal("1e400"))) {
            post(body(park(), "WATER_INDUSTRIAL", low, "2021-01-01")).statusCode(400);
        }
        for (String day : List.of("2021-02-30", "0000-01-01", "\u0000", "99999-01-01")) {
            post(body(park(), "WATER_INDUSTRIAL", 1, day)).statusCode(400);
        }
        post(with(body(park(), "WATER_INDUSTRIAL", 1, "2021-02-01"), "validTo", "2021-01-31"))
                .statusCode(400)
                .body("errors.pointer", contains("/validTo"));
        post(body(park(), "NOTHING", 1, "2021-01-01")).statusCode(400).body("errors.rule", contains("CODE"));
        post(with(body(park(), "WATER_INDUSTRIAL", 1, "2021-01-01"), "unitOfMeasure", "\uD800"))
                .statusCode(400);
        post(new HashMap<>(Map.of("priceLow", 1))).statusCode(400).body("errors.rule", contains("REQUIRED"));
        post("[1]").statusCode(400);
    }

    private static io.restassured.response.ValidatableResponse list(String query) {
        return Given.signedIn("150622")
                .get(GivenPrice.PATH + "?" + query)
                .then()
                .statusCode(200);
    }

    @Test
    void tellsItsForm() {
        Given.signedIn(GivenPrice.UNIT)
                .get("/api/v1/factor-price-fields")
                .then()
                .statusCode(200)
                .body("items.name", hasItems("itemCode", "priceLow", "validFrom"))
                .body("items.find { it.name == 'priceLow' }.label", equalTo("价格下限"));
    }

    @Test
    void isFoundByTwoCharactersOfWhatItSays() {
        String park = GivenPrice.park();
        String id = GivenPrice.create(GivenPrice.with(
                GivenPrice.body(park, "STEAM_INDUSTRIAL", 120, "2021-01-01"), "composition", "基本汽价，不含管损"));
        for (String wanted : List.of(park, "管损", "STEAM", "工业蒸汽")) {
            Given.signedIn(GivenPrice.UNIT)
                    .queryParam("q", wanted)
                    .get(GivenPrice.PATH)
                    .then()
                    .statusCode(200)
                    .body("items.id", hasItem(id));
        }
        GivenPrice.patch(id, Map.of("composition", "含税")).statusCode(200);
        Given.signedIn(GivenPrice.UNIT)
                .queryParam("q", "管损")
                .get(GivenPrice.PATH)
                .then()
                .body("items.id", not(hasItem(id)));
    }
}
