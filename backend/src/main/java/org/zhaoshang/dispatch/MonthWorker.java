package org.zhaoshang.dispatch;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Looks at the clock, so that a month opens though nobody asks for it. Several servers at once do it once. */
@ApplicationScoped
class MonthWorker {
    private static final Logger LOG = Logger.getLogger(MonthWorker.class);
    private static final long SECONDS_BETWEEN = 60;

    private final OpenMonths months;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().daemon().name("months").unstarted(work));

    MonthWorker(OpenMonths months) {
        this.months = months;
    }

    void begin(@Observes StartupEvent start) {
        var unused = thread.scheduleWithFixedDelay(this::look, 0, SECONDS_BETWEEN, TimeUnit.SECONDS);
    }

    void end(@Observes ShutdownEvent stop) {
        thread.shutdownNow();
    }

    @ActivateRequestContext
    void look() {
        try {
            months.upToNow();
        } catch (RuntimeException failure) {
            LOG.warnf("The month could not be opened and will be tried again: %s", failure.getMessage());
        }
    }
}
