package org.zhaoshang.shared.client;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** Against the small client in src/test/resources/client. */
@QuarkusTest
class ClientRouteTest {
    @Test
    void servesThePageAtTheRootAndAtEachOfItsAddresses() {
        get("/", "text/html").statusCode(200).body(containsString("the page"));
        get("/projects/42?tab=history", "text/html,*/*")
                .statusCode(200)
                .header("Cache-Control", "no-cache")
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("X-Content-Type-Options", "nosniff")
                .body(containsString("the page"));
    }

    @Test
    void servesThePageToWhoAsksForAnything() {
        get("/public/prices?item=STEAM_INDUSTRIAL", "*/*").statusCode(200).body(containsString("the page"));
        get("/public/prices", "image/webp,*/*;q=0.8").statusCode(200).body(containsString("the page"));
        get("/public/prices", "application/json").statusCode(404);
        given().accept("*/*").post("/public/prices").then().statusCode(405);
    }

    @Test
    void letsBrowsersKeepWhatIsNamedByItsHash() {
        get("/assets/app-1a2b.js", "*/*")
                .statusCode(200)
                .header("Content-Type", equalTo("text/javascript;charset=UTF-8"))
                .header("Cache-Control", "public, max-age=31536000, immutable");
        get("/config.json", "*/*").statusCode(200).header("Cache-Control", "no-cache");
    }

    @Test
    void neverAnswersAMissingAssetWithThePage() {
        get("/assets/gone-9f.js", "text/html,*/*").statusCode(404);
        get("/gone.png", "image/png").statusCode(404);
        get("/gone.png", "*/*").statusCode(404);
        get("/assets/gone", "*/*").statusCode(404);
    }

    @Test
    void leavesTheApiAndOperationsAlone() {
        get("/api/v1/no-such-thing", "text/html").statusCode(404).body(not(containsString("the page")));
        get("/api/v1/no-such-thing", "*/*").statusCode(404).contentType("application/problem+json");
        get("/api", "*/*").statusCode(404);
        get("/q/health/live", "text/html").statusCode(200).body(containsString("UP"));
    }

    @Test
    void staysInsideItsFolder() {
        get("/..%2f..%2fapplication.properties", "*/*").statusCode(404);
        get("/.vite/manifest.json", "*/*").statusCode(404);
    }

    private static ValidatableResponse get(String path, String accept) {
        return given().urlEncodingEnabled(false).accept(accept).get(path).then();
    }
}
