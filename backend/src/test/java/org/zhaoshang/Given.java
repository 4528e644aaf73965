package org.zhaoshang;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.http.conn.params.ConnRoutePNames;

/** Where tests begin: sentences like {@code Given.signedIn("150622").get("/api/v1/projects")}. */
public final class Given {
    public static final String PASSWORD = "Ordos-demo-2021";

    /** Well within a token's ten minutes. */
    private static final Duration REUSED = Duration.ofMinutes(5);

    private static final Map<String, Signed> TOKENS = new ConcurrentHashMap<>();

    private record Signed(String token, Instant at) {}

    private Given() {}

    /** Requests of a demonstration account ("bureau", "150622", "150622-lead", …). */
    public static RequestSpecification signedIn(String username) {
        return bearer(token(username));
    }

    /** A demonstration account's token, for tests that speak HTTP by other means. */
    public static String token(String username) {
        return TOKENS.compute(
                        username,
                        (name, known) ->
                                known != null && known.at().plus(REUSED).isAfter(Instant.now())
                                        ? known
                                        : new Signed(freshToken(name, PASSWORD), Instant.now()))
                .token();
    }

    /** A session of its own, for tests that end it. */
    public static String freshToken(String username, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", password))
                .post("/api/v1/auth/login")
                .then()
                .statusCode(200)
                .extract()
                .path("accessToken");
    }

    public static RequestSpecification bearer(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    public static RequestSpecification nobody() {
        return given();
    }

    /**
     * Nobody's request from another address of this machine; all of 127.0.0.0/8 are its own. Tests with many wrong passwords
     * come from one of theirs: what gets locked there stops no other test.
     */
    public static RequestSpecification from(String address) {
        try {
            return given().config(RestAssured.config()
                    .httpClient(HttpClientConfig.httpClientConfig()
                            .setParam(ConnRoutePNames.LOCAL_ADDRESS, InetAddress.getByName(address))));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
