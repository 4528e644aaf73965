package org.zhaoshang.notifications;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.zhaoshang.shared.time.CityClock;

/**
 * Takes away what was read long ago, mails that ended long ago, and what nobody has left of what was said. What is unread
 * stays. Several servers at once only find less to take away.
 */
@ApplicationScoped
class ReadSweep {
    private static final Logger LOG = Logger.getLogger(ReadSweep.class);
    private static final long HOURS_BETWEEN = 1;
    /** So many are gone in a moment, whoever waits for them. */
    private static final int BATCH = 1000;

    private final EntityManager database;
    private final InboxSettings settings;
    private final CityClock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().daemon().name("read-sweep").unstarted(work));

    ReadSweep(EntityManager database, InboxSettings settings, CityClock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    void begin(@Observes StartupEvent start) {
        var unused = thread.scheduleWithFixedDelay(this::look, 0, HOURS_BETWEEN, TimeUnit.HOURS);
    }

    void end(@Observes ShutdownEvent stop) {
        thread.shutdownNow();
    }

    private void look() {
        try {
            int swept = sweep();
            if (swept > 0) {
                LOG.infof("Swept %d rows of notifications that were read long ago", swept);
            }
        } catch (RuntimeException failure) {
            LOG.error("What was read long ago could not be swept; it is tried again", failure);
        }
    }

    /** @return how many rows went */
    int sweep() {
        Instant before = clock.now().minus(settings.keepRead());
        return all("""
                delete from notifications where id in (
                    select id from notifications where read_at < :before limit :batch)
                """, before) + all("""
                delete from notification_mails where id in (
                    select id from notification_mails where ended_at < :before limit :batch)
                """, before) + all("""
                delete from notices where id in (
                    select s.id from notices s where s.created_at < :before
                        and not exists (select 1 from notifications n where n.notice_id = s.id)
                        and not exists (select 1 from notification_mails m where m.notice_id = s.id)
                    limit :batch)
                """, before);
    }

    private int all(String delete, Instant before) {
        int swept = 0;
        int batch;
        do {
            batch = QuarkusTransaction.requiringNew()
                    .call(() -> database.createNativeQuery(delete)
                            .setParameter("before", before)
                            .setParameter("batch", BATCH)
                            .executeUpdate());
            swept += batch;
        } while (batch == BATCH);
        return swept;
    }
}
