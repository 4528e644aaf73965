package org.zhaoshang.scope;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.zhaoshang.Given;

/** A request for an operation about a row: its path, query and the least body that names the row. */
final class Call {
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    private final Operation operation;
    private final Row row;
    private final Map<String, Object> body = new HashMap<>();

    Call(Operation operation, Row row) {
        this.operation = operation;
        this.row = row;
        if (operation.bodyMembers().contains("unitCode") && !operation.hasRowInPath()) {
            body.put("unitCode", row.unit());
        }
        // Passwords are asked for before anything else is looked at.
        operation.bodyMembers().stream()
                .filter(member -> member.endsWith("Password"))
                .forEach(member -> body.put(member, "no password of anyone"));
        if (operation.bodyMembers().contains("filter")) {
            body.putAll(Map.of("kind", "projects", "format", "CSV"));
        }
        if (operation.bodyMembers().contains("columns")) {
            body.put("columns", List.of(Map.of("heading", "出资方", "field", "payer")));
        }
        if (operation.bodyMembers().contains("projectIds") && !operation.hasRowInPath()) {
            body.putAll(Map.of(
                    "projectIds",
                    List.of(row.project()),
                    "heldOn",
                    "2021-03-01",
                    "body",
                    "专家组",
                    "conclusion",
                    "FAVOURABLE"));
        }
    }

    Call with(Map<String, Object> members) {
        body.putAll(members);
        return this;
    }

    Response send(RequestSpecification request) {
        if (operation.queries().contains("q")) {
            request.queryParam("q", row.word());
        }
        if (operation.queries().contains("rows")) {
            request.queryParam("rows", "own");
        }
        if ("multipart/form-data".equals(operation.bodyType())) {
            request.multiPart("other", "nothing");
        } else if ("application/x-www-form-urlencoded".equals(operation.bodyType())) {
            request.formParam("nothing", "");
        } else if ("text/csv".equals(operation.bodyType())) {
            request.queryParam("kind", "projects")
                    .queryParam("dryRun", true)
                    .contentType("text/csv; charset=utf-8")
                    .body("项目名称\n示例");
        } else if (operation.bodyType() != null) {
            request.contentType(operation.bodyType() + "; charset=utf-8").body(body);
        }
        return request.request(operation.method(), path());
    }

    /** Whether the request itself named that row, so that its answer may repeat the name. */
    boolean mentions(Row other) {
        return operation.queries().contains("q") && row == other;
    }

    private String path() {
        return PARAMETER.matcher(operation.path()).replaceAll(this::value);
    }

    private String value(MatchResult parameter) {
        return switch (parameter.group(1)) {
            case "id" ->
                switch (operation.path().split("/")[3]) {
                    case "projects" -> row.project();
                    case "premises" -> row.premises().listing().id();
                    case "land-parcels" -> row.parcel().listing().id();
                    case "factor-prices" -> row.price();
                    case "signed-projects" -> row.signed().id();
                    case "receipts" -> row.funds().id();
                    case "fund-column-sets" -> row.columnSet();
                    case "public" ->
                        switch (operation.path().split("/")[4]) {
                            case "premises" -> row.premises().listing().id();
                            case "land-parcels" -> row.parcel().listing().id();
                            default -> row.project();
                        };
                    case "appraisals" -> row.appraisal();
                    case "imports" -> row.planned();
                    case "exports" -> row.exported();
                    case "notifications" -> row.notification();
                    case "users" -> first("users");
                    case "api-clients" -> first("api-clients");
                    case "targets" -> ofTheCity();
                    case "articles" -> Row.article(row.unit());
                    default -> throw unknown(parameter.group());
                };
            case "code" ->
                switch (operation.path().split("/")[3]) {
                    case "signing-events", "signing-event-landing" -> "EVT-2020-01";
                    case "indicators" -> "COMPLETION";
                    default -> row.unit();
                };
            case "unitCode" -> row.unit();
            case "kind" -> "projects";
            case "otherId" ->
                operation.path().contains("/signed-projects/") ? row.signed().id() : row.project();
            case "attachmentId" -> row.attachment();
            case "fileId", "pictureId" ->
                operation.path().contains("/signed-projects/")
                        ? row.signed().file("附件.pdf", Row.PAPER, Map.of())
                        : file(operation.path().contains("/premises/") ? row.premises() : row.parcel());
            case "username" -> "expert";
            case "file" -> snapshotFile();
            case "year" -> "2021";
            case "month" -> operation.path().contains("{revision}") ? Row.REPORTED : "2021-01";
            case "revision" -> {
                Row.receipt(row.unit());
                yield "1";
            }
            case "number" -> Row.receipt(row.unit());
            default -> throw unknown(parameter.group());
        };
    }

    /** What is public may lose its files: who removes one gets one of its own. */
    private String file(Row.Listed listed) {
        return operation.method().equals("delete") ? listed.anotherFile(row.unit()) : listed.file();
    }

    /** Belongs to no unit: any will do. */
    private static String first(String list) {
        return Given.signedIn("admin").get("/api/v1/" + list).then().extract().path("items[0].id");
    }

    /** A target that every unit reads. */
    private static String ofTheCity() {
        return Given.signedIn("bureau")
                .get("/api/v1/targets?unitCode=150600")
                .then()
                .extract()
                .path("items[0].id");
    }

    private static String snapshotFile() {
        String url =
                Given.nobody().get("/api/v1/public/snapshot").then().extract().path("files[0].url");
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private IllegalStateException unknown(String parameter) {
        return new IllegalStateException("Say in Call what " + parameter + " of " + operation.path() + " is");
    }
}
