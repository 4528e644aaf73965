package org.zhaoshang.prices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/** Reads GeoJSON (RFC 7946) that holds one area for each unit, and keeps of it what a map needs: the unit and the area. */
final class OutlineFile {
    /** More findings help nobody. */
    private static final int MOST_FINDINGS = 20;
    /** Of a ring, the last equal to the first. */
    private static final int LEAST_POSITIONS = 4;
    /** A metre is enough for a picture of a city. */
    private static final int DECIMALS = 5;

    private static final Text LABEL = new Text("区域界线（outlines）", "outlines");
    private static final Text COLLECTION = new Text(
            "应为 GeoJSON 的 FeatureCollection，至少一个区域", "must be a GeoJSON FeatureCollection with one area or more");
    private static final Text FEATURE = new Text("应为 Feature", "must be a Feature");
    private static final Text AREA =
            new Text("只接受 Polygon 和 MultiPolygon", "must be a Polygon or a MultiPolygon, nothing else is shown");
    private static final Text RING =
            new Text("每个环至少四个点，首尾相同", "each ring needs four positions or more, the last equal to the first");
    private static final Text DEGREES = new Text(
            "坐标应为经度、纬度（度），在中国范围内：东经 73–136°，北纬 3–54°",
            "positions are longitude and latitude in degrees within China: 73–136° E, 3–54° N");
    private static final Text UNIT =
            new Text("properties.unitCode 应为本市单位的代码", "properties.unitCode must be the code of a unit of the city");
    private static final Text TWICE = new Text("这个单位出现了两次", "this unit is there twice");

    private static final BigDecimal WEST = BigDecimal.valueOf(73);
    private static final BigDecimal EAST = BigDecimal.valueOf(136);
    private static final BigDecimal SOUTH = BigDecimal.valueOf(3);
    private static final BigDecimal NORTH = BigDecimal.valueOf(54);

    private final List<Finding> findings = new ArrayList<>();

    private OutlineFile() {}

    /** @param geometries by the code of the unit, in the order of the file */
    record Outlines(Map<String, ObjectNode> geometries) {
        List<String> unitCodes() {
            return List.copyOf(geometries.keySet());
        }

        /** With the number that has to be printed on whatever shows it. */
        String document(String approvalNumber) {
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            document.put("type", "FeatureCollection").put("approvalNumber", approvalNumber);
            ArrayNode features = document.putArray("features");
            geometries.forEach((unit, geometry) -> {
                ObjectNode feature = features.addObject().put("type", "Feature");
                feature.putObject("properties").put("unitCode", unit);
                feature.set("geometry", geometry);
            });
            return document.toString();
        }
    }

    /**
     * @param known whether a code is a unit's
     * @throws Problem 400 with each place that is wrong, at {@code /outlines/…}
     */
    static Outlines read(@Nullable JsonNode given, Predicate<String> known) {
        OutlineFile file = new OutlineFile();
        Map<String, ObjectNode> geometries = new LinkedHashMap<>();
        JsonNode features = given == null ? JsonNodeFactory.instance.missingNode() : given.path("features");
        if (given == null || !is(given, "FeatureCollection") || !features.isArray() || features.isEmpty()) {
            file.refuse("", COLLECTION);
        }
        for (int at = 0; at < features.size(); at++) {
            JsonNode feature = features.get(at);
            String place = "/features/" + at;
            String unit = feature.path("properties").path("unitCode").asText();
            if (!is(feature, "Feature")) {
                file.refuse(place, FEATURE);
            } else if (!known.test(unit)) {
                file.refuse(place + "/properties/unitCode", UNIT);
            } else if (geometries.put(unit, file.geometry(place + "/geometry", feature.path("geometry"))) != null) {
                file.refuse(place + "/properties/unitCode", TWICE);
            }
        }
        if (!file.findings.isEmpty()) {
            throw Problem.badRequest(file.findings.stream().limit(MOST_FINDINGS).toList());
        }
        return new Outlines(geometries);
    }

    private static boolean is(JsonNode node, String type) {
        return node.path("type").asText().equals(type);
    }

    private ObjectNode geometry(String place, JsonNode given) {
        ObjectNode geometry = JsonNodeFactory.instance.objectNode();
        boolean many = is(given, "MultiPolygon");
        JsonNode coordinates = given.path("coordinates");
        if (!many && !is(given, "Polygon") || !coordinates.isArray() || coordinates.isEmpty()) {
            refuse(place, AREA);
            return geometry;
        }
        geometry.put("type", many ? "MultiPolygon" : "Polygon");
        ArrayNode kept = geometry.putArray("coordinates");
        if (many) {
            coordinates.forEach(polygon -> rings(place, polygon, kept.addArray()));
        } else {
            rings(place, coordinates, kept);
        }
        return geometry;
    }

    private void rings(String place, JsonNode polygon, ArrayNode kept) {
        if (!polygon.isArray() || polygon.isEmpty()) {
            refuse(place, AREA);
        }
        polygon.forEach(ring -> {
            if (!ring.isArray() || ring.size() < LEAST_POSITIONS || !ring.get(0).equals(ring.get(ring.size() - 1))) {
                refuse(place, RING);
                return;
            }
            ArrayNode line = kept.addArray();
            ring.forEach(position -> position(place, position, line));
        });
    }

    private void position(String place, JsonNode position, ArrayNode line) {
        BigDecimal east = degrees(position.path(0), WEST, EAST);
        BigDecimal north = degrees(position.path(1), SOUTH, NORTH);
        if (east == null || north == null) {
            refuse(place, DEGREES);
            return;
        }
        line.addArray().add(east).add(north);
    }

    private static @Nullable BigDecimal degrees(JsonNode given, BigDecimal least, BigDecimal most) {
        if (!given.isNumber()) {
            return null;
        }
        BigDecimal degrees = given.decimalValue();
        return degrees.compareTo(least) < 0 || degrees.compareTo(most) > 0
                ? null
                : degrees.setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    /** One word a place: a wrong system of coordinates would say it of every position. */
    private void refuse(String place, Text problem) {
        Finding finding = Finding.of("FORMAT", "/outlines" + place, Map.of("label", LABEL, "problem", problem));
        if (findings.isEmpty() || !findings.getLast().equals(finding)) {
            findings.add(finding);
        }
    }
}
