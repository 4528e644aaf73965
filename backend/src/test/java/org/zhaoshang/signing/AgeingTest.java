package org.zhaoshang.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;

/** Projects that stand still: the number is the length of the list that it opens, and the rows of its export. */
@QuarkusTest
class AgeingTest {
    @Test
    void countsWhatItsListShowsAndItsFileHolds() {
        GivenSigned.project("150627", Map.of());
        GivenSigned.project("150627", Map.of()).stage("STARTED", "2021-05-01", Map.of("startKind", "CONSTRUCTION"));
        for (String who : List.of("150627", "bureau", "leader")) {
            List<Map<String, Object>> kinds = Given.signedIn(who)
                    .get("/api/v1/signed-project-ageing")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("items");
            assertThat(kinds).hasSize(4);
            for (Map<String, Object> kind : kinds) {
                String href = (String) kind.get("href");
                int counted = ((Number) kind.get("projects")).intValue();
                Given.signedIn(who)
                        .get(href + "&count=true")
                        .then()
                        .statusCode(200)
                        .body("total", equalTo(counted));
                String file = Given.signedIn(who)
                        .get(href.replace("/signed-projects?", "/signed-projects.ndjson?"))
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
                assertThat(file.lines().filter(line -> !line.isBlank()).count())
                        .as(href)
                        .isEqualTo(counted);
            }
            assertThat(kinds.getFirst().get("projects"))
                    .as("signed in 2021 and not started")
                    .isNotEqualTo(0);
        }
        Given.signedIn("150627")
                .get("/api/v1/signed-projects?plannedStartTo=2021-06-01&asOf=2021-07-01")
                .then()
                .statusCode(400);
    }
}
