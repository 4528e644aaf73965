package org.zhaoshang.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;

/** Each test comes from an address of its own within 127.0.0.0/8: a locked address must not stop other tests. */
@QuarkusTest
class LockOutTest {
    private static final AtomicInteger ADDRESS = new AtomicInteger(10);

    @TestHTTPResource("/api/v1/auth/login")
    URI login;

    @Inject
    GivenAccount accounts;

    private final String address = "127.0.0." + ADDRESS.incrementAndGet();

    private HttpResponse<String> signIn(String from, String username, String password) throws Exception {
        try (HttpClient client = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName(from))
                .build()) {
            return client.send(
                    HttpRequest.newBuilder(login)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void locksAnAccountAfterFiveWrongPasswords() throws Exception {
        String username = accounts.reporterOf("150602").username();
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(signIn(address, username, "wrong").statusCode()).isEqualTo(401);
        }
        HttpResponse<String> locked = signIn(address, username, Given.PASSWORD);
        assertThat(locked.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(locked.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(290, 301);
        assertThat(locked.headers().firstValue("RateLimit-Policy")).contains("\"sign-in\";q=5;w=900");
        assertThat(locked.headers().firstValue("RateLimit").orElseThrow()).startsWith("\"sign-in\";r=0;t=");
    }

    @Test
    void locksNamesThatDoNotExistAlike() throws Exception {
        String username = "ghost-" + UUID.randomUUID().toString().substring(0, 8);
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(signIn(address, username, "wrong").statusCode()).isEqualTo(401);
        }
        assertThat(signIn(address, username, "wrong").statusCode()).isEqualTo(429);
    }

    @Test
    void forgivesFailuresAfterASuccess() throws Exception {
        String username = accounts.reporterOf("150602").username();
        for (int round = 0; round < 3; round++) {
            for (int attempt = 0; attempt < 4; attempt++) {
                assertThat(signIn(address, username, "wrong").statusCode()).isEqualTo(401);
            }
            assertThat(signIn(address, username, Given.PASSWORD).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void locksAnAddressThatTriesManyNames() throws Exception {
        int refused = 0;
        for (int name = 0; name < 40; name++) {
            refused += signIn(address, "spray-" + name, "Summer2021!!").statusCode() == 429 ? 1 : 0;
        }
        assertThat(refused).isEqualTo(10);
        String username = accounts.reporterOf("150602").username();
        assertThat(signIn(address, username, Given.PASSWORD).statusCode()).isEqualTo(429);
        assertThat(signIn("127.0.0.9", username, Given.PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void doesNotTakeManyRightPasswordsAtOnceForGuessing() throws Exception {
        String username = accounts.reporterOf("150602").username();
        Duration allowed = Duration.ofSeconds(30);
        try (var many = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = java.util.stream.IntStream.range(0, 12)
                    .mapToObj(n -> many.submit(
                            () -> signIn(address, username, Given.PASSWORD).statusCode()))
                    .toList();
            for (var answer : answers) {
                assertThat(answer.get(allowed.toSeconds(), java.util.concurrent.TimeUnit.SECONDS))
                        .isEqualTo(200);
            }
        }
    }
}
