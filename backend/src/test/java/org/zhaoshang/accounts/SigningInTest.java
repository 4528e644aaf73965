package org.zhaoshang.accounts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;

@QuarkusTest
class SigningInTest {
    static Response login(String username, String password) {
        return Given.from("127.0.3.1")
                .contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", password))
                .post("/api/v1/auth/login");
    }

    @Test
    void answersWithThePersonAndARefreshCookie() {
        Response answer = login("150622", Given.PASSWORD);
        answer.then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body("expiresIn", equalTo(600))
                .body("user.displayName", equalTo("准格尔旗填报人（示例）"))
                .body("user.unitCode", equalTo("150622"))
                .body("user.unitName", equalTo("准格尔旗"))
                .body("user.roles", contains("REPORTER"))
                .body("user.permissions", hasItem("projects:submit"))
                .body("user.mustChangePassword", equalTo(false));
        assertThat(answer.getHeader("Set-Cookie"))
                .startsWith("zs_refresh=")
                .contains("HttpOnly", "SameSite=Strict", "Path=/api/v1/auth");
    }

    @Test
    void knowsUserNamesInAnyCase() {
        login("1506A1", Given.PASSWORD).then().statusCode(200).body("user.username", equalTo("1506a1"));
    }

    @Test
    void tellsWhoIsSignedIn() {
        Given.signedIn("bureau").get("/api/v1/auth/me").then().statusCode(200).body("username", equalTo("bureau"));
        given().get("/api/v1/auth/me").then().statusCode(401).header("WWW-Authenticate", equalTo("Bearer"));
    }

    @Test
    void answersAlikeWhetherTheUserExists() {
        Response wrong = login("leader", "Ordos-demo-2022");
        Response unknown = login("nobody-at-all", "Ordos-demo-2022");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(wrong.body().asString()).isEqualTo(unknown.body().asString());
    }

    @Test
    void signsOutAtOnce() {
        Response answer = login("bureau-2", Given.PASSWORD);
        String token = answer.path("accessToken");
        Given.bearer(token).get("/api/v1/auth/me").then().statusCode(200);
        given().cookie("zs_refresh", answer.getCookie("zs_refresh"))
                .post("/api/v1/auth/logout")
                .then()
                .statusCode(204);
        Given.bearer(token).get("/api/v1/auth/me").then().statusCode(401);
        given().cookie("zs_refresh", answer.getCookie("zs_refresh"))
                .post("/api/v1/auth/refresh")
                .then()
                .statusCode(401);
    }
}
