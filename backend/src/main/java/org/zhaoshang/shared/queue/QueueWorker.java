package org.zhaoshang.shared.queue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.TransactionExceptionResult;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Works off the queues. What a killed server was at is taken up again by whoever looks next: its claim went with its
 * transaction, and so did what it had not finished.
 */
@ApplicationScoped
class QueueWorker {
    private static final Logger LOG = Logger.getLogger(QueueWorker.class);
    /** A look at an empty queue costs one index read; jobs of this server's own callers start at once. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
    /** A million rows take a few minutes; what takes longer hangs. */
    private static final int LONGEST_SECONDS = (int) Duration.ofHours(1).toSeconds();
    /** After so many tries that never came to an end, something in the job ends the server. */
    static final int MOST_ATTEMPTS = 3;

    private final Instance<WorkQueue> queues;
    private final Claims claims;
    private final Map<String, ScheduledExecutorService> threads = new LinkedHashMap<>();

    QueueWorker(@Any Instance<WorkQueue> queues, Claims claims) {
        this.queues = queues;
        this.claims = claims;
    }

    void begin(@Observes @Priority(600) StartupEvent start) {
        for (WorkQueue queue : queues) {
            ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
                    work -> Thread.ofPlatform().name(queue.table()).daemon().unstarted(work));
            threads.put(queue.table(), thread);
            var unused = thread.scheduleWithFixedDelay(
                    () -> look(queue), 0, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    void lookSoon(@Observes(during = TransactionPhase.AFTER_SUCCESS) Queued queued) {
        for (WorkQueue queue : queues) {
            ScheduledExecutorService thread = threads.get(queue.table());
            if (thread != null && queue.table().equals(queued.table())) {
                try {
                    thread.execute(() -> look(queue));
                } catch (RejectedExecutionException stopping) {
                    LOG.debug("The next server takes it up");
                }
            }
        }
    }

    /** What is under way is rolled back and taken up by the next server. */
    void end(@Observes ShutdownEvent stop) {
        threads.values().forEach(ScheduledExecutorService::shutdownNow);
    }

    @ActivateRequestContext
    void look(WorkQueue queue) {
        try {
            queue.waiting().forEach(id -> work(queue, id));
            queue.tidy();
        } catch (RuntimeException unavailable) {
            LOG.warnf("The queue of %s could not be read: %s", queue.table(), unavailable.getMessage());
        }
    }

    private void work(WorkQueue queue, UUID id) {
        try {
            QuarkusTransaction.requiringNew()
                    .timeout(LONGEST_SECONDS)
                    .exceptionHandler(failure -> TransactionExceptionResult.ROLLBACK)
                    .call(() -> {
                        if (claims.take(id) && queue.isOpen(id)) {
                            if (claims.attempt(queue.table(), id) > MOST_ATTEMPTS) {
                                throw new IllegalStateException("tried " + MOST_ATTEMPTS + " times");
                            }
                            queue.work(id);
                        }
                        return null;
                    });
        } catch (RuntimeException failure) {
            if (!isStopping(queue)) { // else the next server takes it up
                end(queue, id, failure);
            }
        }
    }

    private void end(WorkQueue queue, UUID id, RuntimeException failure) {
        try {
            QuarkusTransaction.requiringNew().run(() -> queue.ended(id, failure));
        } catch (RuntimeException unavailable) {
            LOG.warnf(
                    "The end of %s %s could not be noted and will be tried again: %s",
                    queue.table(), id, unavailable.getMessage());
        }
    }

    private boolean isStopping(WorkQueue queue) {
        ScheduledExecutorService thread = threads.get(queue.table());
        return thread != null && thread.isShutdown();
    }
}
