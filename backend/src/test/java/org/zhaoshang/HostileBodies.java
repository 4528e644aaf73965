package org.zhaoshang;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import java.util.function.Function;

/** What no endpoint that reads JSON may stumble over. */
public final class HostileBodies {
    private static final List<String> BODIES = List.of(
            "",
            " ",
            "null",
            "[]",
            "\"text\"",
            "7",
            "true",
            "{",
            "{}}",
            "{} {}",
            "{\"a\":1,\"a\":2}",
            "{\"name\":\"一\",\"name\":\"二\"}",
            "{\"unknown\":1}",
            "{\"year\":1e400}",
            "{\"year\":1e1000000000}",
            "{\"year\":1e99999999999}",
            "{\"year\":-1}",
            "{\"year\":99999999999999999999}",
            "{\"year\":2.5}",
            "{\"year\":\"2031\"}",
            "{\"year\":NaN}",
            "{\"name\":\"\\u0000\"}",
            "{\"name\":\"\\ud800\"}",
            "{\"name\":{\"$gt\":\"\"}}",
            "{\"reason\":[[[[]]]]}",
            "{\"unitCode\":\"150622'; drop table units; --\"}",
            "{\"deadline\":\"2021-02-30\"}",
            "{\"until\":\"0000-00-00\"}",
            "{\"quotas\":[null,1,{\"unitCode\":null}]}",
            "{\"quotas\":{\"unitCode\":\"150622\"}}",
            "{\"industryCodes\":[{},[],null,\"9.9\"]}",
            "{\"leadSubmitsOnly\":\"yes\"}",
            "{\"principalLeader\":\"" + "长".repeat(100_000) + "\"}",
            "[".repeat(2000),
            "{\"a\":".repeat(1500));

    private HostileBodies() {}

    /** Sends each of them; every answer must be a refusal of the caller's own making. */
    public static void refusedBy(Function<String, Response> request) {
        for (String body : BODIES) {
            Response answer = request.apply(body);
            assertThat(answer.statusCode())
                    .as("%.60s → %s", body, answer.body().asString())
                    .isBetween(400, 499);
            assertThat(answer.contentType()).as("%.60s", body).startsWith("application/problem+json");
            assertThat(answer.body().asString()).as("%.60s", body).doesNotContain("Exception", "org.zhaoshang");
        }
    }
}
