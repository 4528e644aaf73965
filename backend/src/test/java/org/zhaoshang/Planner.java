package org.zhaoshang;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.zhaoshang.shared.embedded.LocalDatabase;

/**
 * What the database did for the statements that the product itself sent: PostgreSQL's auto_explain, read back from the server's
 * log. Nothing is explained by hand, so no statement can be forgotten or differ from the one that runs.
 */
public final class Planner {
    private static final String SUPERUSER = "postgres";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path log;
    private long read;

    /** @param directory the data directory of the database that is attended */
    public Planner(Path directory) throws IOException {
        try (var files = Files.list(directory.resolve("database-log"))) {
            this.log = files.max(Comparator.comparing(file -> file.toFile().lastModified()))
                    .orElseThrow();
        }
        this.read = Files.size(log);
    }

    /** A statement as it ran. */
    public record Ran(String statement, JsonNode plan) {}

    /** Loads the extension into every session to come; it stays silent until {@link #speak}. */
    static void attend(LocalDatabase database) {
        asSuperuser(
                database.url(),
                database.password(),
                "alter role zhaoshang set session_preload_libraries = 'auto_explain'",
                "alter role zhaoshang set auto_explain.log_min_duration = -1");
    }

    /** From now on, or no longer, every plan is written down with the rows that each node had. */
    public static void speak(String url, String password, boolean aloud) {
        asSuperuser(
                url,
                password,
                "load 'auto_explain'",
                "alter role zhaoshang reset auto_explain.log_min_duration",
                "alter system set auto_explain.log_min_duration = " + (aloud ? 0 : -1),
                "alter system set auto_explain.log_analyze = on",
                "alter system set auto_explain.log_timing = off",
                "alter system set auto_explain.log_format = json",
                "select pg_reload_conf()");
        // The server hears of it a moment later; sessions that are there keep what their role told them.
        String wanted = aloud ? "0" : "-1";
        for (int tries = 0; !wanted.equals(heard(url, password)) && tries < 100; tries++) {
            LockSupport.parkNanos(100_000_000);
        }
        asSuperuser(
                url, password, "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'zhaoshang'");
    }

    private static String heard(String url, String password) {
        try (var connection = DriverManager.getConnection(url, "zhaoshang", password);
                var statement = connection.createStatement();
                var row = statement.executeQuery("show auto_explain.log_min_duration")) {
            row.next();
            return row.getString(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** What ran since the last call. */
    public List<Ran> ran() throws IOException {
        byte[] fresh;
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(read);
            fresh = new byte[(int) (file.length() - read)];
            file.readFully(fresh);
        }
        read += fresh.length;
        List<Ran> ran = new ArrayList<>();
        StringBuilder entry = new StringBuilder();
        boolean inside = false;
        for (String line : new String(fresh, StandardCharsets.UTF_8).split("\n")) {
            if (line.startsWith("\t")) {
                if (inside) {
                    entry.append(line.substring(1)).append('\n');
                }
            } else {
                if (inside) {
                    ran.add(read(entry.toString()));
                }
                entry.setLength(0);
                inside = line.endsWith("plan:");
            }
        }
        if (inside) {
            ran.add(read(entry.toString()));
        }
        return ran;
    }

    private static Ran read(String json) throws JsonProcessingException {
        JsonNode explained = JSON.readTree(json);
        return new Ran(explained.path("Query Text").asText(), explained.path("Plan"));
    }

    private static void asSuperuser(String url, String password, String... statements) {
        try (var connection = DriverManager.getConnection(url, SUPERUSER, password);
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
