package org.zhaoshang.portal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The number of the latest change of the public lists, as this server knows it: what it changed itself it knows at once, what
 * another server changed within the settings' {@code sequence-age}. However many ask, the database is asked once in that time.
 */
@ApplicationScoped
class PublicSequence {
    private final PublicFeed feed;
    private final long age;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile Known known = new Known(-1, System.nanoTime() - Long.MAX_VALUE / 2);

    PublicSequence(PublicFeed feed, PortalSettings settings) {
        this.feed = feed;
        this.age = settings.sequenceAge().toNanos();
    }

    /** @param at when it was asked for, by the machine's nanoseconds */
    private record Known(long seq, long at) {
        boolean isOlderThan(long age) {
            return System.nanoTime() - at > age;
        }
    }

    /** Without asking the database; empty when that is due. */
    OptionalLong known() {
        Known last = known;
        return last.isOlderThan(age) ? OptionalLong.empty() : OptionalLong.of(last.seq);
    }

    /** Every change up to this number was visible before the call returned. May ask the database. */
    long latest() {
        if (known.isOlderThan(age)) {
            asking.lock();
            try {
                if (known.isOlderThan(age)) {
                    long begun = System.nanoTime();
                    learn(feed.latest(), begun);
                }
            } finally {
                asking.unlock();
            }
        }
        return known.seq;
    }

    /** This server committed changes up to that number. */
    void committed(long seq) {
        learn(seq, known.at);
    }

    /** What was asked for before a commit of our own may arrive after it. */
    private synchronized void learn(long seq, long at) {
        known = new Known(Math.max(seq, known.seq), Math.max(at, known.at));
    }
}
