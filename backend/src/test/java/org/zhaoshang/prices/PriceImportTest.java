package org.zhaoshang.prices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;

/** Factor prices by upload: real tables with their irregularities, one file both ways, planned, applied and taken back. */
@QuarkusTest
class PriceImportTest {
    private static final String UNIT = GivenPrice.UNIT;
    private static final String HEADER = "价格项目,园区,适用条件,价格下限,价格上限,计量单位,执行日期,有效期止,说明";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Test
    void readsARealTableAndNamesWhatIsWrong() {
        String park = GivenPrice.park();
        String id = csv(
                        "",
                        HEADER,
                        "工业用水," + park + ",,4.32,4.32,元/吨,2020-12-01,,",
                        "工业蒸汽," + park + ",约,120,120,元/m³,2020-12-01,,",
                        "管道天然气（工业、服务业）," + park + ",非采暖季,1.93,1.93,元/立方米,2020-12-01,,",
                        "管道天然气（工业、服务业）," + park + ",采暖季,2.10,2.10,元/立方米,2020-12-01,,",
                        "危险废物处置," + park + ",,2000,3000,元/吨,2020-12-01,2021-12-31,",
                        "危险废物处置," + park + ",,2000,3000,元/吨,2021-06-01,,",
                        "输配电价（220千伏及以上两部制电量电价）," + park + ",,42.9,42.9,元/MWh,2020-12-01,,",
                        "工业用地（50年）," + park + ",,6,6,万元/亩,2020-12-01,,",
                        "一般工人月工资," + park + ",中位1335,1750,940,元/月/人,2020-12-01,,",
                        "不存在的项目," + park + ",,1,1,元,2020-12-01,,")
                .body("state", equalTo("COMPLETED"))
                .body("rows.created", equalTo(8))
                .body("rows.rejected", equalTo(2))
                .extract()
                .path("id");
        List<Map<String, Object>> rows = results(id);
        assertThat(rules(rows.get(1), "findings")).containsExactly("V41");
        assertThat(rows.get(1).toString()).contains("工业蒸汽", "元/m³", "元/吨");
        assertThat(rows.get(5)).containsEntry("status", "REJECTED");
        assertThat(rules(rows.get(5), "errors")).containsExactly("V40");
        assertThat(rows.get(5).toString()).contains("第 6 行").contains("2021-12-31");
        assertThat(rows.get(1)).containsEntry("name", "工业蒸汽");
        assertThat(rules(rows.get(8), "findings")).containsExactly("V39a");
        assertThat(rules(rows.get(9), "errors")).containsExactly("CODE");
        assertThat(List.of(0, 2, 3, 4, 6, 7))
                .allSatisfy(at -> assertThat(rules(rows.get(at), "findings")).isEmpty());
        Given.signedIn(UNIT)
                .get(GivenPrice.PATH + "?sort=itemCode&q=" + park)
                .then()
                .body("items", hasSize(8))
                .body("items.find { it.itemCode == 'POWER_TRANSMISSION_220KV' }.priceLow", equalTo(0.0429f));
    }

    private static ValidatableResponse csv(String query, String... lines) {
        return post(query, "text/csv; charset=utf-8", String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private static ValidatableResponse post(String query, String type, byte[] file) {
        return Given.signedIn(UNIT)
                .header("Content-Type", type)
                .header("Prefer", "wait=30")
                .body(file)
                .post("/api/v1/imports?kind=factor-prices" + query)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse verb(String id, String verb) {
        return Given.signedIn(UNIT)
                .header("Prefer", "wait=30")
                .post("/api/v1/imports/" + id + "/" + verb)
                .then()
                .statusCode(200);
    }

    private static List<Map<String, Object>> results(String id) {
        return Given.signedIn(UNIT)
                .get("/api/v1/imports/" + id + "/results.ndjson")
                .asString()
                .lines()
                .map(line -> JsonPath.from(line).<String, Object>getMap(""))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Object> rules(Map<String, Object> row, String member) {
        return ((List<Map<String, Object>>) row.getOrDefault(member, List.of()))
                .stream().map(finding -> finding.get("rule")).toList();
    }

    @Test
    void findsItsRecordByWhatItIsOf() {
        String park = GivenPrice.park();
        csv("", HEADER, "工业用水," + park + ",,4,4,,2021-01-01,,").body("rows.created", equalTo(1));
        csv("", HEADER, "工业用水," + park + ",,4,4,,2021-01-01,,").body("rows.unchanged", equalTo(1));
        csv("", HEADER, "工业用水," + park + ",,5,5,,2021-01-01,,").body("rows.updated", equalTo(1));
        csv("", HEADER, "工业用水," + park + ",,9,9,,2021-07-01,,水资源税改革").body("rows.created", equalTo(1));
        Given.signedIn(UNIT)
                .get(GivenPrice.PATH + "?sort=validFrom&q=" + park)
                .then()
                .body("items.priceLow", contains(5, 9))
                .body("items.validTo", contains("2021-06-30", null))
                .body("items.explaining", contains(0, 0));
    }

    @Test
    void plansAppliesAndTakesBack() {
        String park = GivenPrice.park();
        String old = GivenPrice.create(GivenPrice.body(park, "WATER_INDUSTRIAL", 4, "2021-01-01"));
        String plan = csv(
                        "&dryRun=true",
                        HEADER,
                        "工业用水," + park + ",,4.4,,,2021-07-01,,",
                        "工业蒸汽," + park + ",,120,,,2021-01-01,,")
                .body("rows.created", equalTo(2))
                .extract()
                .path("id");
        Given.signedIn(UNIT).get(GivenPrice.PATH + "?q=" + park).then().body("items", hasSize(1));
        String done =
                verb(plan, "apply").body("rows.created", equalTo(2)).extract().path("id");
        GivenPrice.get(old).body("validTo", equalTo("2021-06-30"));
        verb(done, "revert").body("rows.updated", equalTo(2));
        Given.signedIn(UNIT).get(GivenPrice.PATH + "?q=" + park).then().body("items.id", contains(old));
        GivenPrice.get(old).body("validTo", equalTo(null));
    }

    @Test
    void storesNothingOfAnAtomicFileWithAnOverlap() {
        String park = GivenPrice.park();
        csv(
                        "&mode=atomic",
                        HEADER,
                        "工业用水," + park + ",,4,4,,2021-01-01,2021-12-31,",
                        "工业用水," + park + ",,4,4,,2021-12-31,,")
                .body("rows.rejected", equalTo(1))
                .body("rows.notApplied", equalTo(1));
        Given.signedIn(UNIT).get(GivenPrice.PATH + "?q=" + park).then().body("items", hasSize(0));
    }

    @Test
    void takesItsOwnExportsBackUnchanged() {
        String park = GivenPrice.park();
        String first = GivenPrice.create(GivenPrice.with(
                GivenPrice.with(
                        GivenPrice.body(park, "POWER_SURCHARGE", 0.04336875, "2021-01-01"), "composition", "基金及附加"),
                "externalId",
                UUID.randomUUID().toString()));
        String last = GivenPrice.create(
                GivenPrice.with(GivenPrice.body(park, "LAND_INDUSTRIAL_50", 6, "2021-01-01"), "priceHigh", 8.5));
        assertThat(List.of(first, last)).doesNotHaveDuplicates();
        for (String[] format :
                List.of(new String[] {"csv", "text/csv; charset=utf-8"}, new String[] {"xlsx", XLSX}, new String[] {
                    "ndjson", "application/x-ndjson; charset=utf-8"
                })) {
            byte[] file = Given.signedIn(UNIT)
                    .get(GivenPrice.PATH + "." + format[0] + "?q=" + park)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray();
            String id = post("", format[1], file)
                    .body("rows.total", equalTo(2))
                    .extract()
                    .path("id");
            assertThat(results(id))
                    .as(format[0])
                    .allSatisfy(row -> assertThat(row).containsEntry("status", "UNCHANGED"));
        }
        String export = Given.signedIn(UNIT)
                .contentType(ContentType.JSON)
                .body(Map.of("kind", "factor-prices", "format", "CSV", "filter", Map.of("q", park)))
                .post("/api/v1/exports")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        assertThat(export).isNotBlank();
    }

    @Test
    void handsOutATemplateWithTheUnitsOwnRows() {
        String park = GivenPrice.park();
        GivenPrice.create(GivenPrice.body(park, "STEAM_INDUSTRIAL", 120, "2021-01-01"));
        byte[] template = Given.signedIn(UNIT)
                .get("/api/v1/templates/factor-prices.xlsx?rows=own")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        String id = post("&dryRun=true", XLSX, template)
                .body("rows.created", equalTo(0))
                .body("rows.updated", equalTo(0))
                .body("rows.rejected", equalTo(0))
                .extract()
                .path("id");
        assertThat(results(id)).isNotEmpty();
    }

    @Test
    void refusesAnotherUnitsRows() {
        csv("", "填报单位,价格项目,价格下限,执行日期", "达拉特旗,工业用水,4,2021-01-01").body("rows.rejected", equalTo(1));
        Given.signedIn("bureau")
                .contentType("text/csv; charset=utf-8")
                .body("价格项目\n工业用水")
                .post("/api/v1/imports?kind=factor-prices")
                .then()
                .statusCode(403);
    }

    @Test
    void annotatesTheWorkbookThatCame() {
        String park = GivenPrice.park();
        String id = csv("", HEADER, "工业蒸汽," + park + ",,120,120,元/m³,2021-01-01,,")
                .extract()
                .path("id");
        Given.signedIn(UNIT)
                .get("/api/v1/imports/" + id + "/results.xlsx")
                .then()
                .statusCode(200)
                .header("Content-Type", containsString(XLSX));
    }
}
