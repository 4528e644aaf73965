package org.zhaoshang.projects.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;
import org.zhaoshang.projects.GivenProject;

/** All or nothing, looked at before, and taken back: the board counts along. */
@QuarkusTest
class ImportPlanTest {
    private static final String UNIT = "150622";

    private static String key() {
        return "K-" + UUID.randomUUID();
    }

    private static String find(String externalId) {
        return Given.signedIn(UNIT)
                .get("/api/v1/projects?q=" + externalId)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .extract()
                .path("items[0].id");
    }

    @Test
    void storesAllOrNothingWhenAtomic() {
        String key = key();
        String id = GivenImport.csv(
                        UNIT,
                        "&mode=atomic",
                        GivenImport.HEADER,
                        GivenImport.row(key, GivenProject.uniqueName(), "25000"),
                        GivenImport.row(key(), GivenProject.uniqueName(), "-1"))
                .body("state", equalTo("COMPLETED"))
                .body("rows.created", equalTo(0))
                .body("rows.rejected", equalTo(1))
                .body("rows.notApplied", equalTo(1))
                .extract()
                .path("id");
        assertThat(GivenImport.results(UNIT, id))
                .extracting(row -> row.get("status"))
                .containsExactly("NOT_APPLIED", "REJECTED");
        Given.signedIn(UNIT).get("/api/v1/projects?q=" + key).then().body("items", hasSize(0));
    }

    @Test
    void plansWithoutStoringAndAppliesThePlan() {
        String key = key();
        String plan = GivenImport.csv(
                        UNIT,
                        "&dryRun=true",
                        GivenImport.HEADER,
                        GivenImport.row(key, GivenProject.uniqueName(), "25000"))
                .body("dryRun", equalTo(true))
                .body("rows.created", equalTo(1))
                .body("allowedActions", contains("apply"))
                .extract()
                .path("id");
        Given.signedIn(UNIT).get("/api/v1/projects?q=" + key).then().body("items", hasSize(0));
        GivenImport.verb(UNIT, plan, "apply")
                .statusCode(200)
                .body("appliesImport", equalTo(plan))
                .body("rows.created", equalTo(1));
        assertThat(find(key)).isNotNull();
        GivenImport.verb(UNIT, plan, "apply").statusCode(409);
    }

    @Test
    void refusesAPlanWhoseRecordsMoved() {
        String key = key();
        String name = GivenProject.uniqueName();
        GivenImport.csv(UNIT, "", GivenImport.HEADER, GivenImport.row(key, name, "25000"));
        String plan = GivenImport.csv(UNIT, "&dryRun=true", GivenImport.HEADER, GivenImport.row(key, name, "26000"))
                .body("rows.updated", equalTo(1))
                .extract()
                .path("id");
        GivenImport.csv(UNIT, "", "客户编号,具体位置", key + ",别处");
        GivenImport.verb(UNIT, plan, "apply")
                .statusCode(409)
                .body("errors[0].message", containsString("第 2 行"))
                .body("errors[0].params.row", equalTo(2));
        Given.signedIn(UNIT)
                .get("/api/v1/projects/" + find(key))
                .then()
                .body("totalInvestmentYuan", equalTo(250000000));
    }

    @Test
    void undoesWhatNobodyTouchedSince() {
        String kept = key();
        String touched = key();
        String fresh = key();
        String name = GivenProject.uniqueName();
        GivenImport.csv(UNIT, "", GivenImport.HEADER, GivenImport.row(kept, name, "25000"));
        String done = GivenImport.csv(
                        UNIT,
                        "",
                        GivenImport.HEADER,
                        GivenImport.row(kept, name, "26000"),
                        GivenImport.row(touched, GivenProject.uniqueName(), "25000"),
                        GivenImport.row(fresh, GivenProject.uniqueName(), "25000"))
                .body("rows.created", equalTo(2))
                .body("rows.updated", equalTo(1))
                .extract()
                .path("id");
        GivenImport.csv(UNIT, "", "客户编号,具体位置", touched + ",别处");
        String undo = GivenImport.verb(UNIT, done, "revert")
                .statusCode(200)
                .body("revertsImport", equalTo(done))
                .body("rows.total", equalTo(3))
                .body("rows.updated", equalTo(2))
                .body("rows.rejected", equalTo(1))
                .extract()
                .path("id");
        assertThat(GivenImport.results(UNIT, undo))
                .filteredOn(row -> row.get("status").equals("REJECTED"))
                .extracting(row -> row.get("externalId"))
                .containsExactly(touched);
        Given.signedIn(UNIT).get("/api/v1/projects?q=" + fresh).then().body("items", hasSize(0));
        Given.signedIn(UNIT)
                .get("/api/v1/projects/" + find(kept))
                .then()
                .body("totalInvestmentYuan", equalTo(250000000));
    }

    @Test
    void countsEveryDraftOnTheBoard() {
        int before = drafts();
        String done = GivenImport.csv(
                        UNIT,
                        "",
                        GivenImport.HEADER,
                        GivenImport.row(key(), GivenProject.uniqueName(), "25000"),
                        GivenImport.row(key(), GivenProject.uniqueName(), "25000"))
                .extract()
                .path("id");
        assertThat(drafts()).isEqualTo(before + 2);
        GivenImport.verb(UNIT, done, "revert").body("rows.updated", equalTo(2));
        assertThat(drafts()).isEqualTo(before);
    }

    private static int drafts() {
        int year = Given.signedIn(UNIT)
                .get("/api/v1/projects?limit=1")
                .then()
                .extract()
                .path("items[0].callYear");
        return Given.signedIn(UNIT)
                .get("/api/v1/calls/" + year + "/progress")
                .then()
                .extract()
                .path("drafts");
    }
}
