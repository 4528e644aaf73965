package org.zhaoshang.portal;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;

@QuarkusTest
class PublicReferenceTest {
    @Test
    void answersAnyoneAndNotTwice() {
        for (String path : new String[] {"/api/v1/public/units", "/api/v1/public/industries"}) {
            String tag = Given.nobody()
                    .get(path)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", containsString("max-age"))
                    .body("items", hasSize(path.endsWith("units") ? 12 : 25))
                    .extract()
                    .header("ETag");
            Given.nobody()
                    .header("If-None-Match", tag)
                    .get(path)
                    .then()
                    .statusCode(304)
                    .body(emptyString());
        }
    }
}
