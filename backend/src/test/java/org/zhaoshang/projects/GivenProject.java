package org.zhaoshang.projects;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.zhaoshang.Given;
import org.zhaoshang.calls.Principles;

/** A project in a known state, and its transitions over HTTP: {@code GivenProject.in("SUBMITTED", "150622")}. */
public final class GivenProject {
    public static final Map<String, Object> REASON =
            Map.of("reason", "测试", "fields", List.of(Map.of("pointer", "/content", "reason", "测试")));
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String RUN = UUID.randomUUID().toString().substring(0, 8);

    private final String id;
    private final String unit;

    private GivenProject(String id, String unit) {
        this.id = id;
        this.unit = unit;
    }

    public static String uniqueName() {
        return "示例项目" + RUN + "号" + NUMBER.incrementAndGet();
    }

    /** A draft with nothing left to settle. */
    public static GivenProject complete(String unit) {
        return complete(unit, uniqueName());
    }

    public static GivenProject complete(String unit, String name) {
        GivenProject project = draft(unit, name);
        project.appraise();
        return project;
    }

    /** A draft that lacks its appraisal. */
    public static GivenProject draft(String unit) {
        return draft(unit, uniqueName());
    }

    /** Nothing left to settle, with fields of one's own. */
    public static GivenProject complete(String unit, Map<String, ?> with) {
        GivenProject project = draftWith(unit, with);
        project.appraise();
        return project;
    }

    public static GivenProject submitted(String unit, Map<String, ?> with) {
        GivenProject project = complete(unit, with);
        project.as(account(unit), "submit").statusCode(200);
        return project;
    }

    public static GivenProject published(String unit, Map<String, ?> with) {
        GivenProject project = submitted(unit, with);
        project.as("bureau", "accept").statusCode(200);
        project.as("bureau-2", "publish").statusCode(200);
        return project;
    }

    private static GivenProject draft(String unit, String name) {
        return draftWith(unit, Map.of("name", name));
    }

    private static GivenProject draftWith(String unit, Map<String, ?> with) {
        Map<String, Object> fields = new HashMap<>(
                fields((String) Objects.requireNonNullElseGet(with.get("name"), GivenProject::uniqueName)));
        fields.putAll(with);
        String id = Given.signedIn(account(unit))
                .contentType(ContentType.JSON)
                .body(fields)
                .post("/api/v1/projects")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return new GivenProject(id, unit);
    }

    public static GivenProject in(String state, String unit) {
        GivenProject project = complete(unit);
        List<String> way = switch (state) {
            case "DRAFT" -> List.of();
            case "SUBMITTED" -> List.of("submit");
            case "RETURNED" -> List.of("submit", "return");
            case "ACCEPTED" -> List.of("submit", "accept");
            case "PUBLISHED" -> List.of("submit", "accept", "publish");
            case "NEGOTIATING" -> List.of("submit", "accept", "negotiate");
            case "SIGNED" -> List.of("submit", "accept", "negotiate", "sign");
            case "WITHDRAWN" -> List.of("withdraw");
            case "ARCHIVED" -> List.of("submit", "accept", "archive");
            default -> throw new IllegalArgumentException(state);
        };
        Set<String> ofTheUnit = Set.of("submit", "withdraw", "negotiate", "sign");
        way.forEach(verb -> project.as(
                        ofTheUnit.contains(verb) ? account(unit) : "bureau",
                        verb,
                        verb.equals("sign") ? Map.of() : reasonFor(verb))
                .statusCode(200));
        return project;
    }

    public String id() {
        return id;
    }

    public String path() {
        return "/api/v1/projects/" + id;
    }

    public String version() {
        return Given.signedIn(account(unit)).get(path()).then().extract().header("ETag");
    }

    public ValidatableResponse get() {
        return Given.signedIn(account(unit)).get(path()).then();
    }

    public ValidatableResponse patch(Map<String, ?> changes) {
        return Given.signedIn(account(unit))
                .contentType("application/merge-patch+json; charset=utf-8")
                .header("If-Match", version())
                .body(changes)
                .patch(path())
                .then();
    }

    public ValidatableResponse as(String username, String verb) {
        return as(username, verb, Map.of());
    }

    /** A body with the reason that the verb owes; only a return names fields. */
    public ValidatableResponse as(String username, String verb, Map<String, ?> body) {
        return Given.signedIn(username)
                .contentType(ContentType.JSON)
                .header("If-Match", version())
                .body(body == REASON ? reasonFor(verb) : body)
                .post(path() + "/" + verb)
                .then();
    }

    public ValidatableResponse delete(String username) {
        return Given.signedIn(username)
                .header("If-Match", version())
                .delete(path())
                .then();
    }

    public static Map<String, Object> fields(String name) {
        return Map.ofEntries(
                Map.entry("name", name),
                Map.entry("locationCode", "150622"),
                Map.entry("address", "大路产业园" + name),
                Map.entry("industryCode", "1.6"),
                Map.entry("content", "建设年产5GW高效光伏组件生产线"),
                Map.entry("totalInvestmentYuan", 250000000),
                Map.entry("fixedInvestmentYuan", 200000000),
                Map.entry("landAreaMu", 300),
                Map.entry("cooperationModes", List.of("JOINT_VENTURE")),
                Map.entry("contactOffice", "投资促进中心"),
                Map.entry("contactPhone", "0477-4" + Math.floorMod(name.hashCode(), 900000)),
                Map.entry("inGuide", true),
                Map.entry(
                        "principleChecks",
                        Principles.all().stream()
                                .map(principle -> Map.of("check", principle.code(), "answer", "PASS"))
                                .collect(Collectors.toList())));
    }

    private void appraise() {
        Given.signedIn(account(unit))
                .contentType(ContentType.JSON)
                .header("If-Match", version())
                .body(Map.of("heldOn", "2021-03-01", "body", "专家组", "conclusion", "FAVOURABLE"))
                .post(path() + "/appraisals")
                .then()
                .statusCode(201);
    }

    private static Map<String, Object> reasonFor(String verb) {
        return verb.equals("return") ? REASON : Map.of("reason", "测试");
    }

    private static String account(String unit) {
        return unit.toLowerCase(java.util.Locale.ROOT);
    }
}
