package org.zhaoshang.shared.http;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;

/** As many figures as the API has addresses, whatever is asked for. */
@QuarkusTest
class RequestFiguresTest {
    private static final int ASKED = 150;

    private static Set<String> counted(String tag) {
        Set<String> found = new TreeSet<>();
        Pattern label = Pattern.compile("\\b" + tag + "=\"([^\"]*)\"");
        get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .filter(line -> line.startsWith("http_server_requests_seconds_count{"))
                .forEach(line -> label.matcher(line).results().forEach(value -> found.add(value.group(1))));
        return found;
    }

    @Test
    void areNotKeptByAddressOfPagesAndOfWhatThereIsNot() {
        String mark = "m" + UUID.randomUUID();
        for (int at = 0; at < ASKED; at++) {
            String name = mark + at;
            given().accept("text/html").get("/projects/" + name).then().statusCode(200);
            given().get("/api/v1/" + name);
            given().post("/api/v1/" + name);
            given().delete("/" + name);
            given().get("/api/v1/templates/" + name + ".xlsx");
            Given.signedIn("150622")
                    .get("/api/v1/projects/" + UUID.randomUUID())
                    .then()
                    .statusCode(404);
            Given.signedIn("150622").get("/api/v1/imports/" + name);
        }
        assertThat(counted("uri"))
                .contains("/projects/{id}", "/{other}")
                .allSatisfy(uri -> assertThat(uri).doesNotContain(mark))
                .noneMatch(uri -> uri.matches(".*[0-9a-f]{8}-[0-9a-f]{4}-.*"));
    }

    @Test
    void areNotKeptByMethodsThatSomeoneMadeUp() {
        for (int at = 0; at < 5; at++) {
            given().request("MADEUP" + at, "/api/v1/projects");
        }
        assertThat(counted("method")).contains("OTHER").noneMatch(method -> method.startsWith("MADEUP"));
    }
}
