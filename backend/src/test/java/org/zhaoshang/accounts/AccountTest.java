package org.zhaoshang.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;
import org.zhaoshang.HostileBodies;

@QuarkusTest
class AccountTest {
    private static Map<String, Object> with(String member, Object value) {
        Map<String, Object> input = new HashMap<>(Users.input(Users.freshName()));
        input.put(member, value);
        return input;
    }

    @Test
    void isCreatedWithAPasswordToBeChanged() {
        String username = Users.freshName();
        Response created = Users.create("admin", Users.input(username.toUpperCase(java.util.Locale.ROOT)));
        created.then()
                .statusCode(201)
                .header("ETag", equalTo("\"0\""))
                .body("username", equalTo(username))
                .body("displayName", equalTo("新填报人"))
                .body("roles", contains("REPORTER"))
                .body("unitCode", equalTo("150602"))
                .body("disabled", equalTo(false))
                .body("mustChangePassword", equalTo(true))
                .body("lastSignInAt", nullValue())
                .body("allowedActions", containsInAnyOrder("edit", "disable", "password"));
        Users.get("auditor", created.path("id"))
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"0\""))
                .body("username", equalTo(username))
                .body("allowedActions", empty());
        assertThat(created.header("Location")).endsWith(":" + RestAssured.port + "/api/v1/users/" + created.path("id"));

        String token = Given.freshToken(username, Users.PASSWORD);
        Given.bearer(token).get("/api/v1/projects").then().statusCode(403).body("title", equalTo("请先修改初始密码（或已到期的密码）"));
        Given.bearer(token)
                .contentType(ContentType.JSON)
                .body(Map.of("currentPassword", Users.PASSWORD, "newPassword", "另一句自己的够长的好口令"))
                .put("/api/v1/auth/password")
                .then()
                .statusCode(204);
        Given.bearer(token).get("/api/v1/projects").then().statusCode(200);
        Users.get("admin", created.path("id"))
                .then()
                .body("mustChangePassword", equalTo(false))
                .body("lastSignInAt", notNullValue());
    }

    @Test
    void isCreatedOnceHoweverOftenTheRequestIsSent() {
        String username = Users.freshName();
        Response first = Given.signedIn("admin")
                .header("Idempotency-Key", username)
                .contentType(ContentType.JSON)
                .body(Users.input(username))
                .post(Users.PATH);
        Response again = Given.signedIn("admin")
                .header("Idempotency-Key", username)
                .contentType(ContentType.JSON)
                .body(Users.input(username))
                .post(Users.PATH);
        first.then().statusCode(201);
        again.then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(first.<String>path("id")));
        Map<String, Object> otherPassword = new HashMap<>(Users.input(username));
        otherPassword.put("password", "又一句够长的别的口令呀");
        Given.signedIn("admin")
                .header("Idempotency-Key", username)
                .contentType(ContentType.JSON)
                .body(otherPassword)
                .post(Users.PATH)
                .then()
                .statusCode(422);
        Users.create("admin", Users.input(username))
                .then()
                .statusCode(409)
                .body("errors.pointer", contains("/username"));
    }

    @Test
    void takesOnlyRolesThatGoTogetherAndFitTheUnit() {
        Map<List<String>, Integer> ofCity = Map.of(
                List.of("BUREAU"), 201,
                List.of("LEADER", "EXPERT"), 201,
                List.of("ADMIN"), 201,
                List.of("ADMIN", "BUREAU"), 422,
                List.of("AUDITOR", "LEADER"), 422,
                List.of("ADMIN", "AUDITOR"), 422,
                List.of("REPORTER"), 422,
                List.of("REPORTER", "BUREAU"), 422,
                List.of("UNIT_LEAD", "ADMIN"), 422,
                List.of(), 422);
        ofCity.forEach((roles, status) -> {
            Map<String, Object> input = with("roles", roles);
            input.remove("unitCode");
            assertThat(Users.create("admin", input).statusCode())
                    .as("%s of the city", roles)
                    .isEqualTo(status);
        });
        Map<List<String>, Integer> ofUnit = Map.of(
                List.of("REPORTER", "UNIT_LEAD"), 201,
                List.of("BUREAU"), 422,
                List.of("AUDITOR"), 422,
                List.of("REPORTER", "EXPERT"), 422);
        ofUnit.forEach((roles, status) -> assertThat(
                        Users.create("admin", with("roles", roles)).statusCode())
                .as("%s of a unit", roles)
                .isEqualTo(status));
        Users.create("admin", with("unitCode", "150600"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/unitCode"));
    }

    @Test
    void namesEveryMistakeAtOnce() {
        Users.create("admin", Map.of("username", 7, "roles", List.of("KING"), "unitCode", "999999", "salary", 1))
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        hasItems("/username", "/roles/0", "/unitCode", "/salary", "/displayName", "/password"));
        Users.create(
                        "admin",
                        Map.of(
                                "username", "空格 名",
                                "displayName", "甲",
                                "roles", List.of("REPORTER"),
                                "password", "short"))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/username", "/unitCode", "/password"));
    }

    @Test
    void isListedByTheAdministratorAndTheAuditorOnly() {
        for (String reader : List.of("admin", "auditor")) {
            Given.signedIn(reader)
                    .get(Users.PATH + "?unitCode=150622&q=150622&count=true")
                    .then()
                    .statusCode(200)
                    .body("items.username", contains("150622", "150622-lead"))
                    .body("total", equalTo(2))
                    .body("nextCursor", nullValue());
        }
        for (String other : List.of("150622", "150622-lead", "bureau", "leader", "expert")) {
            Given.signedIn(other).get(Users.PATH).then().statusCode(403);
            Users.get(other, "00000000-0000-7000-8000-000000000000").then().statusCode(403);
        }
        Given.nobody().get(Users.PATH).then().statusCode(401);
    }

    @Test
    void isNarrowedByRoleStateAndText() {
        Given.signedIn("admin")
                .get(Users.PATH + "?role=ADMIN,AUDITOR&sort=-username&q=系统管理")
                .then()
                .body("items.username", hasItem("admin"))
                .body("items.username", not(hasItem("auditor")));
        Given.signedIn("admin")
                .get(Users.PATH + "?role=UNIT_LEAD&limit=1000")
                .then()
                .body("items.username", hasItem("1506a1-lead"))
                .body("items.username", not(hasItem("1506a1")));
        Given.signedIn("admin")
                .get(Users.PATH + "?disabled=true&q=150622")
                .then()
                .body("items", empty());
        Given.signedIn("admin").get(Users.PATH + "?q=%25%25").then().body("items", empty());
    }

    @Test
    void pagesThroughAllInEveryOrderWithoutLossOrRepetition() {
        for (String sort :
                List.of("username", "-username", "displayName", "-createdAt", "lastSignInAt", "-lastSignInAt")) {
            List<String> seen = new ArrayList<>();
            String next = Users.PATH + "?q=1506&limit=7&sort=" + sort;
            while (next != null) {
                Response page = Given.signedIn("auditor").get(next);
                page.then().statusCode(200);
                seen.addAll(page.path("items.username"));
                String cursor = page.path("nextCursor");
                next = cursor == null ? null : Users.PATH + "?q=1506&limit=7&sort=" + sort + "&cursor=" + cursor;
                if (cursor != null) {
                    page.then().header("Link", startsWith("</api/v1/users?"));
                }
            }
            assertThat(seen).as(sort).contains("150602", "1506a2-lead").hasSizeGreaterThanOrEqualTo(22);
            assertThat(new HashSet<>(seen)).as(sort).hasSameSizeAs(seen);
        }
    }

    @Test
    void refusesParametersItCanNotRead() {
        String foreign = java.util.Base64.getUrlEncoder()
                .encodeToString("createdAt\u001f+999999999-01-01T00:00:00Z\u001fx"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        for (String query : List.of(
                "limit=0",
                "limit=1001",
                "limit=x",
                "limit=-1",
                "count=maybe",
                "sort=password_hash",
                "sort=username%3Bdrop",
                "role=KING",
                "locked=perhaps",
                "q=a",
                "q=a%00b",
                "cursor=x",
                "cursor=%00",
                "sort=createdAt&cursor=" + foreign)) {
            Response answer = Given.signedIn("admin").urlEncodingEnabled(false).get(Users.PATH + "?" + query);
            assertThat(answer.statusCode()).as(query).isEqualTo(400);
            assertThat(answer.contentType()).as(query).startsWith("application/problem+json");
        }
    }

    @Test
    void survivesHostileBodies() {
        HostileBodies.refusedBy(body -> Users.create("admin", body));
        String id = Users.create("admin", Users.input(Users.freshName())).path("id");
        HostileBodies.refusedBy(body -> Users.patch("admin", id, "*", body));
        HostileBodies.refusedBy(body -> Users.resetPassword("admin", id, "*", body));
        for (String unknown : List.of("00000000-0000-7000-8000-000000000000", "x", "1%00", "..%2f..")) {
            assertThat(Given.signedIn("admin")
                            .urlEncodingEnabled(false)
                            .get(Users.PATH + "/" + unknown)
                            .statusCode())
                    .as(unknown)
                    .isBetween(400, 404);
        }
    }

    @Test
    void isWrittenByTheAdministratorOnly() {
        Response account = Users.create("admin", Users.input(Users.freshName()));
        String id = account.path("id");
        for (String other : List.of("auditor", "bureau", "leader", "expert", "150602", "150602-lead")) {
            Users.create(other, Users.input(Users.freshName())).then().statusCode(403);
            Users.patch(other, id, "*", Map.of("disabled", true)).then().statusCode(403);
            Users.resetPassword(other, id, "*", Map.of("newPassword", "一句谁也猜不到的话"))
                    .then()
                    .statusCode(403);
            Users.unlock(other, id, "*").then().statusCode(403);
        }
    }
}
