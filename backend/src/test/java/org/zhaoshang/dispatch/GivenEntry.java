package org.zhaoshang.dispatch;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhaoshang.Given;
import org.zhaoshang.projects.GivenProject;

/** Signed projects and their rows in reports, over HTTP. */
final class GivenEntry {
    private GivenEntry() {}

    /** Signed in the middle of December 2020. */
    static String project(String account) {
        return Given.signedIn(account)
                .contentType(ContentType.JSON)
                .body(Map.of("name", GivenProject.uniqueName(), "agreementKind", "CONTRACT", "signedOn", "2020-12-15"))
                .post("/api/v1/signed-projects")
                .then()
                .statusCode(201)
                .extract()
                .path("code");
    }

    static Map<String, Object> row(String project, int version, Object... members) {
        Map<String, Object> row = new HashMap<>(Map.of("signedProject", project, "version", version));
        for (int at = 0; at < members.length; at += 2) {
            row.put((String) members[at], members[at + 1]);
        }
        return row;
    }

    static ValidatableResponse save(GivenMonth report, List<Map<String, Object>> rows) {
        return Given.signedIn(report.account())
                .contentType("application/merge-patch+json; charset=utf-8")
                .body(Map.of("entries", rows))
                .patch(report.path() + "/entries")
                .then();
    }

    static ValidatableResponse list(GivenMonth report) {
        return Given.signedIn(report.account())
                .get(report.path() + "/entries?limit=1000")
                .then()
                .statusCode(200);
    }

    static String of(String project) {
        return "items.find { it.signedProject == '" + project + "' }";
    }

    static ValidatableResponse check(GivenMonth report, Map<String, ?> body) {
        return Given.signedIn(report.account())
                .contentType(ContentType.JSON)
                .body(body)
                .post(report.path() + "/check")
                .then();
    }
}
