package org.zhaoshang.prices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;

/** The outlines of the units: installed by the bureau with the number of their approval, shown to anyone. */
@QuarkusTest
class OutlineTest {
    private static final String PATH = "/api/v1/map-outlines";
    private static final String PUBLIC = "/api/v1/public/map-outlines";
    private static final String NUMBER = "蒙S（2021）012号";

    @AfterEach
    void takeAway() {
        String version = Given.signedIn("bureau").get(PATH).header("ETag");
        Given.signedIn("bureau").header("If-Match", version).delete(PATH);
    }

    private static List<List<Double>> ring(double west) {
        return List.of(
                List.of(west, 39.1),
                List.of(west + 0.5, 39.1),
                List.of(west + 0.5, 39.6),
                List.of(west, 39.6),
                List.of(west, 39.1));
    }

    private static Map<String, Object> feature(String unit, String type, Object coordinates) {
        return Map.of(
                "type", "Feature",
                "properties", Map.of("unitCode", unit, "name", "不保留"),
                "geometry", Map.of("type", type, "coordinates", coordinates));
    }

    private static Map<String, Object> collection(Object... features) {
        return Map.of("type", "FeatureCollection", "features", List.of(features));
    }

    private static Map<String, Object> good() {
        return collection(
                feature("150622", "Polygon", List.of(ring(110.1234567))),
                feature("150602", "MultiPolygon", List.of(List.of(ring(109)), List.of(ring(109.6)))));
    }

    private static ValidatableResponse put(String who, String ifMatch, Object number, Object outlines) {
        Map<String, Object> body = new HashMap<>();
        body.put("approvalNumber", number);
        body.put("outlines", outlines);
        return Given.signedIn(who)
                .contentType(ContentType.JSON)
                .header("If-Match", ifMatch)
                .body(body)
                .put(PATH)
                .then();
    }

    private static ValidatableResponse put(Object number, Object outlines) {
        return put("bureau", "*", number, outlines);
    }

    @Test
    void areShownToAnyoneWithTheNumberOfTheirApproval() {
        Given.nobody()
                .get(PUBLIC)
                .then()
                .statusCode(200)
                .contentType("application/geo+json")
                .body("features", hasSize(0))
                .body("approvalNumber", nullValue());
        Given.signedIn("bureau")
                .get(PATH)
                .then()
                .body("installed", equalTo(false))
                .body("allowedActions", contains("replace"));
        String before = Given.signedIn("bureau").get(PATH).header("ETag");
        put("bureau", before, NUMBER, good())
                .statusCode(200)
                .body("installed", equalTo(true))
                .body("approvalNumber", equalTo(NUMBER))
                .body("unitCodes", contains("150622", "150602"))
                .body("missing", hasItem("150621"))
                .body("allowedActions", contains("replace", "remove"));
        put("bureau", before, NUMBER, good()).statusCode(412).body("current.installed", equalTo(true));

        var shown = Given.nobody()
                .get(PUBLIC)
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("public"))
                .body("approvalNumber", equalTo(NUMBER))
                .body("features.properties.unitCode", contains("150622", "150602"))
                .body("features[0].properties.name", nullValue())
                .body("features[0].geometry.coordinates[0][0]", contains(110.12346f, 39.1f));
        String tag = shown.extract().header("ETag");
        Given.nobody().header("If-None-Match", tag).get(PUBLIC).then().statusCode(304);

        String now = Given.signedIn("bureau").get(PATH).header("ETag");
        Given.signedIn("bureau").header("If-Match", now).delete(PATH).then().statusCode(204);
        Given.nobody()
                .header("If-None-Match", tag)
                .get(PUBLIC)
                .then()
                .statusCode(200)
                .body("features", hasSize(0));
        Given.signedIn("bureau").header("If-Match", "*").delete(PATH).then().statusCode(404);
        put("bureau", before, NUMBER, good()).statusCode(412);
        Given.signedIn("auditor")
                .get("/api/v1/audit-log?subjectKind=map-outlines&limit=2")
                .then()
                .statusCode(200)
                .body("items.action", contains("remove", "install"));
    }

    @Test
    void areRefusedWithoutAnApproval() {
        put(null, good()).statusCode(400).body("errors.pointer", contains("/approvalNumber"));
        put("  ", good()).statusCode(400).body("errors.rule", contains("REQUIRED"));
        for (Object wrong : List.of("有", "2021", "蒙S（2021）号", 12, "蒙S（2021）012号".repeat(20))) {
            put(wrong, good()).statusCode(400).body("errors.pointer", contains("/approvalNumber"));
        }
        for (String right : List.of("GS(2019)1719号", "蒙S(2021)028号", "鄂尔多斯审字〔2021〕第3号")) {
            put(right, good()).statusCode(200);
        }
    }

    @Test
    void areRefusedWhereTheyCanNotBeShown() {
        Object open = List.of(ring(110).subList(0, 4));
        Object swapped = List.of(
                List.of(List.of(39.1, 110.0), List.of(39.6, 110.0), List.of(39.6, 110.5), List.of(39.1, 110.0)));
        Map<Object, String> wrong = new HashMap<>();
        wrong.put("x", "/outlines");
        wrong.put(Map.of("type", "FeatureCollection", "features", List.of()), "/outlines");
        wrong.put(collection("x"), "/outlines/features/0");
        wrong.put(
                collection(feature("999999", "Polygon", List.of(ring(110)))),
                "/outlines/features/0/properties/unitCode");
        wrong.put(collection(feature("150622", "Point", List.of(110, 39))), "/outlines/features/0/geometry");
        wrong.put(collection(feature("150622", "Polygon", open)), "/outlines/features/0/geometry");
        wrong.put(collection(feature("150622", "Polygon", swapped)), "/outlines/features/0/geometry");
        wrong.put(collection(feature("150622", "Polygon", List.of("x", 1))), "/outlines/features/0/geometry");
        wrong.put(
                collection(
                        feature("150622", "Polygon", List.of(ring(110))),
                        feature("150622", "Polygon", List.of(ring(111)))),
                "/outlines/features/1/properties/unitCode");
        wrong.forEach(
                (outlines, pointer) -> put(NUMBER, outlines).statusCode(400).body("errors.pointer", contains(pointer)));
        put(NUMBER, null).statusCode(400).body("errors.pointer", contains("/outlines"));
        for (String body : List.of("", "[]", "{", "null", "x".repeat((2 << 20) + 1))) {
            Given.signedIn("bureau")
                    .contentType(ContentType.JSON)
                    .header("If-Match", "*")
                    .body(body)
                    .put(PATH)
                    .then()
                    .statusCode(400);
        }
        assertThat(Given.nobody().get(PUBLIC).<List<?>>path("features")).isEmpty();
    }

    @Test
    void areTheBureausToInstall() {
        for (String who : List.of("150622", "150622-lead", "leader", "admin", "auditor", "expert")) {
            put(who, "*", NUMBER, good()).statusCode(403);
        }
        Given.signedIn("150622").get(PATH).then().statusCode(200).body("allowedActions", hasSize(0));
        Given.signedIn("bureau")
                .contentType(ContentType.JSON)
                .body(Map.of("approvalNumber", NUMBER, "outlines", good()))
                .put(PATH)
                .then()
                .statusCode(428);
    }
}
