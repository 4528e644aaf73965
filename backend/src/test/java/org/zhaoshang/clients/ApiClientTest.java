package org.zhaoshang.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;
import org.zhaoshang.HostileBodies;
import org.zhaoshang.Kept;

@QuarkusTest
class ApiClientTest {
    @Inject
    Kept kept;

    @Inject
    EntityManager database;

    private static Map<String, Object> with(String member, Object value) {
        Map<String, Object> input = Scripts.input();
        input.put(member, value);
        return input;
    }

    @Test
    void tellsItsSecretOnce() {
        Response created = Scripts.create(Scripts.input());
        created.then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("clientId", startsWith("150603-"))
                .body("clientSecret", notNullValue())
                .body("name", equalTo("统计平台"))
                .body("scopes", contains("calls:read", "projects:read", "projects:write"))
                .body("allowedNetworks", empty())
                .body("disabled", equalTo(false))
                .body("allowedActions", contains("edit", "disable", "secret"));
        for (String reader : List.of("admin", "auditor")) {
            Given.signedIn(reader)
                    .get(Scripts.PATH + "/" + created.path("id"))
                    .then()
                    .statusCode(200)
                    .body("clientId", equalTo(created.<String>path("clientId")))
                    .body("clientSecret", nullValue());
        }
        assertThat(Scripts.call(Scripts.tokenOf(created)).statusCode()).isEqualTo(200);
        Given.signedIn("auditor")
                .get(Scripts.PATH + "/" + created.path("id"))
                .then()
                .body("lastUsedAt", notNullValue())
                .body("allowedActions", empty());
    }

    @Test
    void doesNotRepeatTheSecretToARepeatedRequest() {
        String key = UUID.randomUUID().toString();
        Response first =
                keyed(key).contentType(ContentType.JSON).body(Scripts.input()).post(Scripts.PATH);
        Response again =
                keyed(key).contentType(ContentType.JSON).body(Scripts.input()).post(Scripts.PATH);
        again.then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(first.<String>path("id")))
                .body("clientId", equalTo(first.<String>path("clientId")))
                .body("clientSecret", nullValue());
        String path = Scripts.PATH + "/" + first.path("id") + "/secret";
        Response rotated = keyed(key).header("If-Match", "\"0\"").post(path);
        rotated.then().statusCode(200).body("clientSecret", notNullValue());
        keyed(key)
                .header("If-Match", "\"0\"")
                .post(path)
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", "true")
                .body("clientSecret", nullValue());
        assertThat(Scripts.ask(first.path("clientId"), rotated.path("clientSecret"), null)
                        .statusCode())
                .isEqualTo(200);
    }

    private static io.restassured.specification.RequestSpecification keyed(String key) {
        return Given.signedIn("admin").header("Idempotency-Key", key);
    }

    @Test
    void keepsNoSecretInAnyTableOrLogLine() {
        String[] secrets = new String[3];
        String log = Kept.logOf(() -> {
            Response created = keyed(UUID.randomUUID().toString())
                    .contentType(ContentType.JSON)
                    .body(Scripts.input())
                    .post(Scripts.PATH);
            secrets[0] = created.path("clientSecret");
            secrets[1] = keyed(UUID.randomUUID().toString())
                    .header("If-Match", "*")
                    .post(Scripts.PATH + "/" + created.path("id") + "/secret")
                    .path("clientSecret");
            secrets[2] = Scripts.ask(created.path("clientId"), secrets[1], null).path("access_token");
            Scripts.ask(created.path("clientId"), secrets[0], null).then().statusCode(401);
        });
        for (String secret : secrets) {
            assertThat(secret).hasSizeGreaterThan(40);
            assertThat(log).doesNotContain(secret);
            kept.inNoTable(secret);
        }
    }

    @Test
    void endsTheOldSecretAndItsTokensWithTheNewOne() {
        Response created = Scripts.create(Scripts.input());
        String token = Scripts.tokenOf(created);
        Scripts.rotate("admin", created.path("id"), null).then().statusCode(428);
        Scripts.rotate("admin", created.path("id"), "\"7\"")
                .then()
                .statusCode(412)
                .body("current.clientId", equalTo(created.<String>path("clientId")));
        String secret = Scripts.rotate("admin", created.path("id"), "\"0\"")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .extract()
                .path("clientSecret");
        assertThat(Scripts.call(token).statusCode()).isEqualTo(401);
        Scripts.ask(created.path("clientId"), created.path("clientSecret"), null)
                .then()
                .statusCode(401);
        Scripts.ask(created.path("clientId"), secret, null).then().statusCode(200);
    }

    @Test
    void takesOnlyWhatCanBeGranted() {
        for (Object wrong : List.of(
                with("scopes", List.of("projects:review")),
                with("scopes", List.of("accounts:admin")),
                with("scopes", "projects:read"),
                with("unitCode", "150600"),
                with("unitCode", "999999"),
                with("allowedNetworks", List.of(7)),
                with("expiresOn", "2021-02-30"),
                with("clientId", "admin"),
                with("disabled", true),
                Map.of())) {
            assertThat(Scripts.create(wrong).statusCode()).as("%s", wrong).isEqualTo(400);
        }
        for (Object wrong : List.of(
                with("scopes", List.of()),
                with("allowedNetworks", List.of("10.20.0.0/33")),
                with("allowedNetworks", List.of("10.20.0.1/16")),
                with("allowedNetworks", List.of("localhost")),
                with("expiresOn", "2001-01-01"))) {
            assertThat(Scripts.create(wrong).statusCode()).as("%s", wrong).isEqualTo(422);
        }
        Scripts.create(with("allowedNetworks", List.of("10.20.0.0/16", "10.20.0.1/16")))
                .then()
                .body("errors.pointer", contains("/allowedNetworks/1"));
    }

    @Test
    void isChangedByMergePatchWithTheVersionSeen() {
        Response created = Scripts.create(with("allowedNetworks", List.of("127.0.0.0/8")));
        String id = created.path("id");
        Scripts.patch("admin", id, null, Map.of("name", "甲")).then().statusCode(428);
        Scripts.patch("admin", id, "\"0\"", Map.of("name", "新名称", "scopes", List.of("projects:read")))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("name", equalTo("新名称"))
                .body("scopes", contains("projects:read"))
                .body("allowedNetworks", contains("127.0.0.0/8"));
        Scripts.patch("admin", id, "\"0\"", Map.of("name", "旧名称"))
                .then()
                .statusCode(412)
                .body("current.name", equalTo("新名称"));
        Scripts.patch("admin", id, "\"1\"", "{\"allowedNetworks\":null,\"expiresOn\":\"2099-12-31\"}")
                .then()
                .statusCode(200)
                .body("allowedNetworks", empty())
                .body("expiresOn", equalTo("2099-12-31"));
        Scripts.patch("admin", id, "\"2\"", Map.of("name", "新名称"))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        Scripts.patch("admin", id, "*", Map.of("unitCode", "150622"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/unitCode"));
    }

    @Test
    void isWrittenByTheAdministratorAndReadByTheAuditor() {
        String id = Scripts.create(Scripts.input()).path("id");
        for (String other : List.of("auditor", "bureau", "leader", "expert", "150603", "150603-lead")) {
            Given.signedIn(other)
                    .contentType(ContentType.JSON)
                    .body(Scripts.input())
                    .post(Scripts.PATH)
                    .then()
                    .statusCode(403);
            Scripts.patch(other, id, "*", Map.of("disabled", true)).then().statusCode(403);
            Scripts.rotate(other, id, "*").then().statusCode(403);
            if (!other.equals("auditor")) {
                Given.signedIn(other).get(Scripts.PATH).then().statusCode(403);
                Given.signedIn(other).get(Scripts.PATH + "/" + id).then().statusCode(403);
            }
        }
        String token = Scripts.tokenOf(Scripts.create(Scripts.input()));
        Given.bearer(token).get(Scripts.PATH).then().statusCode(403);
        Given.bearer(token).get("/api/v1/users").then().statusCode(403);
    }

    @Test
    void isListedAndPaged() {
        for (int n = 0; n < 4; n++) {
            Scripts.create(with("name", "分页用客户端" + n)).then().statusCode(201);
        }
        Response page = Given.signedIn("auditor").get(Scripts.PATH + "?q=分页用&limit=3&sort=-name&count=true");
        page.then().statusCode(200).body("total", equalTo(4)).header("Link", startsWith("</api/v1/api-clients?"));
        List<String> names = page.path("items.name");
        assertThat(names).containsExactly("分页用客户端3", "分页用客户端2", "分页用客户端1");
        Given.signedIn("auditor")
                .get(Scripts.PATH + "?q=分页用&limit=3&sort=-name&cursor=" + page.path("nextCursor"))
                .then()
                .body("items.name", contains("分页用客户端0"))
                .body("nextCursor", nullValue());
        Given.signedIn("admin")
                .get(Scripts.PATH + "?unitCode=150622&q=demo")
                .then()
                .body("items.clientId", contains("demo-150622"))
                .body("items[0].scopes", hasItems("projects:read", "projects:write", "projects:submit", "calls:read"));
        List<String> ids =
                Given.signedIn("admin").get(Scripts.PATH + "?limit=1000").path("items.id");
        assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
    }

    @Test
    void survivesHostileBodies() {
        HostileBodies.refusedBy(Scripts::create);
        String id = Scripts.create(Scripts.input()).path("id");
        HostileBodies.refusedBy(body -> Scripts.patch("admin", id, "*", body));
    }

    @Test
    void leavesATrail() {
        Response created = Scripts.create(Scripts.input());
        Scripts.tokenOf(created);
        Scripts.ask(created.path("clientId"), "wrong", null);
        Scripts.patch("admin", created.path("id"), "*", Map.of("disabled", true));
        Scripts.ask(created.path("clientId"), created.path("clientSecret"), null);
        Scripts.rotate("admin", created.path("id"), "*");
        List<?> lines = QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery("""
                        select action || coalesce(' (' || reason || ')', '') || ' by ' || actor_kind from audit_entries
                        where subject_kind = 'client' and subject_id = :id and unit_code = '150603' order by id
                        """)
                        .setParameter("id", created.path("id"))
                        .getResultList());
        assertThat(lines)
                .asString()
                .isEqualTo("[create by PERSON, token by CLIENT, token-refused by CLIENT, update by PERSON,"
                        + " token-refused (the client is disabled) by CLIENT, rotate-secret by PERSON]");
    }
}
