package org.zhaoshang.notifications;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells those who look at this server how their inboxes stand: at once of what happens here, within moments of what happens on
 * another server. One statement a look for all of them together, and none while nobody looks.
 */
@ApplicationScoped
class OpenInboxes {
    private static final Logger LOG = Logger.getLogger(OpenInboxes.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    /** Web servers in between give up a silent connection after a minute or more. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(25);
    /** Tabs of one person; beyond these the one opened first ends, and asks again if it is still there. */
    private static final int MOST_STREAMS = 8;

    private final Inbox inbox;
    private final InboxSettings settings;
    private final Map<UUID, List<Stream>> open = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().daemon().name("open-inboxes").unstarted(work));

    private volatile boolean stopping;

    OpenInboxes(Inbox inbox, InboxSettings settings) {
        this.inbox = inbox;
        this.settings = settings;
    }

    /** One that is open. */
    private static final class Stream {
        private final MultiEmitter<? super Unread> reader;
        private @Nullable Unread last;
        private long at;

        Stream(MultiEmitter<? super Unread> reader) {
            this.reader = reader;
        }

        void tell(Unread now) {
            if (!now.equals(last) || System.nanoTime() - at > LONGEST_SILENCE.toNanos()) {
                last = now;
                at = System.nanoTime();
                reader.emit(now);
            }
        }
    }

    void begin(@Observes StartupEvent start) {
        var unused = thread.scheduleWithFixedDelay(this::look, 0, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        // Beside the server's own: that one waits for requests under way before it tells anyone that it stops.
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::letGo));
    }

    void end(@Observes ShutdownEvent stop) {
        letGo();
    }

    private void letGo() {
        stopping = true;
        thread.shutdownNow();
        open.values().forEach(streams -> streams.forEach(stream -> stream.reader.complete()));
    }

    /** How that person's inbox stands, now and whenever that changes. */
    Multi<Unread> of(UUID account) {
        return Multi.createFrom()
                .<Unread>emitter(reader -> add(account, new Stream(reader)), BackPressureStrategy.LATEST)
                .select()
                .first(settings.stream());
    }

    private void add(UUID account, Stream stream) {
        List<Stream> own = open.compute(account, (id, streams) -> {
            List<Stream> all = streams == null ? new CopyOnWriteArrayList<>() : streams;
            all.add(stream);
            return all;
        });
        stream.reader.onTermination(() -> open.computeIfPresent(account, (id, streams) -> {
            streams.remove(stream);
            return streams.isEmpty() ? null : streams;
        }));
        if (own.size() > MOST_STREAMS) {
            own.getFirst().reader.complete();
        }
        if (stopping) {
            stream.reader.complete();
        }
        lookSoon();
    }

    void lookSoon(@Observes(during = TransactionPhase.AFTER_SUCCESS) Told told) {
        lookSoon();
    }

    private void lookSoon() {
        try {
            thread.execute(this::look);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("The readers go to another server");
        }
    }

    private void look() {
        try {
            if (!open.isEmpty()) {
                Map<UUID, Unread> now = inbox.standing(open.keySet());
                open.forEach((account, streams) -> {
                    Unread unread = now.getOrDefault(account, Unread.NONE);
                    streams.forEach(stream -> stream.tell(unread));
                });
            }
        } catch (RuntimeException unavailable) {
            LOG.warnf("The inboxes that are open could not be looked at: %s", unavailable.getMessage());
        }
    }
}
