package org.zhaoshang.prices.premises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;
import org.zhaoshang.shared.seed.DataFile;

/** Premises and parcels as files: real tables with their irregularities, and the same file both ways. */
@QuarkusTest
class ListingImportTest {
    private static final String UNIT = "150622";

    private static ValidatableResponse upload(String kind, String query, String type, byte[] body) {
        return Given.signedIn(UNIT)
                .header("Content-Type", type)
                .header("Prefer", "wait=30")
                .body(body)
                .post("/api/v1/imports?kind=" + kind + query)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse csv(String kind, String query, String... lines) {
        return upload(
                kind,
                query,
                "text/csv; charset=utf-8",
                String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private static List<Map<String, Object>> results(ValidatableResponse upload) {
        String id = upload.extract().path("id");
        return Given.signedIn(UNIT)
                .get("/api/v1/imports/" + id + "/results.ndjson")
                .asString()
                .lines()
                .map(line -> JsonPath.from(line).<String, Object>getMap(""))
                .toList();
    }

    private static JsonPath stored(Map<String, Object> verdict) {
        return Given.signedIn(UNIT)
                .get("/api/v1/land-parcels/" + verdict.get("id"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The samples of the demonstration, all given to one unit under the headers that notices use. */
    @Test
    void namesTheParcelWhoseMuAndSquareMetresDisagreeAndReadsTheRestRightly() {
        String run = GivenListing.uniqueName();
        List<String> lines = new ArrayList<>();
        lines.add("宗地编号,行政区划,位置,面积（平方米）,面积（亩）,用地性质,用地性质说明,出让年限,容积率,建筑密度（%）,绿地率（%）,建筑限高（米）," + "起始价（万元）,公告号");
        DataFile.rows("demonstration-land-parcels.csv").forEach(row -> {
            String price = row.getField("startPriceYuan");
            lines.add(String.join(
                    ",",
                    run + row.getField("parcelNo"),
                    "准格尔旗",
                    row.getField("location"),
                    row.getField("areaSqm"),
                    row.getField("areaMu"),
                    label(row.getField("landUse")),
                    row.getField("landUseNote"),
                    row.getField("termYears"),
                    row.getField("plotRatio"),
                    row.getField("buildingDensityPct"),
                    row.getField("greenPct"),
                    row.getField("heightLimitM"),
                    price.isEmpty()
                            ? ""
                            : new java.math.BigDecimal(price).movePointLeft(4).toPlainString(),
                    row.getField("noticeNo")));
        });
        ValidatableResponse done = csv("land-parcels", "", lines.toArray(String[]::new))
                .body("state", equalTo("COMPLETED"))
                .body("rows.created", equalTo(9))
                .body("rows.rejected", equalTo(0));
        List<Map<String, Object>> verdicts = results(done);
        assertThat(verdicts)
                .allSatisfy(verdict -> assertThat((String) verdict.get("name")).startsWith(run));
        for (int at = 0; at < 9; at++) {
            JsonPath finding = new JsonPath(json(verdicts.get(at)));
            assertThat(finding.<String>getList("findings.rule"))
                    .as(lines.get(at + 1))
                    .isEqualTo(at == 7 ? List.of("V05") : List.of());
        }
        JsonPath disagreeing = new JsonPath(json(verdicts.get(7)));
        assertThat(disagreeing.getInt("row")).isEqualTo(9);
        assertThat(disagreeing.getString("findings[0].pointer")).isEqualTo("/areaMu");
        assertThat(disagreeing.getString("findings[0].message")).contains("120.795亩");
        JsonPath composed = stored(verdicts.get(4));
        assertThat(composed.getString("termYears")).isEqualTo("住宅70/商业40");
        assertThat(composed.getString("plotRatio")).isEqualTo("住宅1.0-3.0，商业<3.0");
        assertThat(composed.getFloat("startPriceWanPerMu")).isEqualTo(113.53f);
        assertThat(stored(verdicts.get(0)).getFloat("startPriceWanPerMu")).isEqualTo(12.00f);
    }

    private static String label(String use) {
        return ListingForms.form(ListingKind.LAND_PARCEL).field("landUse").options().stream()
                .filter(option -> option.value().equals(use))
                .map(option -> option.label().zh())
                .findFirst()
                .orElse("");
    }

    private static String json(Map<String, Object> map) {
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(map);
        } catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** V06: the header may say it for a whole column, a cell for itself; said nowhere it is asked for. */
    @Test
    void readsTheUnitOfAnIntensityWhereverItIsStated() {
        String run = GivenListing.uniqueName();
        String rest = ",准格尔旗,大路,1500,二类工业用地,";
        List<Map<String, Object>> byHeader = results(csv(
                "land-parcels",
                "",
                "宗地编号,行政区划,位置,面积（平方米）,用地性质,投资强度（万元/公顷）",
                run + "a" + rest + "4500",
                run + "b" + rest + "≥980"));
        assertThat(stored(byHeader.get(0)).getFloat("investmentIntensityWanPerMu"))
                .isEqualTo(300f);
        assertThat(stored(byHeader.get(1)).getFloat("investmentIntensityWanPerMu"))
                .isEqualTo(65.33f);
        assertThat(stored(byHeader.get(1)).getString("investmentIntensityUnit")).isEqualTo("WAN_PER_HECTARE");
        List<Map<String, Object>> bare = results(csv(
                "land-parcels",
                "",
                "宗地编号,行政区划,位置,面积（平方米）,用地性质,投资强度",
                run + "c" + rest + "980",
                run + "d" + rest + "134万元/亩"));
        assertThat(json(bare.get(0))).contains("V06");
        assertThat(stored(bare.get(1)).getString("investmentIntensityUnit")).isEqualTo("WAN_PER_MU");
        assertThat(json(bare.get(1))).doesNotContain("V06");
    }

    @Test
    void findsItsRecordsByCodeKeyAndNameAndTakesItBack() {
        String name = GivenListing.uniqueName();
        String header = "客户编号,载体名称,行政区划,类型,地址,权属单位,权属单位电话,建筑面积（平方米）,可用面积（平方米）,方式,租金（元/平方米/月）,闲置起始,闲置原因";
        String row = "," + name + ",准格尔旗,标准厂房,大路,示例公司,0477-0150622,8000,5000,出租,8.5,2020-06-30,搬迁";
        csv("premises", "", header, row).body("rows.created", equalTo(1));
        csv("premises", "", header, row).body("rows.unchanged", equalTo(1));
        csv("premises", "", header, row.replace("8000,5000", "0.8万,5000")).body("rows.rejected", equalTo(1));
        ValidatableResponse more = csv(
                        "premises", "", header.replace("可用面积（平方米）", "可用面积（万平方米）"), row.replace("8000,5000", "8000,0.9"))
                .body("rows.updated", equalTo(1));
        assertThat(json(results(more).getFirst())).contains("V42");
        String record = (String) results(more).getFirst().get("id");
        String second = more.extract().path("id");
        revert(second);
        Given.signedIn(UNIT).get("/api/v1/premises/" + record).then().body("freeAreaSqm", equalTo(5000));
        Given.signedIn(UNIT)
                .get("/api/v1/premises/" + record + "/history")
                .then()
                .body("items.action", hasItems("create", "update", "revert"));
    }

    private static void revert(String id) {
        Given.signedIn(UNIT)
                .header("Prefer", "wait=30")
                .post("/api/v1/imports/" + id + "/revert")
                .then()
                .statusCode(200);
    }

    @Test
    void rejectsARowOfAnotherUnitAndOneThatIsTaken() {
        GivenListing reused = GivenListing.premises(UNIT);
        reused.take("reuse", Map.of("project", "某项目", "on", "2021-04-10")).statusCode(200);
        String code = reused.get().extract().path("code");
        ValidatableResponse done = csv(
                        "premises",
                        "",
                        "编号,载体名称,填报单位",
                        "," + GivenListing.uniqueName() + ",鄂托克前旗",
                        code + ",改名" + GivenListing.uniqueName() + ",准格尔旗")
                .body("rows.rejected", equalTo(2));
        assertThat(json(results(done).get(0))).contains("SCOPE");
        assertThat(json(results(done).get(1))).contains("STATE");
    }

    /** One file both ways. */
    @Test
    void changesNothingWhenItsOwnFilesComeBack() {
        GivenListing parcel = GivenListing.parcel("150622", Map.of("termYears", "住宅70/商业40"));
        String number = parcel.get().extract().path("parcelNo");
        for (String format : List.of("csv", "xlsx", "ndjson")) {
            byte[] file = Given.signedIn(UNIT)
                    .get("/api/v1/land-parcels." + format + "?q=" + number)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray();
            String type = switch (format) {
                case "csv" -> "text/csv; charset=utf-8";
                case "ndjson" -> "application/x-ndjson; charset=utf-8";
                default -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            };
            ValidatableResponse back = upload("land-parcels", "", type, file);
            assertThat(results(back))
                    .as(format + json(Map.of("r", results(back))))
                    .hasSize(1);
            back.body("rows.unchanged", equalTo(1));
        }
    }

    @Test
    void givesTheWorkbookToFillIn() {
        for (String kind : List.of("premises", "land-parcels")) {
            byte[] book = Given.signedIn(UNIT)
                    .get("/api/v1/templates/" + kind + ".xlsx?rows=own")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray();
            upload(kind, "&dryRun=true", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", book)
                    .body("rows.rejected", equalTo(0))
                    .body("rows.updated", equalTo(0));
        }
    }

    @Test
    void makesTheFileOfTheListAsAJob() {
        Given.signedIn(UNIT)
                .contentType("application/json")
                .body(Map.of("kind", "premises", "format", "CSV", "filter", Map.of("offer", "RENT")))
                .post("/api/v1/exports")
                .then()
                .statusCode(202);
        Given.signedIn(UNIT)
                .contentType("application/json")
                .body(Map.of("kind", "land-parcels", "format", "CSV", "filter", Map.of("offer", "RENT")))
                .post("/api/v1/exports")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/offer"));
    }
}
