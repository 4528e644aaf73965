package org.zhaoshang;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.vertx.http.HttpServer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.embedded.EmbeddedSettings;
import org.zhaoshang.shared.embedded.LocalDatabase;
import org.zhaoshang.shared.start.MigrationTurn;
import org.zhaoshang.shared.start.StartFailure;
import org.zhaoshang.shared.start.StartSettings;

/**
 * Starts the product. With a database configured this is production; without one it is the demonstration, on an embedded
 * PostgreSQL of its own.
 */
@QuarkusMain
public class Main {
    /** Longer than the slowest request may take after the order to stop; the database goes down after it. */
    private static final int SHUTDOWN_ALLOWANCE_SECONDS = 40;

    private static final CountDownLatch STOPPED = new CountDownLatch(1);

    private static @Nullable MigrationTurn turn;

    public static void main(String... args) {
        try {
            StartSettings settings = StartSettings.read();
            settings.requireFreePort();
            if (settings.demonstration()) {
                startDatabase(settings);
            }
            turn = settings.takeMigrationTurn();
            Quarkus.run(Application.class, Main::exit, args);
        } catch (RuntimeException failure) {
            exit(1, failure);
        }
    }

    private static void startDatabase(StartSettings settings) {
        LocalDatabase database = LocalDatabase.start(settings.dataDirectory());
        settings.useDemonstrationDatabase(database.url(), database.username(), database.password());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(database), "stop-database"));
    }

    /** Hooks run side by side: the database waits here until the application has answered its last request. */
    private static void stop(LocalDatabase database) {
        try {
            if (!STOPPED.await(SHUTDOWN_ALLOWANCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("Stopping the database while the application still runs.");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        database.close();
    }

    private static void exit(Integer code, @Nullable Throwable failure) {
        STOPPED.countDown();
        if (failure != null) {
            System.err.println(StartFailure.inOneLine(failure));
        }
        System.exit(failure != null && code == 0 ? 1 : code);
    }

    /** Runs when everything serves: migrations are done, so the next instance may have its turn. */
    public static class Application implements QuarkusApplication {
        private static final Logger LOG = Logger.getLogger(Main.class);

        private final EmbeddedSettings settings;
        private final HttpServer server;

        Application(EmbeddedSettings settings, HttpServer server) {
            this.settings = settings;
            this.server = server;
        }

        @Override
        public int run(String... args) {
            if (turn != null) {
                turn.close();
            }
            if (settings.demonstration()) {
                LOG.infof(
                        "Ready: http://localhost:%d (data in %s; Ctrl-C stops)",
                        server.getPort(), settings.dataDirectory());
                LOG.info(
                        "Sign in as 150622 (a unit) or bureau, password Ordos-demo-2021; README.md lists all accounts");
            }
            Quarkus.waitForExit();
            return 0;
        }
    }
}
