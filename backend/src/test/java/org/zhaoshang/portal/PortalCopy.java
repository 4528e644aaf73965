package org.zhaoshang.portal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A portal that keeps a copy of the public list by asking for its changes, as our documentation tells it to. */
final class PortalCopy {
    static final String CHANGES = changes("projects");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, JsonNode> projects = new HashMap<>();
    private final String list;
    private final String member;
    private final int limit;
    private @Nullable String since;
    private long seq;

    PortalCopy(int limit) {
        this("projects", "project", limit);
    }

    /** @param member under which a change has its record */
    PortalCopy(String list, String member, int limit) {
        this.list = list;
        this.member = member;
        this.limit = limit;
    }

    static String changes(String list) {
        return "/api/v1/public/" + list + "/changes";
    }

    /** Goes on from a token that something else than this copy has brought. */
    PortalCopy from(String token) {
        since = token;
        return this;
    }

    /** @return the answer to one request, carried over into the copy */
    JsonNode poll() {
        var request = given().queryParam("limit", limit);
        if (since != null) {
            request.queryParam("since", since);
        }
        JsonNode page =
                json(request.get(changes(list)).then().statusCode(200).extract().asString());
        page.get("items").forEach(this::apply);
        since = page.get("nextSince").asText();
        return page;
    }

    PortalCopy catchUp() {
        while (poll().get("hasMore").asBoolean()) {
            // each brings a page
        }
        return this;
    }

    private void apply(JsonNode change) {
        assertThat(change.get("seq").asLong()).as("numbers rise").isGreaterThan(seq);
        seq = change.get("seq").asLong();
        String id = change.get("id").asText();
        if (change.get("op").asText().equals("upsert")) {
            projects.put(id, change.get(member));
        } else {
            projects.remove(id);
        }
    }

    void put(JsonNode project) {
        projects.put(project.get("id").asText(), project);
    }

    Map<String, JsonNode> projects() {
        return projects;
    }

    String since() {
        return assertThat(since).isNotNull().actual();
    }

    /** All that is published, by id, as the list has it. */
    static Map<String, JsonNode> published() {
        return published("projects");
    }

    static Map<String, JsonNode> published(String list) {
        Map<String, JsonNode> published = new HashMap<>();
        given().get("/api/v1/public/" + list + ".ndjson").asString().lines().forEach(line -> {
            JsonNode project = json(line);
            published.put(project.get("id").asText(), project);
        });
        return published;
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(text, broken);
        }
    }
}
