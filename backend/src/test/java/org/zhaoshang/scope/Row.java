package org.zhaoshang.scope;

import io.restassured.http.ContentType;
import java.util.Map;
import org.zhaoshang.Given;
import org.zhaoshang.projects.GivenProject;
import org.zhaoshang.scope.RoleTable.Reach;

/**
 * A project with an appraisal and a file, and a planned upload and an export that name it. Its name and file hold a word that stands nowhere else: wherever it turns up,
 * this row was shown.
 */
record Row(
        String unit,
        String project,
        String appraisal,
        String attachment,
        String planned,
        String exported,
        String word,
        State state) {
    enum State {
        DRAFT,
        SUBMITTED,
        /** With an invitation of the expert, and submitted. */
        INVITED
    }

    static Row of(String unit, State state) {
        String word = GivenProject.uniqueName() + "止"; // no word is the beginning of another
        GivenProject project = GivenProject.complete(unit, word);
        String appraisal = Given.signedIn(unit)
                .get(project.path() + "/appraisals")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
        String attachment = Given.signedIn(unit)
                .multiPart(
                        "file",
                        "附件.pdf",
                        "%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n%%EOF\n"
                                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1))
                .post(project.path() + "/attachments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        if (state == State.INVITED) {
            Given.signedIn(unit)
                    .contentType(ContentType.JSON)
                    .body(Map.of("username", "expert"))
                    .post(project.path() + "/invitations")
                    .then()
                    .statusCode(201);
        }
        if (state != State.DRAFT) {
            project.as(unit, "submit").statusCode(200);
        }
        return new Row(
                unit, project.id(), appraisal, attachment, planned(unit, word), exported(unit, word), word, state);
    }

    private static String planned(String unit, String word) {
        return Given.signedIn(unit)
                .contentType("text/csv; charset=utf-8")
                .header("Prefer", "wait=30")
                .body("项目名称,具体位置\n" + word + ",别处" + word)
                .post("/api/v1/imports?kind=projects&dryRun=true")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    private static String exported(String unit, String word) {
        return Given.signedIn(unit)
                .contentType(ContentType.JSON)
                .body(Map.of("kind", "projects", "format", "CSV", "filter", Map.of("q", word)))
                .post("/api/v1/exports")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    boolean isWithin(Reach reach) {
        return switch (reach) {
            case ALL -> true;
            case OWN -> unit.equals(Who.UNIT);
            case SUBMITTED -> state != State.DRAFT;
            case INVITED -> state == State.INVITED;
            case PUBLISHED, NONE, NO, SIGN_IN -> false;
        };
    }

    /** The project as its own unit sees it, to tell whether anyone changed it. */
    String standing() {
        return Given.signedIn(unit)
                .get("/api/v1/projects/" + project)
                .then()
                .extract()
                .header("ETag");
    }
}
