package org.zhaoshang.shared.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;

/** A cursor is opaque and not signed: whatever someone writes into one is their mistake, never ours. */
@QuarkusTest
class ForgedCursorTest {
    private static final String SOME_ID = "00000000-0000-7000-8000-000000000000";

    private static Response list(String user, String path, String sort, String key, String id) {
        String cursor = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((sort + "\u001f" + key + "\u001f" + id).getBytes(StandardCharsets.UTF_8));
        return Given.signedIn(user).get("/api/v1/" + path + "?sort=" + sort + "&cursor=" + cursor);
    }

    @Test
    void isRefusedAsTheCallersMistake() {
        for (String key :
                List.of("x", "", "-", "NaN!", "+999999999-01-01T00:00:00Z", "2021-13-45 00:00:00+00", "a\u0000b")) {
            for (String sort : List.of("-updatedAt", "-totalInvestmentYuan", "submittedAt")) {
                refused(list("bureau", "projects", sort, key, SOME_ID));
            }
            refused(list("auditor", "users", "-createdAt", key, SOME_ID));
            refused(list("auditor", "api-clients", "createdAt", key, SOME_ID));
            refused(list("bureau", "public/projects", "-publishedAt", key, SOME_ID));
        }
        refused(list("bureau", "projects", "code", "a\u0000b", SOME_ID));
        refused(list("auditor", "users", "username", "a\u0000b", SOME_ID));
        refused(list("auditor", "users", "username", "a", "no id"));
    }

    @Test
    void goesOnFromAValueThatNoRowHas() {
        for (String amount : List.of("1e9999", "-1e9999", "NaN", "Infinity")) {
            assertThat(list("bureau", "projects", "-totalInvestmentYuan", amount, SOME_ID)
                            .statusCode())
                    .as(amount)
                    .isIn(200, 400);
        }
    }

    private static void refused(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
    }
}
