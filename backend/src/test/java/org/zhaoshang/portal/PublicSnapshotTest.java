package org.zhaoshang.portal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.zhaoshang.projects.GivenProject.published;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhaoshang.prices.premises.GivenListing;
import org.zhaoshang.projects.GivenProject;
import org.zhaoshang.shared.time.CityClock;

@QuarkusTest
class PublicSnapshotTest {
    private static final String SNAPSHOT = "/api/v1/public/snapshot";

    @Inject
    CityClock clock;

    @AfterEach
    void backToday() {
        clock.reset();
    }

    private static JsonPath manifest() {
        return given().get(SNAPSHOT).then().statusCode(200).extract().jsonPath();
    }

    private static List<String> lines(byte[] file) throws Exception {
        try (var text = new GZIPInputStream(new ByteArrayInputStream(file))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    @Test
    void aPortalThatBeginsWithItMissesNothing() throws Exception {
        GivenProject stays = published("150622", Map.of());
        GivenProject goes = published("150622", Map.of());
        JsonPath manifest = manifest();
        GivenProject comes = published("150622", Map.of());
        goes.as("bureau", "unpublish", Map.of("reason", "核实")).statusCode(200);

        var answer = given().get(manifest.getString("files[0].url"));
        answer.then()
                .statusCode(200)
                .contentType("application/gzip")
                .header("Content-Encoding", equalTo(null))
                .header("Cache-Control", equalTo("public, max-age=31536000, immutable"));
        byte[] file = answer.asByteArray();
        assertThat(file).hasSize(manifest.getInt("files[0].bytes"));
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file)))
                .isEqualTo(manifest.getString("files[0].sha256"));
        List<String> lines = lines(file);
        assertThat(lines).hasSize(manifest.getInt("files[0].rows"));

        PortalCopy copy = new PortalCopy(10).from(manifest.getString("since"));
        lines.forEach(line -> copy.put(PortalCopy.json(line)));
        copy.catchUp();
        assertThat(copy.projects()).containsKeys(stays.id(), comes.id()).doesNotContainKey(goes.id());
        assertThat(copy.projects()).isEqualTo(PortalCopy.published());
    }

    @Test
    void holdsEveryListAsItStoodAtOneMoment() throws Exception {
        GivenListing stays = GivenListing.premises("150622").published();
        GivenListing goes = GivenListing.premises("150622").published();
        clock.startAt(Instant.now().plus(Duration.ofMinutes(33)));
        JsonPath manifest = manifest();
        assertThat(manifest.<String>getList("files.kind"))
                .containsExactly("projects", "premises", "factor-prices", "land-parcels");
        goes.as("bureau", "unpublish", Map.of("reason", "核实")).statusCode(200);
        GivenListing comes = GivenListing.premises("150622").published();
        PortalCopy copy = new PortalCopy("premises", "premises", 10).from(manifest.getString("since"));
        lines(given().get(manifest.getString("files[1].url")).asByteArray())
                .forEach(line -> copy.put(PortalCopy.json(line)));
        assertThat(copy.projects()).containsKeys(stays.id(), goes.id());
        copy.catchUp();
        assertThat(copy.projects()).containsKeys(stays.id(), comes.id()).doesNotContainKey(goes.id());
        assertThat(copy.projects()).isEqualTo(PortalCopy.published("premises"));
    }

    @Test
    void isTakenAnewOnceTheListHasMovedOn() {
        manifest();
        published("150622", Map.of());
        clock.startAt(Instant.now().plus(Duration.ofMinutes(11)));
        JsonPath later = manifest();
        published("150622", Map.of());
        assertThat(manifest().getLong("seq")).as("young enough").isEqualTo(later.getLong("seq"));
        clock.startAt(Instant.now().plus(Duration.ofMinutes(22)));
        assertThat(manifest().getLong("seq")).isGreaterThan(later.getLong("seq"));
    }

    @Test
    void goesOnInTheFeedHoweverLongTheListWasQuiet() {
        manifest();
        clock.startAt(Instant.now().plus(Duration.ofDays(100)));
        given().queryParam("since", manifest().getString("since"))
                .get(PortalCopy.CHANGES)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000000000000000000000000000000000000000000000000000000000000000.ndjson.gz",
                "incoming",
                "..%2F..%2Fetc%2Fpasswd",
                "💡"
            })
    void hasNoOtherFiles(String name) {
        given().urlEncodingEnabled(false)
                .get(SNAPSHOT + "/" + name.replace("💡", "%F0%9F%92%A1"))
                .then()
                .statusCode(404);
    }

    @Test
    void givesNoPrivateFileAway() {
        GivenProject project = GivenProject.complete("150622");
        byte[] pdf = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n".getBytes(StandardCharsets.ISO_8859_1);
        org.zhaoshang.Given.signedIn("150622")
                .multiPart("file", "附件.pdf", pdf)
                .post(project.path() + "/attachments")
                .then()
                .statusCode(201);
        given().get(SNAPSHOT + "/" + sha256(pdf) + ".ndjson.gz")
                .then()
                .statusCode(404)
                .body(not(containsString("PDF")));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
