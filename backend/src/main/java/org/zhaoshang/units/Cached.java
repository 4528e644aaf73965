package org.zhaoshang.units;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value read from the database and kept for a moment. A change on this server clears it at once; one made by another
 * server is seen after {@link #KEPT_MILLIS} at the latest.
 */
final class Cached<T> {
    private static final long KEPT_MILLIS = 10_000;

    private final Supplier<T> read;
    private final AtomicLong generation = new AtomicLong();
    private volatile @Nullable Kept<T> kept;

    private record Kept<T>(T value, long until) {}

    Cached(Supplier<T> read) {
        this.read = read;
    }

    T get() {
        Kept<T> present = kept;
        if (present != null && present.until > System.nanoTime() / 1_000_000) {
            return present.value;
        }
        long before = generation.get();
        T value = read.get();
        if (generation.get() == before) { // else it may be older than the change that cleared
            kept = new Kept<>(value, System.nanoTime() / 1_000_000 + KEPT_MILLIS);
        }
        return value;
    }

    void clear() {
        generation.incrementAndGet();
        kept = null;
    }
}
