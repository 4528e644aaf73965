package org.zhaoshang.portal;

import static io.restassured.RestAssured.given;
import static java.net.http.HttpResponse.BodyHandlers.ofByteArray;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.zhaoshang.projects.GivenProject.REASON;
import static org.zhaoshang.projects.GivenProject.published;
import static org.zhaoshang.projects.GivenProject.uniqueName;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhaoshang.projects.GivenProject;
import org.zhaoshang.projects.ProjectUnlisted;

/** What is kept ready for readers is never older than the list. */
@QuarkusTest
class PublicPagesTest {
    private static final String LIST = "/api/v1/public/projects";
    private static final int READERS = 4;

    @TestHTTPResource("/")
    URI server;

    @Inject
    EntityManager database;

    @Inject
    PublicListing listing;

    @Inject
    PublicChanges changes;

    private static Response search(String name) {
        return given().queryParam("q", name).get(LIST);
    }

    private static void seen(String name, int projects) {
        search(name).then().statusCode(200).body("items", hasSize(projects));
    }

    @Test
    void whoPublishesSeesItInTheNextAnswerHoweverManyRead() throws Exception {
        String name = uniqueName();
        GivenProject project = published("150622", Map.of("name", name));
        AtomicBoolean ended = new AtomicBoolean();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> readers = new ArrayList<>();
            for (int reader = 0; reader < READERS; reader++) {
                readers.add(threads.submit(() -> {
                    while (!ended.get()) {
                        search(name).then().statusCode(200);
                    }
                }));
            }
            for (int round = 0; round < 20; round++) {
                project.as("bureau", "unpublish", REASON).statusCode(200);
                seen(name, 0);
                project.as("bureau", "publish", Map.of()).statusCode(200);
                seen(name, 1);
            }
            ended.set(true);
            for (Future<?> reader : readers) {
                reader.get();
            }
        }
    }

    /** The list as read while a change is under way must not be given once it is done. */
    @Test
    void aPageReadDuringAChangeIsNotKeptBeyondIt() throws Exception {
        String name = uniqueName();
        GivenProject project = published("150622", Map.of("name", name));
        UUID id = UUID.fromString(project.id());
        QuarkusTransaction.requiringNew().run(() -> {
            listing.remove(new ProjectUnlisted(id, ProjectUnlisted.Reason.UNPUBLISHED, null, Instant.now()));
            changes.atTheEnd(seq -> seen(name, 1));
        });
        seen(name, 0);
    }

    @Test
    void aRefusedChangeLeavesThePage() {
        String name = uniqueName();
        UUID id = UUID.fromString(published("150622", Map.of("name", name)).id());
        QuarkusTransaction.begin();
        listing.remove(new ProjectUnlisted(id, ProjectUnlisted.Reason.UNPUBLISHED, null, Instant.now()));
        QuarkusTransaction.rollback();
        seen(name, 1);
    }

    @Test
    void whatAnotherServerChangedIsSeenSoonAfter() throws InterruptedException {
        String name = uniqueName();
        GivenProject project = published("150622", Map.of("name", name));
        seen(name, 1);
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery("delete from public_projects where id = :id")
                    .setParameter("id", UUID.fromString(project.id()))
                    .executeUpdate();
            database.createNativeQuery("update public_feed set seq = seq + 1").executeUpdate();
        });
        Instant begin = Instant.now();
        while (search(name).jsonPath().getList("items").size() > 0) {
            assertThat(begin).isAfter(Instant.now().minusSeconds(10));
            Thread.sleep(5);
        }
    }

    /** By HTTP 1.1 and 2, packed and not: whichever way an answer goes out. */
    @ParameterizedTest
    @ValueSource(strings = {"", ".csv", ".ndjson", ".geojson"})
    void aKeptAnswerHasWhatTheFirstOneHad(String suffix) throws IOException, InterruptedException {
        String name = uniqueName();
        published("150622", Map.of("name", name, "longitude", 109.8, "latitude", 39.6));
        published("150622", Map.of("name", name + "二期", "longitude", 109.8, "latitude", 39.6));
        URI address = server.resolve(LIST + suffix + "?limit=1&q=" + URLEncoder.encode(name, StandardCharsets.UTF_8));
        for (HttpClient.Version version : HttpClient.Version.values()) {
            try (HttpClient http = HttpClient.newBuilder().version(version).build()) {
                for (String packing : new String[] {"identity", "gzip"}) {
                    HttpResponse<byte[]> first = http.send(request(address, "Accept-Encoding", packing), ofByteArray());
                    for (int again = 0; again < 5; again++) {
                        same(first, http.send(request(address, "Accept-Encoding", packing), ofByteArray()));
                    }
                    assertThat(text(first)).contains(name);
                    String tag = first.headers().firstValue("ETag").orElseThrow();
                    for (int again = 0; again < 5; again++) {
                        HttpResponse<byte[]> unchanged =
                                http.send(request(address, "If-None-Match", tag), ofByteArray());
                        assertThat(unchanged.statusCode()).isEqualTo(304);
                        assertThat(unchanged.headers().firstValue("ETag")).contains(tag);
                    }
                }
            }
        }
    }

    private static void same(HttpResponse<byte[]> first, HttpResponse<byte[]> kept) throws IOException {
        assertThat(text(kept)).isEqualTo(text(first));
        for (String header : new String[] {
            "Content-Type",
            "ETag",
            "Cache-Control",
            "Link",
            "Access-Control-Allow-Origin",
            "X-Content-Type-Options",
            "Content-Encoding"
        }) {
            assertThat(kept.headers().allValues(header))
                    .as(header)
                    .isEqualTo(first.headers().allValues(header));
        }
        assertThat(kept.headers().firstValue("X-Request-Id")).isPresent();
    }

    private static HttpRequest request(URI address, String... headers) {
        return HttpRequest.newBuilder(address).headers(headers).build();
    }

    private static String text(HttpResponse<byte[]> answer) throws IOException {
        byte[] body = answer.body();
        return answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip")
                ? new String(new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes(), StandardCharsets.UTF_8)
                : new String(body, StandardCharsets.UTF_8);
    }
}
