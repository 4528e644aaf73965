package org.zhaoshang.shared.seed;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Comparator;
import org.zhaoshang.shared.embedded.EmbeddedSettings;

/** Plants all seeds at start. */
@ApplicationScoped
class Seeds {
    /** Early among the observers of the start: others may count on reference data. */
    private static final int EARLY = 100;
    /** The planting of a server that starts at the same time takes seconds; one that hangs is cut off by then. */
    private static final int LONGEST_SECONDS = 300;

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

    private final Instance<Seed> seeds;
    private final EntityManager database;
    private final EmbeddedSettings settings;

    Seeds(@Any Instance<Seed> seeds, EntityManager database, EmbeddedSettings settings) {
        this.seeds = seeds;
        this.database = database;
        this.settings = settings;
    }

    @Transactional
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    void plant(@Observes @Priority(EARLY) StartupEvent start) throws InterruptedException {
        // Tried rather than waited for: a connection that is silent for long is taken for dead.
        while (!isOurTurn()) {
            Thread.sleep(BETWEEN_TRIES);
        }
        seeds.stream()
                .filter(seed -> settings.demonstration() || !seed.forDemonstration())
                .sorted(Comparator.comparingInt(Seed::order))
                .forEach(Seed::plant);
    }

    /** The turn ends with the transaction. */
    private boolean isOurTurn() {
        return (boolean) database.createNativeQuery("select pg_try_advisory_xact_lock(hashtext('zhaoshang.seeds'))")
                .getSingleResult();
    }
}
