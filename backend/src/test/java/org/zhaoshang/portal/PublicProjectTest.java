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
import static org.zhaoshang.projects.GivenProject.published;
import static org.zhaoshang.projects.GivenProject.uniqueName;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhaoshang.projects.GivenProject;
import org.zhaoshang.projects.ProjectFields;
import org.zhaoshang.projects.ProjectPublished;
import org.zhaoshang.projects.Projects;
import org.zhaoshang.shared.http.Problem;

@QuarkusTest
class PublicProjectTest {
    private static final String UNIT = "150622";
    private static final String LIST = "/api/v1/public/projects";
    private static final List<String> FORMATS = List.of("", ".csv", ".ndjson", ".geojson");

    @Inject
    PublicListing listing;

    @Inject
    Projects projects;

    private static ValidatableResponse one(GivenProject project) {
        return given().get(LIST + "/" + project.id()).then();
    }

    private static Response search(String suffix, String text) {
        return given().queryParam("q", text).get(LIST + suffix);
    }

    @Test
    void showsWhatIsPublishedInEveryFormat() {
        String name = uniqueName();
        GivenProject project = published(UNIT, Map.of("name", name, "longitude", 109.8, "latitude", 39.6));
        one(project)
                .statusCode(200)
                .header("Cache-Control", containsString("public, max-age="))
                .body("name", equalTo(name))
                .body("unitName", equalTo("准格尔旗"))
                .body("groupName", notNullValue())
                .body("publishedAt", containsString("+08:00"));
        search("", name).then().body("items", hasSize(1)).body("items[0].id", equalTo(project.id()));
        String csv = search(".csv", name).asString();
        assertThat(csv).startsWith("\uFEFF项目编号,").contains("总投资（万元）", ",25000,", name);
        assertThat(search(".ndjson", name).asString().lines()).hasSize(1);
        search(".geojson", name)
                .then()
                .contentType(containsString("application/geo+json"))
                .body("features", hasSize(1))
                .body("features[0].geometry.coordinates", hasSize(2));
    }

    @Test
    void keepsTheOldVersionUntilTheCorrectionIsAccepted() {
        GivenProject project = published(UNIT, Map.of());
        String first = one(project).extract().path("publishedAt");
        project.as("bureau", "return", GivenProject.REASON).statusCode(200);
        project.patch(Map.of("content", "建设年产8GW光伏组件生产线")).statusCode(200);
        one(project).statusCode(200).body("content", containsString("5GW"));
        project.as(UNIT, "submit").statusCode(200);
        one(project).body("content", containsString("5GW"));
        project.as("bureau", "accept").statusCode(200);
        one(project).body("content", containsString("8GW")).body("publishedAt", equalTo(first));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unpublish", "archive"})
    void isGoneOnceTheBureauTakesItBack(String verb) {
        GivenProject project = published(UNIT, Map.of());
        project.as("bureau", verb, Map.of("reason", "投资方放弃")).statusCode(200);
        one(project).statusCode(404);
    }

    @Test
    void staysWhileNegotiatedAndIsGoneOnceSigned() {
        GivenProject project = published(UNIT, Map.of());
        project.as(UNIT, "negotiate").statusCode(200);
        one(project).statusCode(200);
        project.as(UNIT, "sign").statusCode(200);
        one(project).statusCode(404);
    }

    @Test
    void isGoneOnceWithdrawn() {
        GivenProject project = published(UNIT, Map.of());
        project.as("bureau", "return", GivenProject.REASON).statusCode(200);
        project.as(UNIT, "withdraw", Map.of("reason", "投资方放弃")).statusCode(200);
        one(project).statusCode(404);
    }

    @Test
    void neverShowsWhatIsPrivate() {
        String name = uniqueName();
        GivenProject project = published(
                UNIT,
                Map.of(
                        "name",
                        name,
                        "contactPerson",
                        "张秘密",
                        "investor",
                        "示例秘密投资有限公司",
                        "environmentalCapacity",
                        "秘密环境容量",
                        "externalId",
                        "SECRET-" + UUID.randomUUID(),
                        "longitude",
                        109.8,
                        "latitude",
                        39.6));
        for (String format : FORMATS) {
            assertThat(search(format, name).asString())
                    .as(format)
                    .contains(name)
                    .doesNotContain("秘密", "SECRET", "principleChecks", "investor", "contactPerson", "justifications");
        }
        assertThat(one(project).extract().asString()).doesNotContain("秘密", "SECRET");
        search("", "秘密投资").then().statusCode(200).body("items", empty());
    }

    @Test
    void neverPublishesAMobileNumber() {
        GivenProject project = published(UNIT, Map.of());
        var stored = projects.findById(UUID.fromString(project.id()));
        var fields = stored.fields();
        ObjectNode withMobile = new ObjectMapper().valueToTree(fields);
        withMobile.put("contactPhone", "13847712345");
        var event = new ProjectPublished(stored.id(), stored.code(), read(withMobile), false, Instant.now());
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> listing.publish(event)))
                .isInstanceOfSatisfying(Problem.class, refused -> {
                    assertThat(refused.status()).isEqualTo(422);
                    assertThat(refused.findings().getFirst().rule()).isEqualTo("V48");
                });
        one(project).body("contactPhone", not(containsString("138")));
    }

    @Test
    void answersThatNothingChanged() {
        String name = uniqueName();
        GivenProject project = published(UNIT, Map.of("name", name));
        for (String address : List.of(
                LIST + "?q=" + name, LIST + ".csv?q=" + name, LIST + ".ndjson?q=" + name, LIST + "/" + project.id())) {
            String tag = given().get(address).header("ETag");
            assertThat(tag).isNotNull();
            given().header("If-None-Match", tag)
                    .get(address)
                    .then()
                    .statusCode(304)
                    .body(equalTo(""));
            given().header("If-None-Match", "\"other\"").get(address).then().statusCode(200);
        }
        String tag = given().get(LIST + "?q=" + name).header("ETag");
        project.as("bureau", "unpublish", Map.of("reason", "核实")).statusCode(200);
        given().header("If-None-Match", tag)
                .get(LIST + "?q=" + name)
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-publishedAt", "-totalInvestmentYuan", "totalInvestmentYuan", "name"})
    void pagesEveryRowOnce(String sort) {
        String name = uniqueName();
        List.of(5, 6, 6, 7)
                .forEach(at -> published(
                        UNIT, Map.of("name", name + "之" + uniqueName(), "totalInvestmentYuan", at * 1_000_000_000L)));
        List<String> seen = new ArrayList<>();
        String next = LIST + "?q=" + name + "&limit=1&count=true&sort=" + sort;
        while (next != null) {
            Response page = given().urlEncodingEnabled(false).get(next);
            page.then().statusCode(200).body("total", equalTo(4));
            seen.addAll(page.path("items.id"));
            String link = page.header("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        assertThat(seen).hasSize(4).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "sort, code",
        "limit, 0",
        "limit, 1001",
        "limit, many",
        "limit, -1",
        "count, yes",
        "cursor, nonsense",
        "minInvestmentYuan, 1e400",
        "maxInvestmentYuan, much",
        "callYear, 二〇二一",
        "q, 光"
    })
    void refusesWhatItCanNotRead(String parameter, String value) {
        given().queryParam(parameter, value)
                .get(LIST)
                .then()
                .statusCode(400)
                .contentType(containsString("application/problem+json"))
                .body("errors", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%%",
                "__",
                "\\\\",
                "' or 1=1 --",
                "光\u0000伏",
                "{q}",
                ":q",
                "?1",
                "💡💡",
                "\uFFFD\uFFFD",
                "<script>",
                "%25%25",
                "光 伏"
            })
    void noSearchBreaksIt(String text) {
        for (String format : FORMATS) {
            assertThat(search(format, text).statusCode()).as(format).isIn(200, 400);
        }
    }

    @Test
    void pagesOfAnyOriginMayReadIt() {
        given().header("Origin", "https://portal.example")
                .get(LIST)
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", equalTo("*"))
                .header("Access-Control-Allow-Credentials", equalTo(null));
        given().header("Origin", "https://portal.example")
                .header("Access-Control-Request-Method", "GET")
                .options(LIST)
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Methods", containsString("GET"));
        given().header("Origin", "https://portal.example")
                .get("/api/v1/projects")
                .then()
                .header("Access-Control-Allow-Origin", equalTo(null));
    }

    @Test
    void asksNobodyWhoTheyAre() {
        given().header("Authorization", "Bearer expired")
                .cookie("zs_refresh", "x")
                .get(LIST)
                .then()
                .statusCode(200);
    }

    private static ProjectFields read(JsonNode fields) {
        try {
            return new ObjectMapper().treeToValue(fields, ProjectFields.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
