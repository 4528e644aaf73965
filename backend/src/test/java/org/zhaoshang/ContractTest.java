package org.zhaoshang;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContractTest {
    /** The build of this very test wrote the description of the code as it is. */
    @Test
    void openapiYamlIsWhatTheCodeDoes() throws IOException {
        assertThat(Files.readString(Path.of("../openapi.yaml")))
                .as("openapi.yaml is older than the code: run `make openapi` and commit what it writes")
                .isEqualTo(Files.readString(Path.of("target/openapi/openapi.yaml")));
    }
}
