package org.zhaoshang.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhaoshang.Given;
import org.zhaoshang.shared.time.CityClock;

/** What stood at the end of a day; the clock is moved through March 2021. */
@QuarkusTest
class AsOfTest {
    private static final String LIST = "/api/v1/projects";
    private static final String UNIT = "150623";
    private static final String OTHER_UNIT = "150624";

    @Inject
    CityClock clock;

    @BeforeEach
    void signInToday() {
        List.of(UNIT, OTHER_UNIT, "bureau", "leader").forEach(Given::token);
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private void on(String instant) {
        clock.startAt(Instant.parse(instant));
    }

    private static ValidatableResponse seen(String user, GivenProject project, String day) {
        return Given.signedIn(user).queryParam("asOf", day).get(project.path()).then();
    }

    private static Response list(String user, String name, String day) {
        return Given.signedIn(user)
                .queryParam("q", name)
                .queryParam("asOf", day)
                .queryParam("count", "true")
                .get(LIST);
    }

    /** Drafted on the 20th, submitted on the 25th, returned on the 30th, corrected and accepted on the 2nd of April. */
    private GivenProject told(String name) {
        on("2021-03-20T02:00:00Z");
        GivenProject project = GivenProject.complete(UNIT, name);
        on("2021-03-25T02:00:00Z");
        project.as(UNIT, "submit").statusCode(200);
        on("2021-03-30T02:00:00Z");
        project.as("bureau", "return", GivenProject.REASON).statusCode(200);
        on("2021-04-02T02:00:00Z");
        project.patch(Map.of("content", "年产8GW")).statusCode(200);
        project.as(UNIT, "submit").statusCode(200);
        project.as("bureau", "accept").statusCode(200);
        clock.reset();
        return project;
    }

    @Test
    void showsAProjectAsItStoodAtTheEndOfTheDay() {
        GivenProject project = told(GivenProject.uniqueName());
        seen(UNIT, project, "2021-03-19").statusCode(404);
        seen(UNIT, project, "2021-03-20")
                .statusCode(200)
                .header("ETag", nullValue())
                .body("state", is("DRAFT"))
                .body("content", containsString("5GW"))
                .body("appraisal.body", is("专家组"))
                .body("submittedAt", nullValue())
                .body("allowedActions", empty())
                .body("whyNot", empty())
                .body("findings", empty());
        seen(UNIT, project, "2021-03-28")
                .body("state", is("SUBMITTED"))
                .body("submissions", is(1))
                .body("submittedAt", containsString("2021-03-25"));
        seen(UNIT, project, "2021-03-31")
                .body("state", is("RETURNED"))
                .body("returned.reason", is("测试"))
                .body("returned.at", startsWith("2021-03-30T10:00:00"))
                .body("content", containsString("5GW"));
        seen(UNIT, project, "2021-04-02")
                .body("state", is("ACCEPTED"))
                .body("returned", nullValue())
                .body("content", is("年产8GW"));
        String today = clock.today().toString();
        seen(UNIT, project, today).body("state", is("ACCEPTED"));
    }

    @Test
    void countsTheDaysLastMomentAndNotTheNextDaysFirst() {
        on("2021-03-28T15:00:00Z");
        GivenProject project = GivenProject.complete(UNIT);
        on("2021-03-28T15:59:30Z");
        project.as(UNIT, "submit").statusCode(200);
        on("2021-03-28T16:00:00Z");
        project.as("bureau", "accept").statusCode(200);
        clock.reset();
        seen(UNIT, project, "2021-03-28").body("state", is("SUBMITTED"));
        seen(UNIT, project, "2021-03-29").body("state", is("ACCEPTED"));
    }

    @Test
    void narrowsAndCountsTheListByWhatWasThen() {
        String name = GivenProject.uniqueName();
        GivenProject project = told(name);
        list(UNIT, name, "2021-03-19")
                .then()
                .statusCode(200)
                .body("items", empty())
                .body("total", is(0));
        list(UNIT, name, "2021-03-28")
                .then()
                .body("items.id", contains(project.id()))
                .body("items.state", contains("SUBMITTED"))
                .body("items.appraised", contains(true))
                .body("items[0].allowedActions", empty())
                .body("total", is(1))
                .body("totals.totalInvestmentYuan", equalTo(250000000f));
        Given.signedIn(UNIT)
                .get(LIST + "?state=SUBMITTED&asOf=2021-03-28&q=" + name)
                .then()
                .body("items", hasSize(1));
        Given.signedIn(UNIT)
                .get(LIST + "?state=ACCEPTED&asOf=2021-03-28&q=" + name)
                .then()
                .body("items", empty());
        Given.signedIn(UNIT).get(LIST + "?state=ACCEPTED&q=" + name).then().body("items", hasSize(1));
    }

    @Test
    void seesByWhatTheRowWasThen() {
        String name = GivenProject.uniqueName();
        GivenProject project = told(name);
        seen(OTHER_UNIT, project, "2021-03-28").statusCode(404);
        list(OTHER_UNIT, name, "2021-03-28").then().body("items", empty());
        seen("leader", project, "2021-03-24").statusCode(404);
        list("leader", name, "2021-03-24").then().body("items", empty()).body("total", is(0));
        seen("leader", project, "2021-03-28").statusCode(200);
        list("leader", name, "2021-03-28").then().body("items", hasSize(1));
        seen("bureau", project, "2021-03-24").statusCode(200);
    }

    @Test
    void remembersADraftThatWasDeletedSince() {
        String name = GivenProject.uniqueName();
        on("2021-03-10T02:00:00Z");
        GivenProject project = GivenProject.complete(UNIT, name);
        on("2021-03-12T02:00:00Z");
        project.delete(UNIT).statusCode(204);
        clock.reset();
        seen(UNIT, project, "2021-03-11").statusCode(200).body("name", is(name));
        seen(UNIT, project, "2021-03-12").statusCode(404);
        list(UNIT, name, "2021-03-11").then().body("items", hasSize(1));
        list(UNIT, name, "2021-03-12").then().body("items", empty());
    }

    @Test
    void pagesThePastOnceEach() {
        String name = GivenProject.uniqueName();
        on("2021-03-15T02:00:00Z");
        List<String> made = new ArrayList<>();
        for (int n = 0; n < 5; n++) {
            made.add(GivenProject.complete(UNIT, name + "之" + "一二三四五".charAt(n)).id());
        }
        clock.reset();
        List<String> found = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Response page = Given.signedIn(UNIT)
                    .queryParam("q", name)
                    .queryParam("asOf", "2021-03-15")
                    .queryParam("limit", 2)
                    .queryParam("sort", "code")
                    .queryParams(cursor.isEmpty() ? Map.of() : Map.of("cursor", cursor))
                    .get(LIST);
            page.then().statusCode(200).body("items", notNullValue());
            found.addAll(page.path("items.id"));
            cursor = page.path("nextCursor");
        }
        assertThat(found).containsExactlyElementsOf(made);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2999-01-01",
                "2021-02-30",
                "2021-3-1",
                "yesterday",
                "20210328",
                "2021-03-28T00:00:00Z",
                "+999999999-12-31",
                "-999999999-01-01",
                "2021-03-28\u0000",
                "' or 1=1 --"
            })
    void refusesWhatIsNoDayOrStillToCome(String day) {
        GivenProject project = GivenProject.in("DRAFT", UNIT);
        seen(UNIT, project, day).statusCode(400).body("errors.pointer", contains("/asOf"));
        list(UNIT, "示例项目", day).then().statusCode(400).body("errors.pointer", contains("/asOf"));
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        Given.signedIn(UNIT)
                .get(LIST + "?asOf=2999-01-01&state=GONE&q=x")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/state", "/asOf", "/q"));
    }
}
