package org.zhaoshang.portal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.xml.XmlPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhaoshang.prices.premises.GivenListing;
import org.zhaoshang.projects.GivenProject;

/** The public lists as a feed reader takes them. */
@QuarkusTest
class PublicAtomTest {
    private static Response follow(String list, String word) {
        return given().queryParam("q", word).get("/api/v1/public/" + list + ".atom");
    }

    @Test
    void tellsOfTheLastChangedFirst() {
        String word = GivenProject.uniqueName() + "止";
        GivenProject first = GivenProject.published("150622", Map.of("name", word + "<甲>&"));
        GivenProject second = GivenProject.published("150622", Map.of("name", word + "乙"));
        Response feed = follow("projects", word);
        feed.then().statusCode(200).contentType(containsString("application/atom+xml"));
        XmlPath xml = feed.xmlPath();
        assertThat(xml.getList("feed.entry.title", String.class)).containsExactly(word + "乙", word + "<甲>&");
        assertThat(xml.getList("feed.entry.id", String.class))
                .isEqualTo(List.of("urn:uuid:" + second.id(), "urn:uuid:" + first.id()));
        assertThat(xml.getString("feed.entry[0].link.@href")).isEqualTo("/public/projects/" + second.id());
        assertThat(xml.getString("feed.entry[0].author.name")).isEqualTo("准格尔旗");
        assertThat(xml.getString("feed.entry[0].summary")).contains("总投资（万元）：25000");
        assertThat(xml.getString("feed.updated")).isEqualTo(xml.getString("feed.entry[0].updated"));
        given().queryParam("q", word)
                .header("If-None-Match", feed.header("ETag"))
                .get("/api/v1/public/projects.atom")
                .then()
                .statusCode(304);
    }

    @Test
    void tellsOfPremisesAndParcels() {
        String word = GivenListing.uniqueName();
        GivenListing premises =
                GivenListing.premises("150622", Map.of("name", word)).published();
        GivenListing parcel =
                GivenListing.parcel("150622", Map.of("parcelNo", word)).published();
        assertThat(follow("premises", word).xmlPath().getString("feed.entry.link.@href"))
                .isEqualTo("/public/premises/" + premises.id());
        assertThat(follow("land-parcels", word).xmlPath().getString("feed.entry.title"))
                .isEqualTo(word);
        parcel.as("bureau", "unpublish", Map.of("reason", "测试")).statusCode(200);
        assertThat(follow("land-parcels", word).xmlPath().getList("feed.entry")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"projects", "premises", "land-parcels"})
    void refusesWhatItCanNotRead(String list) {
        given().get("/api/v1/public/" + list + ".atom?sort=none").then().statusCode(400);
    }
}
