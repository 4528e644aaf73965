package org.zhaoshang.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;

@QuarkusTest
class TokenTest {
    private static final String ID = "demo-150622";
    private static final String SECRET = "demo-150622-secret";

    @TestHTTPResource("/api/v1/oauth/token")
    URI tokens;

    private static String basic(String id, String secret) {
        String joined =
                URLEncoder.encode(id, StandardCharsets.UTF_8) + ":" + URLEncoder.encode(secret, StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(joined.getBytes(StandardCharsets.UTF_8));
    }

    private static Response post(String form) {
        return Given.nobody()
                .contentType("application/x-www-form-urlencoded")
                .body(form)
                .post(Scripts.TOKEN);
    }

    private static void refused(Response answer, int status, String error) {
        answer.then()
                .statusCode(status)
                .contentType(ContentType.JSON)
                .header("Cache-Control", "no-store")
                .body("error", equalTo(error))
                .body("error_description", notNullValue())
                .body("title", nullValue());
        if (status == 401) {
            answer.then().header("WWW-Authenticate", startsWith("Basic realm="));
        }
    }

    @Test
    void answersAsTheStandardSays() {
        Response answer = Scripts.ask(ID, SECRET, null);
        answer.then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .header("Cache-Control", "no-store")
                .header("Pragma", "no-cache")
                .body("token_type", equalTo("Bearer"))
                .body("expires_in", equalTo(600))
                .body(
                        "scope",
                        equalTo(
                                "calls:read land-parcels:read land-parcels:write monthly-reports:read"
                                        + " monthly-reports:submit monthly-reports:write premises:read premises:write"
                                        + " prices:read prices:submit prices:write projects:read projects:submit"
                                        + " projects:write receipts:read receipts:write signed-projects:read signed-projects:write"));
        Scripts.call(answer.path("access_token"))
                .then()
                .statusCode(200)
                .body("items.findAll { it.unitCode != '150622' }.size()", equalTo(0));
    }

    @Test
    void takesTheClientByHttpBasicToo() {
        for (String header : List.of(basic(ID, SECRET), basic(ID, SECRET).replace("Basic", "bAsIc"))) {
            Given.nobody()
                    .header("Authorization", header)
                    .formParam("grant_type", "client_credentials")
                    .post(Scripts.TOKEN)
                    .then()
                    .statusCode(200);
        }
        Given.nobody()
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString("demo%2D150622:demo%2d150622%2Dsecret"
                                                .getBytes(StandardCharsets.US_ASCII)))
                .formParam("grant_type", "client_credentials")
                .formParam("client_id", ID)
                .post(Scripts.TOKEN)
                .then()
                .statusCode(200);
    }

    @Test
    void refusesTwoWaysOfAuthenticatingAtOnce() {
        refused(
                Given.nobody()
                        .header("Authorization", basic(ID, SECRET))
                        .formParam("grant_type", "client_credentials")
                        .formParam("client_id", ID)
                        .formParam("client_secret", SECRET)
                        .post(Scripts.TOKEN),
                400,
                "invalid_request");
        refused(
                Given.nobody()
                        .header("Authorization", basic(ID, SECRET))
                        .formParam("grant_type", "client_credentials")
                        .formParam("client_id", "another")
                        .post(Scripts.TOKEN),
                400,
                "invalid_request");
    }

    @Test
    void narrowsTheScopeToWhatIsAskedFor() {
        Response answer = Scripts.ask(ID, SECRET, "projects:read");
        answer.then().statusCode(200).body("scope", equalTo("projects:read"));
        String token = answer.path("access_token");
        Scripts.call(token).then().statusCode(200);
        Given.bearer(token).get("/api/v1/calls").then().statusCode(403);
        Given.bearer(token)
                .contentType(ContentType.JSON)
                .body(Map.of("name", "脚本项目"))
                .post("/api/v1/projects")
                .then()
                .statusCode(403);
        refused(Scripts.ask(ID, SECRET, "projects:review"), 400, "invalid_scope");
        refused(Scripts.ask(ID, SECRET, "projects:read accounts:admin"), 400, "invalid_scope");
        refused(Scripts.ask(ID, SECRET, "\u0000"), 400, "invalid_scope");
        refused(Scripts.ask(ID, SECRET, "   "), 400, "invalid_scope");
    }

    @Test
    void answersAlikeWhetherTheClientExists() {
        Response wrong = Scripts.ask(ID, "wrong", null);
        refused(wrong, 401, "invalid_client");
        for (String nobody :
                List.of("nobody-" + UUID.randomUUID(), "x", "' or 1=1 --", "a\u0000b", "客户端", "a".repeat(3000))) {
            Response answer = Scripts.ask(nobody, "wrong", null);
            refused(answer, 401, "invalid_client");
            assertThat(answer.asString()).isEqualTo(wrong.asString());
        }
        Scripts.ask(ID, SECRET, null).then().statusCode(200);
    }

    @Test
    void refusesMalformedRequestsInTheWordsOfTheStandard() {
        String credentials = "client_id=" + ID + "&client_secret=" + SECRET;
        refused(post(credentials), 400, "invalid_request");
        refused(post(credentials + "&grant_type="), 400, "invalid_request");
        refused(post(credentials + "&grant_type=password"), 400, "unsupported_grant_type");
        refused(
                post(credentials + "&grant_type=client_credentials&grant_type=client_credentials"),
                400,
                "invalid_request");
        refused(post(credentials + "&grant_type=client_credentials&scope=%zz"), 400, "invalid_request");
        refused(post(""), 400, "invalid_request");
        refused(post("\u0000\uffff&&&===&%00=%00"), 400, "invalid_request");
        refused(post("grant_type=client_credentials&x=" + "y".repeat(100_000)), 400, "invalid_request");
        refused(post("grant_type=client_credentials"), 401, "invalid_client");
        refused(post("grant_type=client_credentials&client_id=" + ID), 401, "invalid_client");
        refused(
                Given.nobody()
                        .contentType(ContentType.JSON)
                        .body(Map.of("grant_type", "client_credentials", "client_id", ID, "client_secret", SECRET))
                        .post(Scripts.TOKEN),
                400,
                "invalid_request");
        for (String header : List.of(
                "Basic",
                "Basic ",
                "Basic !!!",
                "Basic " + Base64.getEncoder().encodeToString("no-colon".getBytes(StandardCharsets.US_ASCII)),
                "Basic " + Base64.getEncoder().encodeToString("%zz:%".getBytes(StandardCharsets.US_ASCII)),
                "Bearer x",
                "Digest y")) {
            refused(
                    Given.nobody()
                            .header("Authorization", header)
                            .formParam("grant_type", "client_credentials")
                            .post(Scripts.TOKEN),
                    401,
                    "invalid_client");
        }
        Given.nobody().get(Scripts.TOKEN).then().statusCode(405);
    }

    @Test
    void locksAClientAfterFiveWrongSecrets() {
        Response created = Scripts.create(Scripts.input());
        String id = created.path("clientId");
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(Scripts.askFrom("127.0.7.1", tokens, id, "wrong").statusCode())
                    .isEqualTo(401);
        }
        HttpResponse<String> locked = Scripts.askFrom("127.0.7.2", tokens, id, created.path("clientSecret"));
        assertThat(locked.statusCode()).isEqualTo(429);
        assertThat(locked.body()).contains("\"error\":\"temporarily_unavailable\"");
        assertThat(Integer.parseInt(locked.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(290, 301);
        assertThat(locked.headers().firstValue("RateLimit-Policy")).isPresent();
        String secret = Scripts.rotate("admin", created.path("id"), "*").path("clientSecret");
        assertThat(Scripts.askFrom("127.0.7.2", tokens, id, secret).statusCode())
                .as("with a new secret")
                .isEqualTo(200);
    }

    @Test
    void locksAnAddressThatTriesManyClients() {
        int refused = 0;
        for (int name = 0; name < 35; name++) {
            refused += Scripts.askFrom("127.0.7.3", tokens, "spray-" + name, "wrong")
                                    .statusCode()
                            == 429
                    ? 1
                    : 0;
        }
        assertThat(refused).isEqualTo(5);
        assertThat(Scripts.askFrom("127.0.7.3", tokens, ID, SECRET).statusCode())
                .isEqualTo(429);
        assertThat(Scripts.askFrom("127.0.7.4", tokens, ID, SECRET).statusCode())
                .isEqualTo(200);
    }

    @Test
    void isNoWayInForPeople() {
        refused(Scripts.ask("150622", Given.PASSWORD, null), 401, "invalid_client");
        Given.nobody()
                .contentType(ContentType.JSON)
                .body(Map.of("username", ID, "password", SECRET))
                .post("/api/v1/auth/login")
                .then()
                .statusCode(401)
                .body("title", containsString("用户名或密码不正确"));
    }
}
