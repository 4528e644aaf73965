package org.zhaoshang;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.embedded.LocalDatabase;

/** One database of its own for the whole test run, started by the class that `make run` uses too. */
@QuarkusTestResource(EmbeddedDatabase.class)
public class EmbeddedDatabase implements QuarkusTestResourceLifecycleManager {
    private @Nullable LocalDatabase database;

    @Override
    public Map<String, String> start() {
        Path directory = temporaryDirectory();
        database = LocalDatabase.start(directory);
        Planner.attend(database);
        return Map.of(
                "quarkus.datasource.jdbc.url",
                database.url(),
                "quarkus.datasource.username",
                database.username(),
                "quarkus.datasource.password",
                database.password(),
                "zhaoshang.data-directory",
                directory.toString(),
                "zhaoshang.demonstration",
                "true",
                "zhaoshang.publishing.second-person",
                "false",
                "zhaoshang.sample-projects",
                "false",
                "zhaoshang.client.directory",
                "src/test/resources/client");
    }

    @Override
    public void stop() {
        if (database != null) {
            database.close();
        }
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target/databases")), "test-");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
