package org.zhaoshang.shared.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhaoshang.Given;

/** What is larger than 64 MB, or as an import larger still, is refused in words, whether it says so beforehand or not. */
@QuarkusTest
class BodyLimitTest {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final long LIMIT = 64L << 20;
    private static final String IMPORTS = "/api/v1/imports?kind=projects&dryRun=true";
    /** In the tests. */
    private static final long LARGEST_IMPORT = 80L << 20;

    @TestHTTPResource
    URI server;

    /** So many blanks, made while they are sent; without a length known beforehand they go in chunks. */
    private static BodyPublisher blanks(long length) {
        return BodyPublishers.ofInputStream(() -> new InputStream() {
            private long left = length;

            @Override
            public int read() {
                return left-- > 0 ? ' ' : -1;
            }

            @Override
            public int read(byte[] bytes, int from, int most) {
                if (left <= 0) {
                    return -1;
                }
                int count = (int) Math.min(most, left);
                java.util.Arrays.fill(bytes, from, from + count, (byte) ' ');
                left -= count;
                return count;
            }
        });
    }

    private HttpResponse<String> send(String path, String type, String language, BodyPublisher body) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(server.resolve(path))
                        .header("Authorization", "Bearer " + Given.token("150622"))
                        .header("Content-Type", type)
                        .header("Accept-Language", language)
                        .POST(body)
                        .build(),
                BodyHandlers.ofString());
    }

    private static void refusedInWords(HttpResponse<String> answer, String words) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
        assertThat(JsonPath.from(answer.body()).getString("title")).contains(words);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/projects, application/json",
        "/api/v1/projects/check, application/json",
        "/api/v1/auth/login, application/json"
    })
    void saysSoToWhoSentItInChunks(String path, String type) throws Exception {
        refusedInWords(send(path, type, "zh-CN", blanks(LIMIT + 1)), "最多 64 MB");
    }

    @Test
    void takesAnImportThatIsLargerThanAnyOtherBody() throws Exception {
        for (BodyPublisher body :
                List.of(blanks(LARGEST_IMPORT), BodyPublishers.fromPublisher(blanks(LARGEST_IMPORT), LARGEST_IMPORT))) {
            HttpResponse<String> read = send(IMPORTS, "text/csv", "zh-CN", body);
            assertThat(read.statusCode()).as(read.body()).isEqualTo(202);
            assertThat(JsonPath.from(read.body()).getLong("size")).isEqualTo(LARGEST_IMPORT);
        }
    }

    @Test
    void refusesAnImportThatIsLargerStill() throws Exception {
        refusedInWords(send(IMPORTS, "text/csv", "zh-CN", blanks(LARGEST_IMPORT + 1)), "最多 80 MB");
        refusedInWords(
                send(
                        IMPORTS,
                        "text/csv",
                        "zh-CN",
                        BodyPublishers.fromPublisher(blanks(LARGEST_IMPORT + 1), LARGEST_IMPORT + 1)),
                "最多 80 MB");
    }

    @Test
    void countsFramesAsItCountsChunks() throws Exception {
        try (HttpClient http2 =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
            HttpResponse<String> answer = http2.send(
                    HttpRequest.newBuilder(server.resolve("/api/v1/projects/check"))
                            .header("Authorization", "Bearer " + Given.token("150622"))
                            .header("Content-Type", "application/json")
                            .POST(blanks(LIMIT + (10L << 20)))
                            .build(),
                    BodyHandlers.ofString());
            refusedInWords(answer, "最多 64 MB");
        }
    }

    @Test
    void speaksEnglishToo() throws Exception {
        refusedInWords(
                send("/api/v1/projects/check", "application/json", "en", blanks(LIMIT + (20L << 20))),
                "larger than 64 MB");
        refusedInWords(
                send(
                        "/api/v1/projects/check",
                        "application/json",
                        "en",
                        BodyPublishers.fromPublisher(blanks(LIMIT + 1), LIMIT + 1)),
                "larger than 64 MB");
    }

    @Test
    void readsWhatIsJustAsLargeAsAllowed() throws Exception {
        HttpResponse<String> read = send("/api/v1/projects/check", "application/json", "zh-CN", blanks(LIMIT));
        assertThat(read.statusCode()).as(read.body()).isNotEqualTo(413).isLessThan(500);
    }
}
