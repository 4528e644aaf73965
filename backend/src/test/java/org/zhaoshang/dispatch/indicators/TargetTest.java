package org.zhaoshang.dispatch.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;

/** Yearly targets over HTTP: set by the bureau, one by one or a year at once. */
@QuarkusTest
class TargetTest {
    private static final String CITY = "150600";

    @Inject
    EntityManager database;

    private static Map<String, Object> target(int year, String unit, String indicator, Object value) {
        return new HashMap<>(
                Map.of("year", year, "unitCode", unit, "indicator", indicator, "value", value, "docNo", "示例〔2021〕3号"));
    }

    private static ValidatableResponse create(String who, Map<String, ?> body) {
        return Given.signedIn(who)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/targets")
                .then();
    }

    static ValidatableResponse grid(String who, int year) {
        return Given.signedIn(who).get("/api/v1/target-grids/" + year).then();
    }

    static ValidatableResponse replace(int year, List<Map<String, ?>> targets) {
        return Given.signedIn("bureau")
                .contentType(ContentType.JSON)
                .header("If-Match", grid("bureau", year).extract().header("ETag"))
                .body(Map.of("targets", targets))
                .put("/api/v1/target-grids/" + year)
                .then();
    }

    static Map<String, Object> cell(String unit, String indicator, Object value) {
        return Map.of("unitCode", unit, "indicator", indicator, "value", value);
    }

    @Test
    void areSetChangedAndTakenBackByTheBureau() {
        String id = create("bureau", target(2041, "150622", "OUTSIDE_FUNDS", 2_500_000_000L))
                .statusCode(201)
                .body("unitName", equalTo("准格尔旗"))
                .body("quantity", equalTo("YUAN"))
                .body("example", is(false))
                .extract()
                .path("id");
        create("bureau", target(2041, "150622", "OUTSIDE_FUNDS", 1)).statusCode(409);
        create("bureau", target(2041, "150622", "SIGNED_OF_YEAR", 1.5))
                .statusCode(400)
                .body("errors.pointer", contains("/value"));
        create("bureau", target(2041, "150622", "START", 1))
                .statusCode(400)
                .body("errors.pointer", contains("/indicator"));
        create("bureau", target(1041, "150629", "OUTSIDE_FUNDS", -1))
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/unitCode", "/value"));
        create("150622", target(2041, "150622", "FUNDS", 1)).statusCode(403);
        String path = "/api/v1/targets/" + id;
        Given.signedIn("bureau")
                .contentType("application/merge-patch+json; charset=utf-8")
                .header("If-Match", "\"0\"")
                .body(Map.of("value", 3_000_000_000L))
                .patch(path)
                .then()
                .statusCode(200)
                .body("value", equalTo(3_000_000_000L));
        Given.signedIn("bureau")
                .contentType("application/merge-patch+json; charset=utf-8")
                .header("If-Match", "\"0\"")
                .body(Map.of("value", 1))
                .patch(path)
                .then()
                .statusCode(412);
        Given.signedIn("150622")
                .get(path + "/history")
                .then()
                .statusCode(200)
                .body("items.action", contains("update", "create"))
                .body("items[0].changes.label", contains("目标值"));
        Given.signedIn("bureau").delete(path).then().statusCode(428);
        Given.signedIn("bureau").header("If-Match", "\"1\"").delete(path).then().statusCode(204);
        Given.signedIn("bureau").get(path).then().statusCode(404);
    }

    @Test
    void areUniqueWhoeverWrites() {
        create("bureau", target(2042, "150622", "FUNDS", 1)).statusCode(201);
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> database.createNativeQuery("""
                        insert into targets (id, version, year, unit_code, indicator, value, updated_at, updated_by)
                        select gen_random_uuid(), 0, year, unit_code, indicator, 5, now(), 'x' from targets where year = 2042""").executeUpdate()))
                .hasStackTraceContaining("targets_one_a_year_unit_and_indicator");
    }

    /** V34, by hand: 800 and 530 are 130 more than 1200, and that is shown. */
    @Test
    void ofUnitsMaySumToMoreThanTheCity() {
        replace(
                        2043,
                        List.of(
                                cell(CITY, "OUTSIDE_FUNDS", 1200),
                                cell("150622", "OUTSIDE_FUNDS", 800),
                                cell("150625", "OUTSIDE_FUNDS", 530),
                                cell(CITY, "SIGNED_OF_YEAR", 9)))
                .statusCode(200)
                .body("items", hasSize(4))
                .body("indicators.find { it.indicator == 'OUTSIDE_FUNDS' }.city", equalTo(1200))
                .body("indicators.find { it.indicator == 'OUTSIDE_FUNDS' }.units", equalTo(1330))
                .body("indicators.find { it.indicator == 'OUTSIDE_FUNDS' }.difference", equalTo(130))
                .body("indicators.find { it.indicator == 'SIGNED_OF_YEAR' }.units", nullValue());
        // A unit reads its own and the city's, and no sum that tells of others.
        grid("150622", 2043)
                .statusCode(200)
                .body("items.unitCode.unique()", containsInAnyOrder(CITY, "150622"))
                .body("units.unitCode", contains(CITY, "150622"))
                .body("indicators.find { it.indicator == 'OUTSIDE_FUNDS' }.city", equalTo(1200))
                .body("indicators.find { it.indicator == 'OUTSIDE_FUNDS' }.units", nullValue())
                .body("allowedActions", empty());
        for (String all : List.of("leader", "auditor")) {
            Given.signedIn(all)
                    .get("/api/v1/targets?year=2043&count=true")
                    .then()
                    .statusCode(200)
                    .body("total", equalTo(4));
        }
        Given.signedIn("150622")
                .get("/api/v1/targets?year=2043&count=true")
                .then()
                .body("total", equalTo(3))
                .body("items.unitCode", not(hasItem("150625")));
    }

    @Test
    void ofAYearAreReplacedAsAWholeOrNotAtAll() {
        replace(2044, List.of(cell("150622", "FUNDS", 10), cell("150625", "FUNDS", 20)))
                .statusCode(200);
        String kept = Given.signedIn("bureau")
                .get("/api/v1/targets?year=2044&unitCode=150622")
                .then()
                .extract()
                .path("items[0].id");
        replace(2044, List.of(cell("150622", "FUNDS", 10), cell("150622", "FUNDS", 11)))
                .statusCode(400)
                .body("errors.pointer", contains("/targets/1/indicator"));
        replace(2044, List.of(cell("150622", "SIGNED_OF_YEAR", 1.5), cell("150622", "FUNDS", "viel")))
                .statusCode(400);
        String stale = grid("bureau", 2044).extract().header("ETag");
        replace(2044, List.of(cell("150622", "FUNDS", 10), cell(CITY, "FUNDS", 25)))
                .statusCode(200)
                .body("items.unitCode", containsInAnyOrder(CITY, "150622"))
                .body("items.find { it.unitCode == '150622' }.id", equalTo(kept))
                .body("items.find { it.unitCode == '150622' }.version", equalTo(0));
        Given.signedIn("bureau")
                .contentType(ContentType.JSON)
                .header("If-Match", stale)
                .body(Map.of("targets", List.of()))
                .put("/api/v1/target-grids/2044")
                .then()
                .statusCode(412);
        Given.signedIn("150622")
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(Map.of("targets", List.of()))
                .put("/api/v1/target-grids/2044")
                .then()
                .statusCode(403);
        grid("bureau", 2044).body("items", hasSize(2));
        Given.signedIn("bureau").get("/api/v1/target-grids/99").then().statusCode(404);
    }

    @Test
    void areTakenAwayAsAFile() {
        replace(2045, List.of(cell("150622", "OUTSIDE_FUNDS", 25_000_000), cell("150622", "SIGNED_OF_YEAR", 8)))
                .statusCode(200);
        String csv = Given.signedIn("bureau")
                .get("/api/v1/targets.csv?year=2045")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(csv.strip().lines()).hasSize(3);
        assertThat(csv).contains("2500,万元").contains("8,个").contains("准格尔旗");
        Given.signedIn("bureau")
                .get("/api/v1/targets.ndjson?year=2045&indicator=SIGNED_OF_YEAR")
                .then()
                .statusCode(200)
                .body(containsString("\"value\":8"));
        Given.signedIn("bureau").get("/api/v1/targets.xlsx?year=2045").then().statusCode(200);
        Given.signedIn("bureau").get("/api/v1/targets?year=x&sort=no").then().statusCode(400);
    }
}
