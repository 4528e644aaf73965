package org.zhaoshang.prices.premises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;
import org.zhaoshang.shared.files.GivenPicture;

/** Pictures and papers of premises. */
@QuarkusTest
class ListingFileTest {
    private static final byte[] PAPER =
            "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n".getBytes(StandardCharsets.ISO_8859_1);

    private static Response add(String user, GivenListing listing, String name, byte[] content) {
        return Given.signedIn(user).multiPart("file", name, content).post(listing.path() + "/attachments");
    }

    @Test
    void keepsShowsAndRemovesAFile() {
        GivenListing premises = GivenListing.premises("150622");
        String id = add("150622", premises, "平面图.pdf", PAPER)
                .then()
                .statusCode(201)
                .body("purpose", equalTo("PICTURE"))
                .body("mediaType", equalTo("application/pdf"))
                .extract()
                .path("id");
        premises.get().body("attachmentsCount", equalTo(1));
        Response taken = Given.signedIn("150622").get(premises.path() + "/attachments/" + id);
        assertThat(taken.asByteArray()).isEqualTo(PAPER);
        assertThat(taken.header("Content-Disposition")).startsWith("attachment");
        Given.signedIn("150622")
                .delete(premises.path() + "/attachments/" + id)
                .then()
                .statusCode(204);
        Given.signedIn("150622").get(premises.path() + "/attachments").then().body("items", empty());
        Given.signedIn("150622")
                .get(premises.path() + "/history")
                .then()
                .body("items.action", contains("detach", "attach", "create"));
    }

    @Test
    void showsAPictureInSmallWithoutCountingItAsTaken() {
        GivenListing premises = GivenListing.premises("150622");
        String id = add("150622", premises, "厂房.jpg", GivenPicture.jpeg(2000, 1000))
                .then()
                .statusCode(201)
                .body("hasPreview", equalTo(true))
                .extract()
                .path("id");
        String preview = premises.path() + "/attachments/" + id + "/preview";
        Response shown = Given.signedIn("150622").get(preview);
        assertThat(shown.contentType()).isEqualTo("image/jpeg");
        assertThat(shown.header("Content-Disposition")).isEqualTo("inline");
        assertThat(shown.header("Cache-Control")).startsWith("private");
        assertThat(shown.asByteArray()).startsWith(0xff, 0xd8);
        Given.signedIn("150623").get(preview).then().statusCode(404);
        String paper = add("150622", premises, "平面图.pdf", PAPER)
                .then()
                .body("hasPreview", equalTo(false))
                .extract()
                .path("id");
        Given.signedIn("150622")
                .get(premises.path() + "/attachments/" + paper + "/preview")
                .then()
                .statusCode(404);
    }

    @Test
    void takesAPictureThatNobodyCanShow() {
        byte[] damaged = Arrays.copyOf(GivenPicture.jpeg(600, 400), 40);
        add("150622", GivenListing.premises("150622"), "坏图.jpg", damaged)
                .then()
                .statusCode(201)
                .body("hasPreview", equalTo(false));
    }

    @Test
    void refusesForeignHandsWrongKindsAndClosedListings() {
        GivenListing parcel = GivenListing.parcel("150622", Map.of());
        add("150623", parcel, "图.pdf", PAPER).then().statusCode(404);
        add("150622", parcel, "图.exe", PAPER).then().statusCode(415);
        add("150622", parcel, "图.png", PAPER).then().statusCode(415);
        Given.signedIn("150622")
                .multiPart("purpose", "PICTURE")
                .post(parcel.path() + "/attachments")
                .then()
                .statusCode(400);
        String id = add("150622", parcel, "图.pdf", PAPER)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        // An id of one listing is none of another.
        GivenListing other = GivenListing.parcel("150622", Map.of());
        Given.signedIn("150622").get(other.path() + "/attachments/" + id).then().statusCode(404);
        parcel.take("withdraw", Map.of("reason", "测试")).statusCode(200);
        add("150622", parcel, "图.pdf", PAPER).then().statusCode(409);
    }
}
