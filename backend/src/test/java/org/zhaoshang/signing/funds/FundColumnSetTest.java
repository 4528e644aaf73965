package org.zhaoshang.signing.funds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;
import org.zhaoshang.signing.GivenSigned;

/** Sets of columns over HTTP, and the ledger as a file in them. */
@QuarkusTest
class FundColumnSetTest {
    private static final String SETS = "/api/v1/fund-column-sets";
    private static final String UNIT = "150624";
    private static final String OTHER = "150623";

    @Inject
    EntityManager database;

    /** Or every later report of the unit would speak of them. */
    @AfterEach
    void clear() {
        GivenReceipt.clear(database);
    }

    private static Map<String, Object> column(String heading, String field) {
        return Map.of("heading", heading, "field", field);
    }

    private static Map<String, Object> money(String heading, String field, String unit) {
        return Map.of("heading", heading, "field", field, "unit", unit);
    }

    private static Map<String, Object> set(List<Map<String, Object>> columns) {
        return new HashMap<>(Map.of("name", "方案" + GivenSigned.uniqueName(), "columns", columns));
    }

    private static ValidatableResponse create(String who, Map<String, ?> set) {
        return Given.signedIn(who)
                .contentType(ContentType.JSON)
                .body(set)
                .post(SETS)
                .then();
    }

    private static String created(String who, List<Map<String, Object>> columns) {
        return create(who, set(columns)).statusCode(201).extract().path("id");
    }

    private static ValidatableResponse put(String who, String id, String ifMatch, Map<String, ?> set) {
        return Given.signedIn(who)
                .contentType(ContentType.JSON)
                .header("If-Match", ifMatch)
                .body(set)
                .put(SETS + "/" + id)
                .then();
    }

    private static ValidatableResponse file(String who, String format, String set, GivenSigned project) {
        return Given.signedIn(who)
                .queryParam("columnSet", set)
                .queryParam("signedProject", project.code())
                .queryParam("sort", "amountYuan")
                .get("/api/v1/receipts." + format)
                .then();
    }

    private static List<String> lines(String who, String set, GivenSigned project) {
        String text = file(who, "csv", set, project).statusCode(200).extract().asString();
        assertThat(text).startsWith("\uFEFF");
        return text.substring(1).lines().toList();
    }

    @Test
    void givesEveryOfficeTheColumnsOfTheRegionsSystem() {
        ValidatableResponse sets = Given.signedIn(UNIT).get(SETS).then().statusCode(200);
        sets.body("items[0].name", equalTo("自治区系统（默认）"))
                .body("items[0].common", equalTo(true))
                .body("items[0].allowedActions.size()", equalTo(0));
        String id = sets.extract().path("items[0].id");
        GivenSigned project = GivenSigned.project(UNIT, Map.of());
        GivenReceipt.of(UNIT, project, 12_345_678, Map.of());
        List<String> lines = lines(UNIT, id, project);
        assertThat(lines.getFirst()).startsWith("填报单位,项目名称,项目代码,投资主体,统一社会信用代码,签约日期,协议总投资（万元）,到位日期,到位金额（万元）,资金来源地,出资方");
        assertThat(lines.get(1)).contains("2021-03-20,1234.5678,区外").startsWith("鄂托克旗,");
        put(UNIT, id, "*", set(List.of(column("编号", "code")))).statusCode(403);
        Given.signedIn("leader").get(SETS + "/" + id).then().statusCode(200);
        Given.signedIn("bureau").get(SETS + "/" + id).then().body("allowedActions", contains("edit", "delete"));
    }

    @Test
    void offersTheFieldsOfReceiptAndProjectInWords() {
        Given.signedIn(UNIT)
                .get("/api/v1/fund-columns")
                .then()
                .statusCode(200)
                .body("items.field", hasItems("amountYuan", "reviewedYuan", "project.agreedAmountYuan", "blank"))
                .body("items.find { it.field == 'amountYuan' }.label", equalTo("到位金额"))
                .body("items.find { it.field == 'amountYuan' }.money", equalTo(true))
                .body("items.find { it.field == 'project.investor' }.group", equalTo("PROJECT"))
                .body("items.field", not(hasItem("justifications")));
    }

    @Test
    void writesTheColumnsInOrderWithTheirHeadingsAndAmountsExactInTheirUnits() {
        GivenSigned project = GivenSigned.project(UNIT, Map.of("industryCode", "3.3"));
        GivenReceipt.of(UNIT, project, 1, Map.of("amountYuan", 0.01, "payer", "=1+1"));
        GivenReceipt.of(UNIT, project, 1, Map.of("amountYuan", 999_999_999_999_999L));
        String set = created(
                UNIT,
                List.of(
                        column("出资方、名称", "payer"),
                        money("=金额", "amountYuan", "WAN"),
                        column("（空）", "blank"),
                        money("录入,亿元", "enteredAmountYuan", "YI"),
                        column("产业", "project.industryCode"),
                        column("到位日期", "receivedOn"),
                        column("又一空栏", "blank"),
                        column("单位代码", "unitCode")));
        assertThat(lines(UNIT, set, project)).hasSize(3).satisfies(lines -> {
            assertThat(lines.get(0)).isEqualTo("出资方、名称,'=金额,（空）,\"录入,亿元\",产业,到位日期,又一空栏,单位代码");
            assertThat(lines.get(1)).startsWith("'=1+1,0.000001,,,3.3 ").endsWith(",2021-03-20,,150624");
            assertThat(lines.get(2)).contains(",99999999999.9999,,,");
        });
        String yi = created(UNIT, List.of(money("亿元", "amountYuan", "YI"), column("编号", "code")));
        assertThat(lines(UNIT, yi, project).get(1)).startsWith("0.0000000001,");
        String yuan = created(UNIT, List.of(money("元", "amountYuan", "YUAN")));
        assertThat(lines(UNIT, yuan, project)).containsExactly("元", "0.01", "999999999999999");
    }

    @Test
    void writesTheSameAsAWorkbookWithOneSheet() throws Exception {
        GivenSigned project = GivenSigned.project(UNIT, Map.of());
        GivenReceipt.of(UNIT, project, 12_345_678, Map.of("payer", "=cmd"));
        String set = created(UNIT, List.of(money("Amount <1>", "amountYuan", "WAN"), column("出资方", "payer")));
        byte[] book = file(UNIT, "xlsx", set, project).statusCode(200).extract().asByteArray();
        Path file = Files.createTempFile("ledger", ".xlsx");
        Files.write(file, book);
        List<String> sheets;
        String table;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            sheets = zip.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith("xl/worksheets/sheet"))
                    .toList();
            table = new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
        } finally {
            Files.delete(file);
        }
        assertThat(sheets).hasSize(1);
        assertThat(table)
                .contains("Amount &lt;1&gt;", "<v>1234.5678</v>", "=cmd")
                .doesNotContain("<f>");
    }

    @Test
    void refusesColumnsThatCanNotBe() {
        create(UNIT, set(List.of(column("甲", "amountDollar"))))
                .statusCode(400)
                .body("errors.pointer", contains("/columns/0/field"))
                .body("errors[0].message", containsString("amountDollar"));
        create(UNIT, set(List.of(column("甲", "payer"), column("甲", "code"))))
                .statusCode(400)
                .body("errors.pointer", contains("/columns/1"))
                .body("errors[0].message", containsString("第 2 项的“栏目标题”与第 1 项相同"));
        create(UNIT, set(List.of(column("甲", "payer"), column("乙", "payer"))))
                .statusCode(400)
                .body("errors.pointer", contains("/columns/1/field"))
                .body("errors[0].message", containsString("已在第 1 栏"));
        create(UNIT, set(List.of(column("甲", "amountYuan"))))
                .statusCode(400)
                .body("errors.pointer", contains("/columns/0/unit"))
                .body("errors[0].message", containsString("元、万元或亿元"));
        create(UNIT, set(List.of(money("甲", "payer", "WAN"))))
                .statusCode(400)
                .body("errors.pointer", contains("/columns/0/unit"));
        create(UNIT, set(List.of(money("甲", "amountYuan", "QIAN"))))
                .statusCode(400)
                .body("errors.rule", contains("CODE"));
        create(UNIT, set(List.of(column("长".repeat(61), "payer"))))
                .statusCode(400)
                .body("errors.rule", contains("LENGTH"));
        create(UNIT, set(List.of())).statusCode(400).body("errors.pointer", contains("/columns"));
        create(UNIT, Map.of("columns", List.of(column("甲", "payer"))))
                .statusCode(400)
                .body("errors.pointer", contains("/name"));
    }

    @Test
    void anOfficeKeepsItsOwnAndSeesNoOthers() {
        Map<String, Object> mine = set(List.of(column("编号", "code")));
        String id = create(UNIT, mine)
                .statusCode(201)
                .header("Location", containsString(SETS))
                .body("unitCode", equalTo(UNIT))
                .extract()
                .path("id");
        create(UNIT, mine).statusCode(409).body("errors.pointer", contains("/name"));
        // Another office may use the name.
        create(OTHER, mine).statusCode(201);
        GivenSigned project = GivenSigned.project(OTHER, Map.of());
        for (String who : List.of(OTHER, "bureau", "leader")) {
            Given.signedIn(who).get(SETS + "/" + id).then().statusCode(404);
            Given.signedIn(who).get(SETS).then().body("items.id", not(hasItem(id)));
            file(who, "csv", id, project).statusCode(404);
        }
        put(OTHER, id, "*", mine).statusCode(404);
        Given.signedIn("auditor").get(SETS + "/" + id).then().statusCode(200);
        Given.signedIn(OTHER)
                .header("If-Match", "*")
                .delete(SETS + "/" + id)
                .then()
                .statusCode(404);
        file(OTHER, "csv", UUID.randomUUID().toString(), project).statusCode(404);
        file(OTHER, "csv", "first", project).statusCode(400).body("errors.pointer", contains("/columnSet"));
    }

    @Test
    void theBureauAloneGivesOneToAllUnits() {
        Map<String, Object> common = set(List.of(column("编号", "code")));
        common.put("common", true);
        create(UNIT, common).statusCode(403);
        String id = create("bureau", common).statusCode(201).extract().path("id");
        Given.signedIn(UNIT).get(SETS + "/" + id).then().statusCode(200).body("common", equalTo(true));
        String own = created("bureau", List.of(column("编号", "code")));
        Given.signedIn(UNIT).get(SETS + "/" + own).then().statusCode(404);
        Given.signedIn("bureau").get(SETS).then().body("items.id", hasItems(id, own));
        Given.signedIn(UNIT)
                .header("If-Match", "*")
                .delete(SETS + "/" + id)
                .then()
                .statusCode(403);
        Given.signedIn("bureau")
                .header("If-Match", "*")
                .delete(SETS + "/" + id)
                .then()
                .statusCode(204);
    }

    @Test
    void isWrittenAnewByWhoHasSeenItAndLeavesATrail() {
        Map<String, Object> set = set(List.of(column("编号", "code")));
        var first = create(UNIT, set).statusCode(201).extract();
        String id = first.path("id");
        String seen = first.header("ETag");
        set.put("columns", List.of(column("台账编号", "code"), column("出资方", "payer")));
        put(UNIT, id, "", set).statusCode(428);
        put(UNIT, id, seen, set).statusCode(200).body("columns.heading", contains("台账编号", "出资方"));
        put(UNIT, id, seen, set).statusCode(412).body("current.columns[0].heading", equalTo("台账编号"));
        Given.signedIn(UNIT)
                .header("If-Match", seen)
                .delete(SETS + "/" + id)
                .then()
                .statusCode(412);
        Given.signedIn(UNIT)
                .header("If-Match", "*")
                .delete(SETS + "/" + id)
                .then()
                .statusCode(204);
        Given.signedIn("auditor")
                .queryParam("subjectKind", "fund-column-set")
                .queryParam("subjectId", id)
                .get("/api/v1/audit-log")
                .then()
                .statusCode(200)
                .body("items.action", contains("delete", "update", "create"));
    }

    @Test
    void showsTheFirstRowsOfWhatIsBeingWritten() {
        GivenSigned project = GivenSigned.project(UNIT, Map.of());
        GivenReceipt.of(UNIT, project, 20_000, Map.of("payer", "=甲"));
        Given.signedIn(UNIT)
                .contentType(ContentType.JSON)
                .queryParam("signedProject", project.code())
                .body(Map.of("columns", List.of(money("万元", "amountYuan", "WAN"), column("出资方", "payer"))))
                .post(SETS + "/check")
                .then()
                .statusCode(200)
                .body("rows", notNullValue())
                .body("rows[0]", contains("2", "=甲"));
        Given.signedIn(UNIT)
                .contentType(ContentType.JSON)
                .body(Map.of("columns", List.of(column("万元", "amountYuan"))))
                .post(SETS + "/check")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/columns/0/unit"));
    }
}
