package org.zhaoshang.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;
import org.zhaoshang.accounts.AccessTokens;
import org.zhaoshang.shared.time.CityClock;

/** What a client's token is worth at each request. */
@QuarkusTest
class ClientCallerTest {
    @Inject
    AccessTokens tokens;

    @Inject
    EntityManager database;

    @Inject
    CityClock clock;

    @TestHTTPResource("/api/v1/oauth/token")
    URI oauth;

    @TestHTTPResource("/api/v1/projects")
    URI projects;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private static int status(String token) {
        return Scripts.call(token).statusCode();
    }

    private static Response created(String member, Object value) {
        Map<String, Object> input = Scripts.input();
        input.put(member, value);
        Response created = Scripts.create(input);
        created.then().statusCode(201);
        return created;
    }

    @Test
    void isRefusedAtOnceWhenTheClientIsDisabled() {
        Response created = Scripts.create(Scripts.input());
        String token = Scripts.tokenOf(created);
        assertThat(status(token)).isEqualTo(200);
        Scripts.patch("admin", created.path("id"), "*", Map.of("disabled", true))
                .then()
                .statusCode(200);
        assertThat(status(token)).isEqualTo(401);
        Scripts.ask(created.path("clientId"), created.path("clientSecret"), null)
                .then()
                .statusCode(401)
                .body("error", equalTo("invalid_client"));
        Scripts.patch("admin", created.path("id"), "*", Map.of("disabled", false))
                .then()
                .statusCode(200);
        assertThat(status(token)).isEqualTo(200);
    }

    @Test
    void losesAScopeWithTheClient() {
        Response created = Scripts.create(Scripts.input());
        String token = Scripts.tokenOf(created);
        Given.bearer(token).get("/api/v1/calls").then().statusCode(200);
        Scripts.patch("admin", created.path("id"), "*", Map.of("scopes", List.of("projects:read")));
        Given.bearer(token).get("/api/v1/calls").then().statusCode(403);
        assertThat(status(token)).isEqualTo(200);
        Scripts.patch("admin", created.path("id"), "*", Map.of("scopes", List.of("projects:read", "projects:submit")));
        assertThat(Given.bearer(token)
                        .header("If-Match", "*")
                        .post("/api/v1/projects/" + UUID.randomUUID() + "/submit")
                        .statusCode())
                .as("a scope that came after the token")
                .isEqualTo(403);
    }

    @Test
    void isRefusedFromAnotherNetwork() {
        Response created = created("allowedNetworks", List.of("127.0.5.0/24", "2001:db8::/32"));
        String id = created.path("clientId");
        String secret = created.path("clientSecret");
        assertThat(Scripts.askFrom("127.0.6.1", oauth, id, secret).statusCode()).isEqualTo(401);
        var granted = Scripts.askFrom("127.0.5.200", oauth, id, secret);
        assertThat(granted.statusCode()).isEqualTo(200);
        String token = granted.body().replaceAll(".*\"access_token\":\"([^\"]+)\".*", "$1");
        assertThat(callFrom("127.0.5.3", token)).isEqualTo(200);
        assertThat(callFrom("127.0.6.1", token)).isEqualTo(401);
        assertThat(status(token)).isEqualTo(401);
        Scripts.patch("admin", created.path("id"), "*", Map.of("allowedNetworks", List.of()));
        assertThat(status(token)).isEqualTo(200);
    }

    private int callFrom(String address, String token) {
        return Scripts.from(address, HttpRequest.newBuilder(projects).header("Authorization", "Bearer " + token))
                .statusCode();
    }

    @Test
    void endsWithTheLastDayOfTheClient() {
        clock.startAt(Instant.parse("2030-06-30T15:59:00Z"));
        Response created = created("expiresOn", "2030-06-30");
        String token = Scripts.tokenOf(created);
        assertThat(status(token)).isEqualTo(200);
        clock.startAt(Instant.parse("2030-06-30T16:00:00Z"));
        assertThat(status(token)).isEqualTo(401);
        Scripts.ask(created.path("clientId"), created.path("clientSecret"), null)
                .then()
                .statusCode(401)
                .body("error_description", equalTo("the client has expired"));
        Scripts.patch("admin", created.path("id"), "*", Map.of("name", "过期也能改名"))
                .then()
                .statusCode(200);
    }

    @Test
    void isRefusedWhenTheClientMoved() {
        Response created = Scripts.create(Scripts.input());
        String token = Scripts.tokenOf(created);
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "update api_clients set unit_code = '150622' where id = cast(:id as uuid)")
                        .setParameter("id", created.path("id"))
                        .executeUpdate());
        assertThat(status(token)).isEqualTo(401);
    }

    @Test
    void actsForItsUnitOnly() {
        String token = Scripts.tokenOf(Scripts.create(Scripts.input()));
        Response draft = Given.bearer(token)
                .contentType(ContentType.JSON)
                .body(Map.of("name", "脚本填报的项目 " + UUID.randomUUID()))
                .post("/api/v1/projects");
        draft.then().statusCode(201).body("unitCode", equalTo("150603"));
        Given.bearer(token)
                .contentType(ContentType.JSON)
                .body(Map.of("name", "他旗的项目", "unitCode", "150622"))
                .post("/api/v1/projects")
                .then()
                .statusCode(403);
        String foreign = Scripts.ask("demo-150622", "demo-150622-secret", null).path("access_token");
        Given.bearer(foreign).get("/api/v1/projects/" + draft.path("id")).then().statusCode(404);
        Given.bearer(token).get("/api/v1/projects/" + draft.path("id")).then().statusCode(200);
        Given.bearer(token).get("/api/v1/auth/me").then().statusCode(403);
        Given.bearer(token)
                .contentType(ContentType.JSON)
                .body(Map.of("currentPassword", "x", "newPassword", "一句够长又好记的初始口令"))
                .put("/api/v1/auth/password")
                .then()
                .statusCode(403);
    }

    @Test
    void isNoPersonsTokenNorTheReverse() {
        Response created = Scripts.create(Scripts.input());
        String client = created.path("id");
        String[] parts = Given.freshToken("150603", Given.PASSWORD).split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String person = claims.replaceAll(".*\"sub\":\"([^\"]+)\".*", "$1");
        String session = claims.replaceAll(".*\"sid\":\"([^\"]+)\".*", "$1");
        Map<String, JwtClaimsBuilder> forged = new LinkedHashMap<>();
        forged.put("a person as client", granted(person));
        forged.put("a person's session with scopes", granted(person).claim("sid", session));
        forged.put("a client with a session", granted(client).claim("sid", session));
        forged.put("a client as person", Jwt.subject(client).claim("sid", session));
        forged.put("a client without secret", Jwt.subject(client).claim("scope", "projects:read"));
        forged.put("another secret", granted(client).claim("gen", 2));
        forged.put("no secret's number", granted(client).claim("gen", "one"));
        forged.put("another unit", granted(client).claim("unit", "150622"));
        forged.put("scope as list", granted(client).claim("scope", List.of("projects:read")));
        forged.put("scope as number", granted(client).claim("scope", 7));
        forged.put("nobody", granted("admin"));
        forged.forEach(
                (what, token) -> assertThat(status(tokens.sign(token))).as(what).isEqualTo(401));
        assertThat(status(tokens.sign(granted(client)))).as("its own").isEqualTo(200);
        assertThat(status(tokens.sign(granted(client).claim("scope", "accounts:admin audit:read"))))
                .as("scopes it does not have")
                .isEqualTo(403);
    }

    private static JwtClaimsBuilder granted(String subject) {
        return Jwt.subject(subject)
                .claim("scope", "projects:read")
                .claim("unit", "150603")
                .claim("gen", 1);
    }
}
