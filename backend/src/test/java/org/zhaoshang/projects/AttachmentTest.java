package org.zhaoshang.projects;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;
import org.zhaoshang.shared.files.SampleFile;

@QuarkusTest
class AttachmentTest {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String EDGE = "----edge";

    @ConfigProperty(name = "zhaoshang.data-directory")
    Path data;

    private static HttpRequest request(String user, String project, BodyPublisher body, String... headers) {
        String token = Given.token(user);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(
                        "http://localhost:" + RestAssured.port + "/api/v1/projects/" + project + "/attachments"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "multipart/form-data; boundary=" + EDGE)
                .POST(body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }

    private static byte[] head(String name) {
        return ("--" + EDGE + "\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nAPPRAISAL\r\n--" + EDGE
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(UTF_8);
    }

    private static byte[] tail() {
        return ("\r\n--" + EDGE + "--\r\n").getBytes(UTF_8);
    }

    private static BodyPublisher form(String name, byte[] content) {
        return BodyPublishers.ofByteArrays(List.of(head(name), content, tail()));
    }

    private static HttpResponse<String> upload(
            String user, String project, String name, byte[] content, String... headers) {
        try {
            return HTTP.send(request(user, project, form(name, content), headers), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private static String id(HttpResponse<String> created) {
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return JsonPath.from(created.body()).getString("id");
    }

    private static List<String> names(String user, GivenProject project) {
        return Given.signedIn(user).get(project.path() + "/attachments").path("items.name");
    }

    /** Zeros that are made while they are sent: the test holds no more of them than the server should. */
    private static BodyPublisher zeros(String name, long size) {
        InputStream zeros = new InputStream() {
            private long left = size;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                int some = (int) Math.min(left, length);
                left -= some;
                return some > 0 ? some : -1;
            }
        };
        return BodyPublishers.fromPublisher(
                BodyPublishers.ofInputStream(() -> new SequenceInputStream(Collections.enumeration(
                        List.of(new ByteArrayInputStream(head(name)), zeros, new ByteArrayInputStream(tail()))))),
                head(name).length + size + tail().length);
    }

    private Path stored(String sha256) {
        return data.resolve("files").resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    @Test
    void keepsAFileAndGivesItBackAsItWas() throws Exception {
        GivenProject project = GivenProject.draft("150622");
        byte[] content = SampleFile.pdf("论证意见");
        HttpResponse<String> created = upload("150622", project.id(), "论证意见 (第1稿).pdf", content);
        String id = id(created);
        JsonPath view = JsonPath.from(created.body());
        assertThat(view.getString("name")).isEqualTo("论证意见 (第1稿).pdf");
        assertThat(view.getString("mediaType")).isEqualTo("application/pdf");
        assertThat(view.getLong("size")).isEqualTo(content.length);
        assertThat(view.getString("purpose")).isEqualTo("APPRAISAL");
        assertThat(created.headers().firstValue("Location").orElseThrow())
                .endsWith(project.path() + "/attachments/" + id);
        assertThat(Files.readAllBytes(stored(view.getString("sha256")))).isEqualTo(content);

        byte[] back = Given.signedIn("150622")
                .get(project.path() + "/attachments/" + id)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header(
                        "Content-Disposition",
                        equalTo("attachment; filename=\"____ (_1_).pdf\"; filename*=UTF-8''"
                                + "%E8%AE%BA%E8%AF%81%E6%84%8F%E8%A7%81%20%28%E7%AC%AC1%E7%A8%BF%29.pdf"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", equalTo("sandbox; default-src 'none'"))
                .header("Cache-Control", "private, no-store")
                .extract()
                .asByteArray();
        assertThat(back).isEqualTo(content);
        project.get().body("attachmentsCount", equalTo(1));
        Given.signedIn("150622")
                .get(project.path() + "/history")
                .then()
                .body("items[0].action", equalTo("attach"))
                .body("items[0].changes[0].label", equalTo("附件"))
                .body("items[0].changes[0].to.name", equalTo("论证意见 (第1稿).pdf"));
    }

    @Test
    void goesWithItsRecord() {
        GivenProject project = GivenProject.draft("150622");
        byte[] content = SampleFile.pdf(UUID.randomUUID().toString());
        HttpResponse<String> created = upload("150622", project.id(), "a.pdf", content);
        String one = id(created);
        String two = id(upload("150622", project.id(), "b.pdf", content));
        Path file = stored(JsonPath.from(created.body()).getString("sha256"));

        Given.signedIn("150622")
                .delete(project.path() + "/attachments/" + one)
                .then()
                .statusCode(204);
        assertThat(file).as("the other one still needs it").exists();
        Given.signedIn("150622")
                .delete(project.path() + "/attachments/" + two)
                .then()
                .statusCode(204);
        assertThat(file).doesNotExist();
        Given.signedIn("150622")
                .get(project.path() + "/attachments/" + two)
                .then()
                .statusCode(404);
        assertThat(names("150622", project)).isEmpty();
    }

    @Test
    void isSeenByThoseWhoSeeTheProject() {
        GivenProject project = GivenProject.draft("150622");
        String id = id(upload("150622", project.id(), "a.pdf", SampleFile.pdf()));
        String path = project.path() + "/attachments";
        GivenProject other = GivenProject.draft("150621");

        Given.signedIn("bureau").get(path + "/" + id).then().statusCode(200);
        Given.signedIn("auditor").get(path).then().statusCode(200).body("items", hasSize(1));
        for (String stranger : List.of("150621", "expert", "leader")) {
            Given.signedIn(stranger).get(path).then().statusCode(404);
            Given.signedIn(stranger).get(path + "/" + id).then().statusCode(404);
        }
        Given.signedIn("150621").get(other.path() + "/attachments/" + id).then().statusCode(404);
        Given.signedIn("150621").delete(path + "/" + id).then().statusCode(404);
        Given.signedIn("150621")
                .delete(other.path() + "/attachments/" + id)
                .then()
                .statusCode(404);
        Given.signedIn("admin").get(path).then().statusCode(403);
        Given.nobody().get(path + "/" + id).then().statusCode(401);
        assertThat(upload("150621", project.id(), "a.pdf", SampleFile.pdf()).statusCode())
                .isEqualTo(404);
        assertThat(upload("bureau", project.id(), "a.pdf", SampleFile.pdf()).statusCode())
                .isEqualTo(403);
        assertThat(names("150622", project)).containsExactly("a.pdf");
    }

    @Test
    void closesWithSubmission() {
        GivenProject project = GivenProject.complete("150622");
        String id = id(upload("150622", project.id(), "a.pdf", SampleFile.pdf()));
        project.as("150622", "submit").statusCode(200);
        assertThat(upload("150622", project.id(), "b.pdf", SampleFile.pdf()).statusCode())
                .isEqualTo(409);
        Given.signedIn("150622")
                .delete(project.path() + "/attachments/" + id)
                .then()
                .statusCode(409);
        assertThat(names("leader", project)).containsExactly("a.pdf");
    }

    @Test
    void refusesHostileFiles() {
        GivenProject project = GivenProject.draft("150622");
        Map<String, byte[]> hostile = Map.of(
                "图.png", SampleFile.pdf(),
                "年报.exe", SampleFile.pdf(),
                "空.pdf", new byte[0],
                "炸弹.docx", SampleFile.bomb(),
                "人群.docx", SampleFile.crowd(),
                "双面.png", SampleFile.both(SampleFile.picture("png"), SampleFile.docx()),
                "页面.pdf", "<html><script>alert(1)</script></html>".getBytes(UTF_8));
        hostile.forEach((name, content) -> {
            HttpResponse<String> refused = upload("150622", project.id(), name, content);
            assertThat(refused.statusCode()).as(name + refused.body()).isEqualTo(415);
            assertThat(JsonPath.from(refused.body()).getString("errors[0].pointer"))
                    .isEqualTo("/file");
        });
        for (String name : List.of("年报\u202Efdp.pdf", "长".repeat(300) + ".pdf")) {
            assertThat(upload("150622", project.id(), name, SampleFile.pdf()).statusCode())
                    .as(name)
                    .isEqualTo(400);
        }
        id(upload("150622", project.id(), "../../../etc/../论证.pdf", SampleFile.pdf()));
        id(upload("150622", project.id(), "C:\\\\Users\\\\x\\\\图.png", SampleFile.picture("png")));
        assertThat(names("150622", project)).containsExactly("论证.pdf", "图.png");
    }

    @Test
    void refusesWhatIsTooLargeInClearWords() throws Exception {
        GivenProject project = GivenProject.draft("150622");
        HttpResponse<String> large =
                HTTP.send(request("150622", project.id(), zeros("a.pdf", (50L << 20) + 1)), BodyHandlers.ofString());
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(JsonPath.from(large.body()).getString("title")).contains("50 MB");

        HttpResponse<String> larger =
                HTTP.send(request("150622", project.id(), zeros("a.pdf", 70L << 20)), BodyHandlers.ofString());
        assertThat(larger.statusCode()).isEqualTo(413);
        assertThat(larger.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(JsonPath.from(larger.body()).getString("title")).contains("64 MB");

        HttpResponse<String> unannounced = HTTP.send(
                request("150622", project.id(), BodyPublishers.fromPublisher(zeros("a.pdf", 70L << 20))),
                BodyHandlers.ofString());
        assertThat(unannounced.statusCode()).isEqualTo(413);
        assertThat(JsonPath.from(unannounced.body()).getString("title")).contains("64 MB");
        assertThat(names("150622", project)).isEmpty();
    }

    @Test
    void refusesBrokenForms() throws Exception {
        GivenProject project = GivenProject.draft("150622");
        for (String body : List.of(
                "",
                "--" + EDGE + "--\r\n",
                "no form at all",
                "--" + EDGE + "\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\njust text\r\n--" + EDGE
                        + "--\r\n",
                "--" + EDGE
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.4 cut off")) {
            HttpResponse<String> refused =
                    HTTP.send(request("150622", project.id(), BodyPublishers.ofString(body)), BodyHandlers.ofString());
            assertThat(refused.statusCode()).as(body + " → " + refused.body()).isBetween(400, 499);
        }
        assertThat(names("150622", project)).isEmpty();
    }

    @Test
    void holdsTenAlsoWhenAllComeAtOnce() {
        GivenProject project = GivenProject.draft("150622");
        Given.token("150622");
        List<Integer> answers = IntStream.range(0, 14)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> upload("150622", project.id(), number + ".pdf", SampleFile.pdf("" + number))
                                .statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).filteredOn(status -> status == 201).hasSize(10);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(4);
        assertThat(names("150622", project)).hasSize(10);
    }

    @Test
    void repeatsTheAnswerForTheSameKey() {
        GivenProject project = GivenProject.draft("150622");
        String key = UUID.randomUUID().toString();
        String one = id(upload("150622", project.id(), "a.pdf", SampleFile.pdf(), "Idempotency-Key", key));
        assertThat(id(upload("150622", project.id(), "a.pdf", SampleFile.pdf(), "Idempotency-Key", key)))
                .isEqualTo(one);
        assertThat(upload("150622", project.id(), "a.pdf", SampleFile.pdf("2"), "Idempotency-Key", key)
                        .statusCode())
                .isEqualTo(422);
        assertThat(names("150622", project)).hasSize(1);
    }
}
