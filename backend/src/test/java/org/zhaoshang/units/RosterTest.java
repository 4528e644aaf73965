package org.zhaoshang.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;
import org.zhaoshang.HostileBodies;

@QuarkusTest
class RosterTest {
    private static final String OF_150626 = "/api/v1/units/150626/roster";

    @Inject
    Rosters rosters;

    private static Response put(String user, String unit, String version, Object body) {
        return Given.signedIn(user)
                .contentType(ContentType.JSON)
                .header("If-Match", version)
                .body(body)
                .put("/api/v1/units/" + unit + "/roster");
    }

    private static String tag(String user, String unit) {
        return Given.signedIn(user).get("/api/v1/units/" + unit + "/roster").header("ETag");
    }

    @Test
    void isKeptByTheUnitAndReadByTheCity() {
        put("150626", "150626", tag("150626", "150626"), Map.of("reporter", "专人甲", "officePhone", "0477-1234567"))
                .then()
                .statusCode(200)
                .body("reporter", equalTo("专人甲"))
                .body("principalLeader", nullValue())
                .body("allowedActions", contains("edit"));
        for (String reader : new String[] {"bureau", "leader", "auditor", "150626-lead"}) {
            Given.signedIn(reader).get(OF_150626).then().statusCode(200).body("officePhone", equalTo("0477-1234567"));
        }
        Given.signedIn("bureau").get(OF_150626).then().body("allowedActions", empty());
        assertThat(rosters.telephones()).contains("0477-1234567");
    }

    @Test
    void isUnknownToOtherUnitsAndToThoseWithoutBusiness() {
        Given.signedIn("150622").get(OF_150626).then().statusCode(404);
        put("150622", "150626", "*", Map.of()).then().statusCode(404);
        Given.signedIn("expert").get(OF_150626).then().statusCode(403);
        Given.signedIn("admin").get(OF_150626).then().statusCode(403);
        put("bureau", "150626", "*", Map.of()).then().statusCode(403);
        put("auditor", "150626", "*", Map.of()).then().statusCode(403);
        Given.signedIn("bureau").get("/api/v1/units/150600/roster").then().statusCode(404);
        Given.signedIn("bureau").get("/api/v1/units/999999/roster").then().statusCode(404);
    }

    @Test
    void refusesToOverwriteWhatOneHasNotSeen() {
        Given.signedIn("150625")
                .contentType(ContentType.JSON)
                .body(Map.of())
                .put("/api/v1/units/150625/roster")
                .then()
                .statusCode(428);
        String seen = tag("150625", "150625");
        put("150625", "150625", seen, Map.of("reporter", "先写的人")).then().statusCode(200);
        put("150625-lead", "150625", seen, Map.of("reporter", "后写的人"))
                .then()
                .statusCode(412)
                .body("current.reporter", equalTo("先写的人"));
    }

    @Test
    void namesEveryMistakeAtOnce() {
        put("150625", "150625", "*", Map.of("reporter", "长".repeat(51), "officePhone", 5, "salary", 1))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItems("/reporter", "/officePhone", "/salary"))
                .body("errors.find { it.pointer == '/reporter' }.message", equalTo("“专人（填报人）”最多 50 个字，现有 51 个字，请精简"));
    }

    @Test
    void survivesHostileBodies() {
        HostileBodies.refusedBy(body -> put("150625", "150625", "*", body));
    }

    @Test
    void letsTheAdministratorSetWhoSubmits() {
        HostileBodies.refusedBy(body -> patch("admin", "150627", "*", body));
        patch("bureau", "150627", "*", "{\"leadSubmitsOnly\":true}").then().statusCode(403);
        patch("admin", "150600", "*", "{\"leadSubmitsOnly\":true}").then().statusCode(404);
        String version = patch("admin", "150627", "*", "{\"leadSubmitsOnly\":true}")
                .then()
                .statusCode(200)
                .body("leadSubmitsOnly", equalTo(true))
                .extract()
                .header("ETag");
        Given.signedIn("150627")
                .get("/api/v1/units")
                .then()
                .body("items.find { it.code == '150627' }.leadSubmitsOnly", equalTo(true));
        patch("admin", "150627", version, "{\"leadSubmitsOnly\":false}").then().statusCode(200);
        patch("admin", "150627", version, "{\"leadSubmitsOnly\":true}").then().statusCode(412);
    }

    private static Response patch(String user, String unit, String version, String body) {
        return Given.signedIn(user)
                .contentType("application/merge-patch+json")
                .header("If-Match", version)
                .body(body)
                .patch("/api/v1/units/" + unit);
    }
}
