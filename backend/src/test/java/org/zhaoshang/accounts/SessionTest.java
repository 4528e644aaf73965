package org.zhaoshang.accounts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;
import org.zhaoshang.HostileBodies;

@QuarkusTest
class SessionTest {
    @Inject
    GivenAccount accounts;

    private static Response refresh(String cookie) {
        return given().cookie("zs_refresh", cookie).post("/api/v1/auth/refresh");
    }

    private static Response changePassword(String token, String current, String wanted) {
        return Given.bearer(token)
                .contentType(ContentType.JSON)
                .body(Map.of("currentPassword", current, "newPassword", wanted))
                .put("/api/v1/auth/password");
    }

    private Response signedIn() {
        return SigningInTest.login(accounts.reporterOf("150602").username(), Given.PASSWORD);
    }

    private static int statusOf(String token) {
        return Given.bearer(token).get("/api/v1/auth/me").statusCode();
    }

    @Test
    void rotatesTheRefreshToken() {
        Response first = signedIn();
        Response second = refresh(first.getCookie("zs_refresh"));
        second.then().statusCode(200);
        assertThat(second.getCookie("zs_refresh")).isNotEqualTo(first.getCookie("zs_refresh"));
        refresh(second.getCookie("zs_refresh")).then().statusCode(200);
    }

    @Test
    void endsTheSessionWhenAnOldTokenIsUsedAgain() {
        Response first = signedIn();
        Response second = refresh(first.getCookie("zs_refresh"));
        refresh(first.getCookie("zs_refresh")).then().statusCode(401);
        refresh(second.getCookie("zs_refresh")).then().statusCode(401);
        assertThat(statusOf(second.path("accessToken"))).isEqualTo(401);
    }

    @Test
    void letsOneOfEightAtOnceThroughAndThenEndsTheSession() throws Exception {
        Response first = signedIn();
        String cookie = first.getCookie("zs_refresh");
        try (ExecutorService eight = Executors.newFixedThreadPool(8)) {
            List<Callable<Response>> uses = Stream.generate(() -> (Callable<Response>) () -> refresh(cookie))
                    .limit(8)
                    .toList();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Response> use : eight.invokeAll(uses)) {
                statuses.add(use.get().statusCode());
            }
            assertThat(statuses).containsOnlyOnce(200);
            assertThat(statuses.stream().filter(status -> status == 401)).hasSize(7);
        }
        assertThat(statusOf(first.path("accessToken"))).isEqualTo(401);
    }

    @Test
    void refusesRefreshTokensThatAreNotOurs() {
        for (String cookie : List.of("", "x", "a".repeat(5000), "%00", "' or 1=1 --")) {
            refresh(cookie).then().statusCode(401);
        }
        given().post("/api/v1/auth/refresh").then().statusCode(401);
        given().cookie("zs_refresh", "x").post("/api/v1/auth/logout").then().statusCode(204);
        given().post("/api/v1/auth/logout").then().statusCode(204);
    }

    @Test
    void endsOtherSessionsWhenThePasswordChanges() {
        Account account = accounts.reporterOf("150602");
        Response here = SigningInTest.login(account.username(), Given.PASSWORD);
        Response elsewhere = SigningInTest.login(account.username(), Given.PASSWORD);
        changePassword(here.path("accessToken"), Given.PASSWORD, "一句只有我记得住的好口令")
                .then()
                .statusCode(204);
        assertThat(statusOf(here.path("accessToken"))).isEqualTo(200);
        assertThat(statusOf(elsewhere.path("accessToken"))).isEqualTo(401);
        refresh(elsewhere.getCookie("zs_refresh")).then().statusCode(401);
        SigningInTest.login(account.username(), Given.PASSWORD).then().statusCode(401);
        SigningInTest.login(account.username(), "一句只有我记得住的好口令").then().statusCode(200);
    }

    @Test
    void saysWhyANewPasswordIsRefused() {
        String token = signedIn().path("accessToken");
        changePassword(token, "wrong", "一句只有我记得住的好口令")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/currentPassword"));
        changePassword(token, Given.PASSWORD, "short")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/newPassword"))
                .body("errors.rule", contains("FORMAT"));
        changePassword(token, Given.PASSWORD, Given.PASSWORD).then().statusCode(422);
        given().contentType(ContentType.JSON)
                .body("{}")
                .put("/api/v1/auth/password")
                .then()
                .statusCode(401);
    }

    @Test
    void neverAnswersWithAFailureToHostileBodies() {
        HostileBodies.refusedBy(
                body -> given().contentType(ContentType.JSON).body(body).post("/api/v1/auth/login"));
        String token = signedIn().path("accessToken");
        HostileBodies.refusedBy(body ->
                Given.bearer(token).contentType(ContentType.JSON).body(body).put("/api/v1/auth/password"));
        given().contentType(ContentType.JSON)
                .body("{\"username\":\"a\\u0000b\",\"password\":\"\\u0000\"}")
                .post("/api/v1/auth/login")
                .then()
                .statusCode(400);
        given().contentType(ContentType.JSON)
                .body("{\"username\":\"nobody\",\"password\":\"Ordos-demo-2021\\u0000\"}")
                .post("/api/v1/auth/login")
                .then()
                .statusCode(401)
                .body("title", equalTo("用户名或密码不正确"));
    }
}
