package org.zhaoshang.bulk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.TransactionExceptionResult;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.zhaoshang.audit.Subject;
import org.zhaoshang.audit.Trail;
import org.zhaoshang.shared.files.FileReleased;
import org.zhaoshang.shared.files.FileStore;
import org.zhaoshang.shared.files.StoredFile;
import org.zhaoshang.shared.time.CityClock;

/**
 * Works off the queue of exports, one at a time on each server, as {@link ImportWorker} does with uploads, and takes away the
 * files whose days are over.
 */
@ApplicationScoped
class ExportWorker {
    private static final Logger LOG = Logger.getLogger(ExportWorker.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
    private static final int LONGEST_SECONDS = (int) Duration.ofHours(1).toSeconds();

    private final Exports exports;
    private final ExportKinds kinds;
    private final FileStore files;
    private final Trail trail;
    private final ObjectMapper json;
    private final Event<FileReleased> released;
    private final CityClock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().name("exports").daemon().unstarted(work));

    ExportWorker(
            Exports exports,
            ExportKinds kinds,
            FileStore files,
            Trail trail,
            ObjectMapper json,
            Event<FileReleased> released,
            CityClock clock) {
        this.exports = exports;
        this.kinds = kinds;
        this.files = files;
        this.trail = trail;
        this.json = json;
        this.released = released;
        this.clock = clock;
    }

    /** An export was put into the queue. */
    record Queued() {}

    void begin(@Observes @Priority(600) StartupEvent start) {
        var unused = thread.scheduleWithFixedDelay(this::look, 0, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    }

    void lookSoon(@Observes(during = TransactionPhase.AFTER_SUCCESS) Queued queued) {
        try {
            thread.execute(this::look);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("The next server takes it up");
        }
    }

    /** What is under way is rolled back and taken up by the next server. */
    void end(@Observes ShutdownEvent stop) {
        thread.shutdownNow();
    }

    @ActivateRequestContext
    void look() {
        try {
            exports.waiting().forEach(this::work);
            exports.expired(clock.now()).forEach(this::letGo);
        } catch (RuntimeException unavailable) {
            LOG.warnf("The queue of exports could not be read: %s", unavailable.getMessage());
        }
    }

    private void work(UUID id) {
        try {
            QuarkusTransaction.requiringNew()
                    .timeout(LONGEST_SECONDS)
                    .exceptionHandler(failure -> TransactionExceptionResult.ROLLBACK)
                    .call(() -> {
                        if (exports.claim(id) && !exports.findById(id).isOver()) {
                            workClaimed(id);
                        }
                        return null;
                    });
        } catch (RuntimeException failure) {
            if (!thread.isShutdown()) { // else the server stops, and the next one takes it up
                LOG.errorf(failure, "Export %s failed", id);
                fail(id);
            }
        }
    }

    private void workClaimed(UUID id) throws IOException {
        if (exports.attempt(id) > Imports.MOST_ATTEMPTS) {
            throw new IllegalStateException("tried " + Imports.MOST_ATTEMPTS + " times");
        }
        QuarkusTransaction.requiringNew().run(() -> exports.findById(id).started(clock.now()));
        Export running = exports.findById(id);
        exports.getEntityManager().refresh(running);
        Path file = files.arriving();
        try {
            int rows;
            try (OutputStream output = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
                rows = kinds.named(running.kind())
                        .write(running.filter(), running.format(), running.caller(), running.language(), output);
            }
            StoredFile stored = files.keep(file);
            exports.findById(id).completed(rows, stored, clock.now());
            note(running, rows);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** As of a list that was taken at once: the rows leave from now on. */
    private void note(Export done, int rows) {
        ObjectNode what = json.createObjectNode()
                .put("format", done.format().suffix())
                .put("rows", rows)
                .put("export", done.id().toString())
                .set("filter", json.valueToTree(done.filter()));
        trail.change(
                done.caller(),
                new Subject("export", done.kind(), done.unitCode().orElse(null)),
                "export",
                done.reason().orElse(null),
                0,
                NullNode.getInstance(),
                what);
    }

    private void fail(UUID id) {
        try {
            QuarkusTransaction.requiringNew().run(() -> exports.findById(id).failed(clock.now()));
        } catch (RuntimeException unavailable) {
            LOG.warnf(
                    "The end of export %s could not be noted and will be tried again: %s",
                    id, unavailable.getMessage());
        }
    }

    private void letGo(UUID id) {
        QuarkusTransaction.requiringNew().run(() -> {
            Export over = exports.findById(id);
            if (over != null && exports.claim(id)) {
                exports.delete(over);
                over.sha256().ifPresent(sha256 -> released.fire(new FileReleased(sha256)));
            }
        });
    }
}
