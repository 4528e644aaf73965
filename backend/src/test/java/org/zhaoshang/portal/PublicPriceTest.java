package org.zhaoshang.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;

/** Accepted factor prices for anyone: listed while they stand, compared, and followed by a poller. */
@QuarkusTest
class PublicPriceTest {
    private static final String UNIT = "1506A1";
    private static final String PATH = "/api/v1/public/factor-prices";

    @Test
    void showsWhatIsAcceptedAndTellsPollers() {
        String start = changes(null).getString("nextSince");
        Given.nobody().get(PATH + "?unitCode=" + UNIT).then().statusCode(200).body("items", hasSize(0));
        submitted(
                cell("WATER_INDUSTRIAL", 4.32),
                cell("POWER_LARGE_35KV", 0.5),
                cell("GAS_INDUSTRIAL", 2),
                cell("LAND_INDUSTRIAL_50", 6));
        Given.nobody().get(PATH + "?unitCode=" + UNIT).then().body("items", hasSize(0));
        step("bureau", "accept", Map.of());

        Response listed = Given.nobody().get(PATH + "?unitCode=" + UNIT + "&sort=itemCode");
        listed.then()
                .statusCode(200)
                .body(
                        "items.itemCode",
                        contains("GAS_INDUSTRIAL", "LAND_INDUSTRIAL_50", "POWER_LARGE_35KV", "WATER_INDUSTRIAL"))
                .body("items[3].priceLow", equalTo(4.32f))
                .body("items[3].priceHigh", equalTo(4.32f))
                .body("items[3].unitOfMeasure", equalTo("元/立方米"))
                .body("items[3].validTo", nullValue())
                .body("items[3].note", nullValue());
        Given.nobody()
                .header("If-None-Match", listed.header("ETag"))
                .get(PATH + "?unitCode=" + UNIT + "&sort=itemCode")
                .then()
                .statusCode(304);
        String csv = Given.nobody()
                .get(PATH + ".csv?unitCode=" + UNIT)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(csv).contains("计量单位", "工业用水", "4.32");
        assertThat(Given.nobody()
                        .get(PATH + ".ndjson?unitCode=" + UNIT)
                        .asString()
                        .lines())
                .hasSize(4);
        Given.nobody()
                .get(PATH + "?unitCode=" + UNIT + "&category=WATER")
                .then()
                .body("items", hasSize(1));
        Given.nobody()
                .get(PATH + "?unitCode=" + UNIT + "&validOn=2020-12-31")
                .then()
                .body("items", hasSize(0));

        JsonPath first = changes(start);
        assertThat(ofUnit(first)).hasSize(4);
        String water = listed.jsonPath().getString("items[3].id");
        step(
                "bureau",
                "return",
                Map.of("reason", "有误", "fields", List.of(Map.of("pointer", "/prices/" + water, "reason", "有误"))));
        Given.nobody().get(PATH + "?unitCode=" + UNIT).then().body("items.id", not(hasItem(water)));
        JsonPath second = changes(first.getString("nextSince"));
        assertThat(second.getList("items.findAll { it.id == '" + water + "' }.op"))
                .containsExactly("remove");
        assertThat(second.getList("items.findAll { it.id == '" + water + "' }.reason"))
                .containsExactly("UNPUBLISHED");
    }

    private static List<Object> ofUnit(JsonPath changes) {
        return changes.getList("items.findAll { it.price?.unitCode == '" + UNIT + "' }");
    }

    private static JsonPath changes(String since) {
        String query = "?limit=1000" + (since == null ? "" : "&since=" + since);
        return Given.nobody()
                .get(PATH + "/changes" + query)
                .then()
                .statusCode(200)
                .body("hasMore", equalTo(false))
                .extract()
                .jsonPath();
    }

    private static Map<String, Object> cell(String item, Object low) {
        return new HashMap<>(Map.of("itemCode", item, "priceLow", low, "validFrom", "2021-01-01", "note", "内部"));
    }

    @SafeVarargs
    private static void submitted(Map<String, Object>... cells) {
        Given.signedIn(UNIT.toLowerCase(java.util.Locale.ROOT))
                .contentType(ContentType.JSON)
                .body(Map.of("cells", new ArrayList<>(List.of(cells))))
                .post(report() + "/cells")
                .then()
                .statusCode(200);
        step(UNIT.toLowerCase(java.util.Locale.ROOT), "submit", Map.of());
    }

    private static String report() {
        return "/api/v1/price-reports/2021/" + UNIT;
    }

    private static void step(String who, String verb, Object body) {
        Given.signedIn(who)
                .contentType(ContentType.JSON)
                .header("If-Match", Given.signedIn("bureau").get(report()).header("ETag"))
                .body(body)
                .post(report() + "/" + verb)
                .then()
                .statusCode(200);
    }

    @Test
    void comparesAndCostsForAnyone() {
        Response compared = Given.nobody().get(PATH + "/comparison?item=WATER_INDUSTRIAL&asOf=2015-06-30");
        compared.then().statusCode(200).body("units", hasSize(11)).body("count", equalTo(0));
        Given.nobody()
                .header("If-None-Match", compared.header("ETag"))
                .get(PATH + "/comparison?item=WATER_INDUSTRIAL&asOf=2015-06-30")
                .then()
                .statusCode(304);
        Given.nobody()
                .get(PATH + "/comparison.csv?item=WATER_INDUSTRIAL&asOf=2015-06-30")
                .then()
                .statusCode(200);
        Given.nobody()
                .get(PATH + "/cost?waterTonPerYear=1000&asOf=2015-06-30")
                .then()
                .statusCode(200)
                .body("units[0].missing", contains("WATER"))
                .body("cheapestUnitCode", nullValue());
        Given.nobody()
                .get("/api/v1/public/factor-items")
                .then()
                .statusCode(200)
                .header("Vary", equalTo("Accept-Language"))
                .body("items.code", hasItem("GAS_INDUSTRIAL"));
        for (String wrong : List.of(
                "?category=AIR", "?validOn=x", "?itemCode=x", "?sort=x", "/comparison", "/cost", "/changes?since=x")) {
            Given.nobody().get(PATH + wrong).then().statusCode(400);
        }
    }
}
