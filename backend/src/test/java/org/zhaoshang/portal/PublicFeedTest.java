package org.zhaoshang.portal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.zhaoshang.portal.PortalCopy.CHANGES;
import static org.zhaoshang.projects.GivenProject.published;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhaoshang.projects.GivenProject;
import org.zhaoshang.projects.ProjectUnlisted;
import org.zhaoshang.shared.time.CityClock;

@QuarkusTest
class PublicFeedTest {
    private static final String UNIT = "150622";
    private static final Map<String, Object> REASON = Map.of("reason", "投资方放弃");

    @Inject
    PublicListing listing;

    @Inject
    PublicChanges changes;

    @Inject
    EntityManager database;

    @Inject
    CityClock clock;

    @AfterEach
    void backToday() {
        clock.reset();
    }

    /** Where the feed stands now. */
    private static String now() {
        return new PortalCopy(1000).catchUp().since();
    }

    private static ValidatableResponse after(String since) {
        return given().queryParam("since", since).get(CHANGES).then();
    }

    @Test
    void beginsWithAllThatIsPublished() {
        GivenProject gone = published(UNIT, Map.of());
        gone.as("bureau", "unpublish", REASON).statusCode(200);
        GivenProject project = published(UNIT, Map.of());
        PortalCopy copy = new PortalCopy(2);
        boolean more = true;
        while (more) {
            JsonNode page = copy.poll();
            more = page.get("hasMore").asBoolean();
            assertThat(page.get("items"))
                    .allSatisfy(change -> assertThat(change.get("op").asText())
                            .as("a new copy holds nothing that could leave it")
                            .isEqualTo("upsert"));
        }
        assertThat(copy.projects()).containsKey(project.id()).isEqualTo(PortalCopy.published());
    }

    @Test
    void tellsWhatCameAndWhatChanged() {
        String since = now();
        GivenProject project = published(UNIT, Map.of());
        since = after(since)
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("items", hasSize(1))
                .body("items[0].op", equalTo("upsert"))
                .body("items[0].id", equalTo(project.id()))
                .body("items[0].at", containsString("+08:00"))
                .body("items[0].project.content", containsString("5GW"))
                .body("items[0].reason", equalTo(null))
                .body("hasMore", equalTo(false))
                .extract()
                .path("nextSince");
        project.as("bureau", "return", GivenProject.REASON).statusCode(200);
        project.patch(Map.of("content", "建设年产8GW光伏组件生产线")).statusCode(200);
        project.as(UNIT, "submit").statusCode(200);
        after(since).body("items", empty());
        project.as("bureau", "accept").statusCode(200);
        after(since).body("items", hasSize(1)).body("items[0].project.content", containsString("8GW"));
    }

    @ParameterizedTest
    @CsvSource({"unpublish, UNPUBLISHED", "archive, ARCHIVED"})
    void tellsWhatTheBureauTookBackAndWhy(String verb, String reason) {
        GivenProject project = published(UNIT, Map.of());
        String since = now();
        project.as("bureau", verb, REASON).statusCode(200);
        tells(since, project, reason);
    }

    @Test
    void tellsWhatWasSigned() {
        GivenProject project = published(UNIT, Map.of());
        String since = now();
        project.as(UNIT, "negotiate").statusCode(200);
        after(since).body("items", empty());
        project.as(UNIT, "sign").statusCode(200);
        tells(since, project, "SIGNED");
    }

    @Test
    void tellsWhatTheUnitWithdrew() {
        GivenProject project = published(UNIT, Map.of());
        String since = now();
        project.as("bureau", "return", GivenProject.REASON).statusCode(200);
        project.as(UNIT, "withdraw", REASON).statusCode(200);
        tells(since, project, "WITHDRAWN");
    }

    @Test
    void namesTheSuccessorOfWhatWasMergedIfThatIsPublic() {
        GivenProject first = published(UNIT, Map.of());
        GivenProject second = published(UNIT, Map.of());
        String since = now();
        merge(first, UUID.fromString(second.id()));
        tells(since, first, "MERGED").body("items[0].mergedInto", equalTo(second.id()));
        since = now();
        merge(second, UUID.randomUUID());
        tells(since, second, "MERGED").body("items[0].mergedInto", equalTo(null));
    }

    private void merge(GivenProject project, UUID into) {
        var event =
                new ProjectUnlisted(UUID.fromString(project.id()), ProjectUnlisted.Reason.MERGED, into, Instant.now());
        QuarkusTransaction.requiringNew().run(() -> listing.remove(event));
    }

    private static ValidatableResponse tells(String since, GivenProject project, String reason) {
        return after(since)
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].op", equalTo("remove"))
                .body("items[0].id", equalTo(project.id()))
                .body("items[0].at", notNullValue())
                .body("items[0].reason", equalTo(reason))
                .body("items[0].project", equalTo(null));
    }

    @Test
    void tellsOnceWhatCameBack() {
        GivenProject project = published(UNIT, Map.of());
        String since = now();
        project.as("bureau", "unpublish", REASON).statusCode(200);
        project.as("bureau", "publish").statusCode(200);
        after(since).body("items", hasSize(1)).body("items[0].op", equalTo("upsert"));
    }

    @Test
    void goesOnAlsoFromAnEmptyPage() {
        String since = after(now())
                .body("items", empty())
                .body("hasMore", equalTo(false))
                .extract()
                .path("nextSince");
        GivenProject project = published(UNIT, Map.of());
        after(since).body("items[0].id", equalTo(project.id()));
    }

    @Test
    void linksToTheNextPageWhileThereIsOne() {
        String since = now();
        GivenProject first = published(UNIT, Map.of());
        GivenProject second = published(UNIT, Map.of());
        Response page =
                given().queryParam("since", since).queryParam("limit", 1).get(CHANGES);
        page.then().body("items[0].id", equalTo(first.id())).body("hasMore", equalTo(true));
        String link = page.header("Link");
        assertThat(link).endsWith("; rel=\"next\"");
        given().urlEncodingEnabled(false)
                .get(link.substring(1, link.indexOf('>')))
                .then()
                .statusCode(200)
                .header("Link", equalTo(null))
                .body("items.id", equalTo(java.util.List.of(second.id())))
                .body("hasMore", equalTo(false));
    }

    @ParameterizedTest
    @CsvSource({"limit, 0", "limit, 1001", "limit, many", "since, 0", "since, nonsense", "since, '💡'"})
    void refusesWhatItCanNotRead(String parameter, String value) {
        given().queryParam(parameter, value)
                .get(CHANGES)
                .then()
                .statusCode(400)
                .contentType(containsString("application/problem+json"))
                .body("errors[0].pointer", equalTo("/" + parameter));
    }

    @ParameterizedTest
    @ValueSource(ints = {91, 400})
    void sendsWhoWasAwayTooLongToTheSnapshot(int days) {
        String since = now();
        clock.startAt(Instant.now().plus(Duration.ofDays(days)));
        after(since)
                .statusCode(410)
                .contentType(containsString("application/problem+json"))
                .body("snapshot", equalTo("/api/v1/public/snapshot"))
                .body("title", containsString("快照"));
    }

    @Test
    void neverSendsAwayWhoAsksDaily() {
        String since = now();
        for (int day = 1; day <= 100; day++) {
            clock.startAt(Instant.now().plus(Duration.ofDays(day)));
            since = after(since)
                    .statusCode(200)
                    .body("items", empty())
                    .extract()
                    .path("nextSince");
        }
    }

    @Test
    void doesNotGrowYoungOnTheWayThroughWhatHappenedBefore() {
        String since = now();
        published(UNIT, Map.of());
        published(UNIT, Map.of());
        clock.startAt(Instant.now().plus(Duration.ofDays(50)));
        String midway = given().queryParam("since", since)
                .queryParam("limit", 1)
                .get(CHANGES)
                .then()
                .statusCode(200)
                .body("hasMore", equalTo(true))
                .extract()
                .path("nextSince");
        clock.startAt(Instant.now().plus(Duration.ofDays(100)));
        after(midway).statusCode(410);
    }

    @Test
    void sendsWhoSawWhatARestoreLostToTheSnapshot() {
        String since = now();
        UUID stream = FeedToken.read(since).stream();
        long seq = FeedToken.read(since).seq();
        after(new FeedToken(seq + 1, 0, Instant.now(), stream).word()).statusCode(410);
        after(new FeedToken(seq, 0, Instant.now(), UUID.randomUUID()).word()).statusCode(410);
        after(new FeedToken(seq, 0, Instant.now(), stream).word()).statusCode(200);
    }

    @Test
    void undoesTheWholeChangeWhenTheFeedCanNotTakeIt() {
        String since = now();
        GivenProject project = published(UNIT, Map.of());
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    listing.remove(new ProjectUnlisted(
                            UUID.fromString(project.id()), ProjectUnlisted.Reason.SIGNED, null, Instant.now()));
                    changes.atTheEnd(
                            seq -> database.createNativeQuery("select 1 / 0").getSingleResult());
                }))
                .isNotNull();
        after(since).body("items", hasSize(1)).body("items[0].op", equalTo("upsert"));
        given().get("/api/v1/public/projects/" + project.id()).then().statusCode(200);
    }

    @Test
    void neverTellsWhatIsPrivate() {
        String since = now();
        published(UNIT, Map.of("contactPerson", "张秘密", "investor", "示例秘密商贸有限公司" + UUID.randomUUID()));
        after(since)
                .body("items", hasSize(1))
                .body("items[0].project.investor", equalTo(null))
                .body(not(containsString("秘密")));
    }
}
