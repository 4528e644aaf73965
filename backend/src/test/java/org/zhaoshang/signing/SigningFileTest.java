package org.zhaoshang.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;
import org.zhaoshang.shared.files.GivenPicture;

/** Papers and photographs of signed projects, and what V25 makes of them. */
@QuarkusTest
class SigningFileTest {
    private static final String ASKED = "findings.findAll { it.rule == 'V25' }";
    private static final byte[] PAPER =
            "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n".getBytes(StandardCharsets.ISO_8859_1);

    @Test
    void keepsHandsOutAndRemovesAFile() {
        GivenSigned project = GivenSigned.project("150622", Map.of());
        String id = project.add("150622", "投资合同.pdf", PAPER, Map.of("purpose", "AGREEMENT"))
                .statusCode(201)
                .body("purpose", is("AGREEMENT"))
                .body("mediaType", is("application/pdf"))
                .extract()
                .path("id");
        project.get().body("attachmentCount", is(1));
        Response taken = Given.signedIn("bureau").get(project.path() + "/files/" + id);
        assertThat(taken.asByteArray()).isEqualTo(PAPER);
        assertThat(taken.header("Content-Disposition")).startsWith("attachment");
        Given.signedIn("150622").delete(project.path() + "/files/" + id).then().statusCode(204);
        Given.signedIn("150622").get(project.path() + "/files").then().body("items", empty());
        Given.signedIn("150622")
                .get(project.path() + "/history")
                .then()
                .body("items.action", contains("detach", "attach", "create"));
    }

    @Test
    void asksOnceForKindAndPhotographOfAStart() {
        GivenSigned project = GivenSigned.project("150622", Map.of());
        project.get().body(ASKED, empty());
        project.stage("STARTED", "2021-06-20", Map.of())
                .statusCode(200)
                .body(ASKED + ".severity", contains("EXPLAIN", "EXPLAIN"))
                .body(ASKED + ".message", contains(containsString("开工类型"), containsString("照片")));
        project.stage("STARTED", "2021-06-20", Map.of("startKind", "CONSTRUCTION"))
                .body(ASKED + ".message", contains(containsString("照片")));
        // A paper is no photograph.
        project.file("施工许可.pdf", PAPER, Map.of("purpose", "STAGE"));
        project.get().body(ASKED, hasSize(1));
        String photo = project.file("现场.jpg", GivenPicture.jpeg(8, 6), Map.of("purpose", "PHOTO"));
        project.get().body(ASKED, empty());
        listed(project, "explaining", 0);
        Given.signedIn("150622")
                .delete(project.path() + "/files/" + photo)
                .then()
                .statusCode(204);
        listed(project, "explaining", 1);
        project.stage("PRODUCING", "2021-12-01", Map.of()).body(ASKED, hasSize(1));
    }

    private static void listed(GivenSigned project, String member, int value) {
        Given.signedIn("150622")
                .queryParam("q", project.code())
                .get("/api/v1/signed-projects")
                .then()
                .body("items[0]." + member, is(value));
    }

    @Test
    void hangsAFileOnTheStageItShows() {
        GivenSigned project = GivenSigned.project("150622", Map.of());
        String stage = Given.signedIn("150622")
                .get(project.path() + "/stages")
                .then()
                .extract()
                .path("items[0].id");
        project.add("150622", "合影.jpg", GivenPicture.jpeg(8, 6), Map.of("purpose", "STAGE", "subjectId", stage))
                .statusCode(201)
                .body("subjectId", is(stage));
        project.add("150622", "合影.jpg", GivenPicture.jpeg(8, 6), Map.of("subjectId", UUID.randomUUID()))
                .statusCode(400)
                .body("errors.pointer", contains("/subjectId"));
    }

    @Test
    void refusesForeignHandsAndWrongKinds() {
        GivenSigned project = GivenSigned.project("150622", Map.of());
        project.add("150623", "图.pdf", PAPER, Map.of()).statusCode(404);
        project.add("bureau", "图.pdf", PAPER, Map.of()).statusCode(403);
        project.add("150622", "图.exe", PAPER, Map.of()).statusCode(415);
        project.add("150622", "图.png", PAPER, Map.of()).statusCode(415);
        project.add("150622", "图.pdf", PAPER, Map.of("purpose", "POSTER"))
                .statusCode(400)
                .body("errors.pointer", contains("/purpose"));
        String id = project.file("图.pdf", PAPER, Map.of());
        Given.signedIn("150623").get(project.path() + "/files").then().statusCode(404);
        // An id of one project is none of another.
        GivenSigned other = GivenSigned.project("150622", Map.of());
        Given.signedIn("150622").get(other.path() + "/files/" + id).then().statusCode(404);
        Given.signedIn("150622").delete(other.path() + "/files/" + id).then().statusCode(404);
    }
}
