package org.zhaoshang.portal;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.time.CityClock;

/**
 * Tells the public, and the portals by the feed, of what no longer counts as verified: nobody does anything when a day passes,
 * so it is looked for. Several servers at once only tell the same again.
 */
@ApplicationScoped
class UnverifiedSweep {
    private static final Logger LOG = Logger.getLogger(UnverifiedSweep.class);
    private static final long MINUTES_BETWEEN = 10;
    /** So many hold the feed only for a moment. */
    private static final int BATCH = 200;

    private final PublicOffers offers;
    private final PublicChanges changes;
    private final CityClock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().daemon().name("unverified-sweep").unstarted(work));

    private @Nullable ScheduledFuture<?> looking;

    UnverifiedSweep(PublicOffers offers, PublicChanges changes, CityClock clock) {
        this.offers = offers;
        this.changes = changes;
        this.clock = clock;
    }

    void begin(@Observes StartupEvent start) {
        looking = thread.scheduleWithFixedDelay(this::look, 0, MINUTES_BETWEEN, TimeUnit.MINUTES);
    }

    void end(@Observes ShutdownEvent stop) {
        if (looking != null) {
            looking.cancel(true);
        }
        thread.shutdownNow();
    }

    private void look() {
        try {
            sweep();
        } catch (RuntimeException failure) {
            LOG.error("What is no longer verified could not be told; it is tried again", failure);
        }
    }

    /** @return how many it told of */
    int sweep() {
        int told = 0;
        for (PublicKind kind : List.of(PublicKind.PREMISES, PublicKind.LAND_PARCELS)) {
            int batch;
            do {
                batch = QuarkusTransaction.requiringNew().call(() -> sweep(kind));
                told += batch;
            } while (batch == BATCH);
        }
        return told;
    }

    private int sweep(PublicKind kind) {
        Instant now = clock.now();
        List<UUID> lapsed = offers.lapsed(kind, clock.today(), BATCH);
        // What was confirmed or taken back meanwhile is read anew when its turn comes, and stays as it then is.
        lapsed.forEach(id -> changes.atTheEnd(seq -> offers.move(kind, id, null, null, now, seq)));
        return lapsed.size();
    }
}
