package org.zhaoshang.bulk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.TransactionExceptionResult;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.time.CityClock;

/**
 * Works off the queue of imports, one at a time on each server. What a killed server was at is taken up again by whoever looks
 * next: its claim went with its transaction, and so did what it had not finished.
 */
@ApplicationScoped
class ImportWorker {
    private static final Logger LOG = Logger.getLogger(ImportWorker.class);
    /** A look at an empty queue costs one index read; imports of this server's own callers start at once. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
    /** A million rows take a few minutes; what takes longer hangs. */
    private static final int LONGEST_SECONDS = (int) Duration.ofHours(1).toSeconds();

    private static final Text BROKE = new Text(
            "系统未能完成这次导入，没有导入任何数据；请稍后重新上传",
            "The import could not be finished and nothing was stored: upload again later");

    private final Imports imports;
    private final ImportPass pass;
    private final Verdicts verdicts;
    private final CityClock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().name("imports").daemon().unstarted(work));

    private @Nullable ScheduledFuture<?> looking;

    ImportWorker(Imports imports, ImportPass pass, Verdicts verdicts, CityClock clock) {
        this.imports = imports;
        this.pass = pass;
        this.verdicts = verdicts;
        this.clock = clock;
    }

    /** An import was put into the queue. */
    record Queued() {}

    void begin(@Observes @Priority(600) StartupEvent start) {
        looking = thread.scheduleWithFixedDelay(this::look, 0, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
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
        if (looking != null) {
            looking.cancel(false);
        }
        thread.shutdownNow();
    }

    @ActivateRequestContext
    void look() {
        try {
            imports.waiting().forEach(this::work);
        } catch (RuntimeException unavailable) {
            LOG.warnf("The queue of imports could not be read: %s", unavailable.getMessage());
        }
    }

    private void work(UUID id) {
        try {
            QuarkusTransaction.requiringNew()
                    .timeout(LONGEST_SECONDS)
                    .exceptionHandler(failure -> TransactionExceptionResult.ROLLBACK)
                    .call(() -> {
                        if (imports.claim(id) && isOpen(id)) {
                            workClaimed(id);
                        }
                        return null;
                    });
        } catch (RuntimeException failure) {
            settle(id, failure);
        }
    }

    private boolean isOpen(UUID id) {
        return !imports.findById(id).state().isOver();
    }

    private void workClaimed(UUID id) throws IOException, Stopped {
        if (imports.attempt(id) > Imports.MOST_ATTEMPTS) {
            throw new Stopped(ImportState.FAILED, Tally.NONE, List.of(broke()));
        }
        QuarkusTransaction.requiringNew().run(() -> imports.findById(id).started(clock.now()));
        Import running = imports.findById(id);
        imports.getEntityManager().refresh(running);
        // Its row is not to be written before the end: the progress is noted beside this transaction and would wait for
        // it.
        imports.getEntityManager().detach(running);
        Tally rows = running.revertsImport().isPresent()
                ? pass.back(running, running.revertsImport().get())
                : forward(running);
        Import done = imports.findById(id);
        done.understood(running.columns());
        done.ended(ImportState.COMPLETED, rows, List.of(), clock.now());
    }

    /** All or none is planned first: nothing that would have to be taken back is ever written. */
    private Tally forward(Import running) throws IOException, Stopped {
        if (running.isDryRun() || running.mode() == ImportMode.ATOMIC) {
            Tally planned = pass.over(running, false);
            if (running.isDryRun()) {
                return planned;
            }
            if (planned.rejected() > 0) {
                verdicts.markNotApplied(running.id());
                return planned.withNothingApplied();
            }
            verdicts.forget(running.id());
        }
        return pass.over(running, true);
    }

    /** The work was rolled back: says so, in a transaction of its own. */
    private void settle(UUID id, RuntimeException failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof Stopped)) {
            cause = cause.getCause();
        }
        if (cause instanceof Stopped stopped) {
            end(id, stopped.how(), stopped.rows(), stopped.findings());
        } else if (!thread.isShutdown()) { // else the server stops, and the next one takes it up
            LOG.errorf(failure, "Import %s failed", id);
            end(id, ImportState.FAILED, Tally.NONE, List.of(broke()));
        }
    }

    private void end(UUID id, ImportState how, Tally rows, List<Finding> findings) {
        try {
            QuarkusTransaction.requiringNew().run(() -> imports.findById(id).ended(how, rows, findings, clock.now()));
        } catch (RuntimeException unavailable) {
            LOG.warnf(
                    "The end of import %s could not be noted and will be tried again: %s",
                    id, unavailable.getMessage());
        }
    }

    private static Finding broke() {
        return Finding.of("STATE", "", Map.of("problem", BROKE));
    }
}
