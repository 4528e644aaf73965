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
import org.zhaoshang.shared.time.CityClock;

/** Looks at the clock, so that a month opens and units are reminded though nobody asks. Several servers at once do it once. */
@ApplicationScoped
class MonthWorker {
    private static final Logger LOG = Logger.getLogger(MonthWorker.class);
    private static final long SECONDS_BETWEEN = 60;

    private final OpenMonths months;
    private final MonthNotices notices;
    private final CityClock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().daemon().name("months").unstarted(work));

    MonthWorker(OpenMonths months, MonthNotices notices, CityClock clock) {
        this.months = months;
        this.notices = notices;
        this.clock = clock;
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
            notices.remind(clock.today());
        } catch (RuntimeException failure) {
            LOG.warnf("Months could not be looked after; it is tried again: %s", failure.getMessage());
        }
    }
}
