package org.zhaoshang.prices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.zhaoshang.prices.GivenReport.cell;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;

/** Comparison and calculator against figures worked out by hand; the prices are those of 2019, which no other test has. */
@QuarkusTest
class ComparisonTest {
    private static final String DAY = "2019-06-30";
    private static boolean given;

    /**
     * 康巴什: water 4.32, power 0.52–0.58, gas 2.10 in the heating season and 1.93 outside, land 6 for 50 years and 2 for 10.
     * 达旗: water 2.2–3.2 with sewage, power 0.50, gas 2, land 5. 伊旗: water 1.1 and 2 by park, power 0.55, gas 1.8, land 8.
     */
    private static synchronized void prices() {
        if (given) {
            return;
        }
        given = true;
        GivenReport.accepted(
                2021,
                "150603",
                List.of(
                        of2019("WATER_INDUSTRIAL", 4.32, null, Map.of()),
                        of2019("POWER_LARGE_35KV", 0.52, 0.58, Map.of()),
                        of2019("GAS_INDUSTRIAL", 2.10, null, Map.of("condition", "采暖季")),
                        of2019("GAS_INDUSTRIAL", 1.93, null, Map.of("condition", "非采暖季")),
                        of2019("LAND_INDUSTRIAL_50", 6, null, Map.of()),
                        of2019("LAND_INDUSTRIAL_10", 2, null, Map.of())));
        GivenReport.accepted(
                2021,
                "150621",
                List.of(
                        of2019("WATER_INDUSTRIAL", 2.2, 3.2, Map.of("composition", "含污水处理费")),
                        of2019("POWER_LARGE_35KV", 0.5, null, Map.of()),
                        of2019("GAS_INDUSTRIAL", 2, null, Map.of()),
                        of2019("LAND_INDUSTRIAL_50", 5, null, Map.of())));
        GivenReport.accepted(
                2021,
                "150627",
                List.of(
                        of2019("WATER_INDUSTRIAL", 1.1, null, Map.of("parkName", "一般片区")),
                        of2019("WATER_INDUSTRIAL", 2, null, Map.of("parkName", "南区")),
                        of2019("POWER_LARGE_35KV", 0.55, null, Map.of()),
                        of2019("GAS_INDUSTRIAL", 1.8, null, Map.of()),
                        of2019("LAND_INDUSTRIAL_50", 8, null, Map.of())));
    }

    private static Map<String, Object> of2019(String item, Object low, Object high, Map<String, ?> with) {
        Map<String, Object> cell = new HashMap<>(cell(item, low, "2019-01-01"));
        cell.put("validTo", "2019-12-31");
        if (high != null) {
            cell.put("priceHigh", high);
        }
        cell.putAll(with);
        return cell;
    }

    private static ValidatableResponse compare(String query) {
        prices();
        return Given.signedIn("150622")
                .get("/api/v1/factor-prices/comparison?" + query)
                .then();
    }

    @Test
    void putsAllUnitsSideBySide() {
        compare("item=WATER_INDUSTRIAL&asOf=" + DAY)
                .statusCode(200)
                .body("unitOfMeasure", equalTo("元/立方米"))
                .body("units", hasSize(11))
                .body("count", equalTo(4))
                .body("units.find { it.unitCode == '150602' }.prices", empty())
                .body("units.find { it.unitCode == '150627' }.prices.parkName", contains("一般片区", "南区"))
                .body("units.find { it.unitCode == '150621' }.prices[0].middle", equalTo(2.7f))
                .body("cheapest.unitCode", equalTo("150627"))
                .body("cheapest.price.priceLow", equalTo(1.1f))
                .body("dearest.unitCode", equalTo("150603"))
                .body("median", equalTo(2.35f))
                .body("composedDiffers", equalTo(true));
    }

    @Test
    void mixesNoTermsOfLandAndNoSeasons() {
        compare("item=LAND_INDUSTRIAL_50&asOf=" + DAY)
                .body("termYears", equalTo(50))
                .body("count", equalTo(3))
                .body("median", equalTo(6));
        compare("item=LAND_INDUSTRIAL_10&asOf=" + DAY)
                .body("termYears", equalTo(10))
                .body("count", equalTo(1))
                .body("cheapest.price.priceLow", equalTo(2));
        compare("item=GAS_INDUSTRIAL&condition=采暖季&asOf=" + DAY)
                .body("count", equalTo(1))
                .body("median", equalTo(2.1f));
    }

    @Test
    void comparesOverTime() {
        compare("item=WATER_INDUSTRIAL&from=2018-01-01&to=2019-12-31")
                .statusCode(200)
                .body("asOf", nullValue())
                .body("count", equalTo(4))
                .body("cheapest", nullValue())
                .body("median", nullValue());
        compare("item=WATER_INDUSTRIAL&from=2017-01-01&to=2018-12-31").body("count", equalTo(0));
    }

    @Test
    void leavesOutWhatIsNotAccepted() {
        compare("item=STEAM_INDUSTRIAL&asOf=" + DAY).body("count", equalTo(0));
        Map<String, Object> draft = of2019("STEAM_INDUSTRIAL", 120, null, Map.of("parkName", GivenPrice.park()));
        GivenPrice.create(draft);
        compare("item=STEAM_INDUSTRIAL&asOf=" + DAY).body("count", equalTo(0));
    }

    @Test
    void isHadAsSheetAndWorkbook() {
        String csv = file("csv").asString();
        assertThat(csv).contains("价格下限（元/立方米）", "康巴什区,,,4.32,4.32,2019-01-01,2019-12-31", "东胜区,,,—,—");
        byte[] xlsx = file("xlsx").asByteArray();
        assertThat(xlsx).startsWith('P', 'K');
    }

    private static io.restassured.response.Response file(String format) {
        prices();
        return Given.signedIn("150622")
                .get("/api/v1/factor-prices/comparison." + format + "?item=WATER_INDUSTRIAL&asOf=" + DAY)
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    @Test
    void saysWhatNeedsWouldCost() {
        prices();
        JsonPath cost = Given.signedIn("150622")
                .get("/api/v1/factor-prices/cost?waterTonPerYear=100000&powerKwhPerYear=1000000"
                        + "&gasCubicMetrePerYear=20000&landMu=100&asOf=" + DAY)
                .then()
                .statusCode(200)
                .body("asOf", equalTo(DAY))
                .body(
                        "needs.itemCode",
                        contains("WATER_INDUSTRIAL", "POWER_LARGE_35KV", "GAS_INDUSTRIAL", "LAND_INDUSTRIAL_50"))
                .body("cheapestUnitCode", equalTo("150627"))
                .extract()
                .jsonPath();
        assertThat(totals(cost, "150603")).containsExactly(1_110_600, 1_174_000);
        assertThat(totals(cost, "150621")).containsExactly(860_000, 960_000);
        assertThat(totals(cost, "150627")).containsExactly(856_000, 946_000);
        assertThat(cost.<List<String>>get("units.find { it.unitCode == '150602' }.missing"))
                .containsExactly("WATER", "POWER", "GAS", "LAND");
        assertThat(cost.<List<Object>>get("units.find { it.unitCode == '150603' }.lines[2].prices"))
                .hasSize(2);
    }

    private static List<Integer> totals(JsonPath cost, String unit) {
        String row = "units.find { it.unitCode == '" + unit + "' }.";
        return List.of(cost.getInt(row + "totalLowYuan"), cost.getInt(row + "totalHighYuan"));
    }

    @Test
    void spreadsALandPriceOverItsOwnTerm() {
        prices();
        Given.signedIn("150622")
                .get("/api/v1/factor-prices/cost?landMu=100&landItem=LAND_INDUSTRIAL_10&asOf=" + DAY)
                .then()
                .body("needs[0].termYears", equalTo(10))
                .body("units.find { it.unitCode == '150603' }.totalLowYuan", equalTo(200000))
                .body("units.find { it.unitCode == '150621' }.missing", contains("LAND"));
    }

    @Test
    void saysWhatItCanNotRead() {
        for (String wrong : List.of(
                "nothing=1",
                "item=NOTHING",
                "item=WATER_INDUSTRIAL&asOf=x",
                "item=WATER_INDUSTRIAL&from=2021-01-01",
                "item=WATER_INDUSTRIAL&from=2021-01-02&to=2021-01-01",
                "item=WATER_INDUSTRIAL&asOf=2021-01-01&from=2021-01-01&to=2021-01-01",
                "item=%00")) {
            compare(wrong).statusCode(400);
        }
        for (String wrong : List.of(
                "nothing=1",
                "waterTonPerYear=-1",
                "waterTonPerYear=1e9",
                "landMu=0",
                "landMu=1&landItem=WATER_INDUSTRIAL",
                "landMu=1&asOf=2021-02-30")) {
            Given.signedIn("150622")
                    .get("/api/v1/factor-prices/cost?" + wrong)
                    .then()
                    .statusCode(400);
        }
    }
}
