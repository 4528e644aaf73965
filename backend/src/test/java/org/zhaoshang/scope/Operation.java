package org.zhaoshang.scope;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * An operation of the contract, as the description generated from the code has it.
 *
 * @param bodyType the media type of its body, null without one
 * @param bodyMembers the names of the body's members
 */
record Operation(
        String id,
        String method,
        String path,
        Set<String> headers,
        Set<String> queries,
        @Nullable String bodyType,
        Set<String> bodyMembers) {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** Every operation of the product. */
    static List<Operation> all() {
        JsonNode contract = contract();
        List<Operation> found = new ArrayList<>();
        contract.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(entry -> METHODS.contains(entry.getKey()))
                        .forEach(entry -> found.add(of(contract, path.getKey(), entry.getKey(), entry.getValue()))));
        return found;
    }

    private static JsonNode contract() {
        try {
            return new ObjectMapper()
                    .readTree(Path.of("target/openapi/openapi.json").toFile());
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Operation of(JsonNode contract, String path, String method, JsonNode operation) {
        JsonNode content = operation.path("requestBody").path("content");
        String type = content.isEmpty() ? null : content.fieldNames().next();
        String schema = type == null
                ? ""
                : content.get(type).path("schema").path("$ref").asText();
        return new Operation(
                operation.get("operationId").asText(),
                method,
                path,
                parameters(operation, "header"),
                parameters(operation, "query"),
                type,
                schema.isEmpty()
                        ? Set.of()
                        : names(contract.at(schema.substring(1)).path("properties")));
    }

    private static Set<String> parameters(JsonNode operation, String in) {
        return StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .filter(parameter -> parameter.path("in").asText().equals(in))
                .map(parameter -> parameter.get("name").asText())
                .collect(java.util.stream.Collectors.toSet());
    }

    private static Set<String> names(JsonNode properties) {
        return properties.properties().stream()
                .map(java.util.Map.Entry::getKey)
                .collect(java.util.stream.Collectors.toSet());
    }

    boolean reads() {
        return method.equals("get");
    }

    /** Whether its path names the row that it is about. */
    boolean names(String about) {
        return switch (about) {
            case "project",
                    "import",
                    "export",
                    "premises",
                    "parcel",
                    "price",
                    "signed",
                    "receipt",
                    "column-set",
                    "notification",
                    "monthly-article" -> path.contains("{id}");
            case "price-report", "monthly-report", "monthly-revision" -> path.contains("{unitCode}");
            case "unit" -> path.contains("{code}");
            default -> false;
        };
    }

    boolean hasRowInPath() {
        return path.contains("{id}") || path.contains("{code}") || path.contains("{unitCode}");
    }
}
