package org.zhaoshang.shared.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.zhaoshang.shared.start.StartRefused;

/** The server process as its pid file names it: it outlives us when we are killed. */
record Postmaster(Path pidFile) {
    private static final Logger LOG = Logger.getLogger(Postmaster.class);

    /** Ends the server that a killed process left behind; we hold the folder's lock, so nobody else uses it. */
    void stopOrphan(Duration allowance) throws IOException {
        Optional<ProcessHandle> orphan = process();
        if (orphan.isPresent()) {
            LOG.infof(
                    "Stopping the database that an earlier start left running (process %d)",
                    orphan.get().pid());
            // SIGINT is PostgreSQL's fast shutdown: ends its sessions and writes everything. Java itself only sends
            // SIGTERM.
            new ProcessBuilder("kill", "-INT", Long.toString(orphan.get().pid())).start();
            await(orphan.get(), allowance);
        }
    }

    void awaitEnd(Duration allowance) throws IOException {
        Optional<ProcessHandle> server = process();
        if (server.isPresent()) {
            await(server.get(), allowance);
        }
    }

    private Optional<ProcessHandle> process() throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        Optional<String> pid = Files.readAllLines(pidFile).stream().findFirst().filter(line -> line.matches("\\d+"));
        // After a reboot the number may belong to another program.
        return pid.map(Long::parseLong)
                .flatMap(ProcessHandle::of)
                .filter(process -> process.info().command().orElse("").endsWith("postgres"));
    }

    private void await(ProcessHandle server, Duration allowance) {
        try {
            server.onExit().get(allowance.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException failure) {
            throw new StartRefused(
                    "The database process " + server.pid() + " does not end: look into it, then end it with kill -INT "
                            + server.pid() + ".",
                    failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
