package org.zhaoshang.shared.http;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;

@QuarkusTest
class ViolationsTest {
    @Test
    void saysWhichFieldIsMissing() {
        Given.nobody()
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/auth/login")
                .then()
                .statusCode(400)
                .body("errors.rule", hasItems("REQUIRED", "REQUIRED"))
                .body("errors.pointer", hasItems("/username", "/password"))
                .body("errors.message", hasItems("请填写“username”", "请填写“password”"));
    }

    @Test
    void saysWhatAParameterMayBe() {
        Given.signedIn("bureau")
                .get("/api/v1/projects?limit=1001")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/limit"))
                .body("errors[0].message", equalTo("“limit”的格式不对：应为 1 到 1000 的整数"));
        Given.signedIn("bureau")
                .header("Accept-Language", "en")
                .get("/api/v1/projects?q=" + "长".repeat(101))
                .then()
                .statusCode(400)
                .body("errors[0].message", equalTo("q holds at most 100 characters and has 101: shorten it"));
    }
}
