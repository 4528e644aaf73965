package org.zhaoshang.shared.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.zhaoshang.shared.start.StartRefused;

/**
 * A PostgreSQL of our own on a free loopback port, its data in a folder that outlives the process. The library's defaults
 * are those of a throw-away test database; here what was acknowledged stays on disk, and nobody connects without the password.
 */
public final class LocalDatabase implements AutoCloseable {
    /** The first start creates the cluster, and a start after a crash replays its log: both take long on a slow disk. */
    private static final Duration ALLOWANCE = Duration.ofSeconds(60);

    private static final String NAME = "zhaoshang";

    private final FileChannel lock;
    private final Postmaster postmaster;
    private final EmbeddedPostgres server;
    private final Password password;

    private LocalDatabase(FileChannel lock, Postmaster postmaster, EmbeddedPostgres server, Password password) {
        this.lock = lock;
        this.postmaster = postmaster;
        this.server = server;
        this.password = password;
    }

    /** Starts the database of this folder, or creates it. Refuses when another process uses the folder. */
    public static LocalDatabase start(Path directory) {
        try {
            Path home = PrivateFiles.directory(directory.toAbsolutePath().normalize());
            FileChannel lock = lock(home);
            try {
                return start(home, lock);
            } catch (IOException | SQLException | RuntimeException failure) {
                lock.close();
                throw failure;
            }
        } catch (IOException | SQLException failure) {
            throw new StartRefused(
                    "The embedded database in " + directory + " did not start (" + failure.getMessage() + "): see "
                            + directory.resolve("database-start.log") + " and " + directory.resolve("database-log")
                            + ".",
                    failure);
        }
    }

    private static LocalDatabase start(Path home, FileChannel lock) throws IOException, SQLException {
        Path data = home.resolve("database");
        Postmaster postmaster = new Postmaster(data.resolve("postmaster.pid"));
        postmaster.stopOrphan(ALLOWANCE);
        Password password = Password.of(home, data);

        // Unpacked binaries stay inside our own folder: the library's place is one in /tmp that everybody may write to.
        if (System.getProperty("ot.epg.working-dir") == null) {
            System.setProperty("ot.epg.working-dir", home.resolve("postgresql").toString());
        }
        EmbeddedPostgres server = builder(home, data, password).start();
        LocalDatabase database = new LocalDatabase(lock, postmaster, server, password);
        if (password.isNew()) {
            database.createOwnDatabase();
            password.keep();
        }
        return database;
    }

    private static EmbeddedPostgres.Builder builder(Path home, Path data, Password password) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(ALLOWANCE)
                .setOutputRedirector(ProcessBuilder.Redirect.to(
                        home.resolve("database-start.log").toFile()))
                .setConnectConfig("password", password.value());
        Map<String, String> server = Map.ofEntries(
                // The library passes -F (no fsync) and synchronous_commit=off; the later option wins.
                Map.entry("fsync", "on"),
                Map.entry("synchronous_commit", "on"),
                Map.entry("listen_addresses", "127.0.0.1"),
                Map.entry("unix_socket_directories", ""),
                Map.entry("max_connections", "60"),
                // One file a weekday, overwritten a week later: the log never fills the disk.
                Map.entry("logging_collector", "on"),
                Map.entry("log_directory", "../database-log"),
                Map.entry("log_filename", "%a.log"),
                Map.entry("log_truncate_on_rotation", "on"),
                Map.entry("log_rotation_size", "0"));
        server.forEach(builder::setServerConfig);
        // Options of initdb. With a libc or ICU locale a Chinese text has no trigrams.
        Map<String, String> cluster = Map.of(
                "locale-provider", "builtin",
                "builtin-locale", "C.UTF-8",
                "lc-ctype", "C.UTF-8",
                "lc-collate", "C.UTF-8",
                "auth", "scram-sha-256",
                "pwfile", password.file().toString());
        cluster.forEach(builder::setLocaleConfig);
        return builder;
    }

    /** The application owns its database and nothing else; the superuser is kept for maintenance. */
    private void createOwnDatabase() throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE ROLE " + NAME + " LOGIN PASSWORD '" + password.value() + "'");
            statement.execute("CREATE DATABASE " + NAME + " OWNER " + NAME);
        }
    }

    private static FileChannel lock(Path home) throws IOException {
        FileChannel channel =
                FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new StartRefused("Another Zhaoshang already runs on " + home
                    + ": stop it, or choose another folder with DATA_DIR=… make run.");
        }
        return channel;
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + NAME;
    }

    public String username() {
        return NAME;
    }

    public String password() {
        return password.value();
    }

    /** Stops the server and waits until it has written everything. */
    @Override
    public void close() {
        try (lock) {
            server.close();
            postmaster.awaitEnd(ALLOWANCE);
        } catch (IOException failure) {
            throw new IllegalStateException("The embedded database did not stop cleanly", failure);
        }
    }
}
