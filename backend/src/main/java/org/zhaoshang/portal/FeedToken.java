package org.zhaoshang.portal;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.http.Cursor;
import org.zhaoshang.shared.http.Cursor.Kind;

/**
 * How far a portal's copy is. Every answer brings a new one, also an empty one, so who asks now and then always has a young
 * token, however quiet the list is.
 *
 * @param seq of the last change that the copy holds; 0 for none
 * @param from what left the list up to this change was never in the copy, which was begun then, and need not be told
 * @param at every change beyond {@code seq} that the copy still needs came after this instant
 * @param stream the history that seq counts in
 */
record FeedToken(long seq, long from, Instant at, UUID stream) {
    static final Duration LIFETIME = Duration.ofDays(90);

    private static final Cursor WORD = new Cursor("changes", List.of(Kind.COUNT, Kind.COUNT, Kind.INSTANT, Kind.ID));

    /** @throws org.zhaoshang.shared.http.Problem 400 for what is no token of ours */
    static @Nullable FeedToken read(@Nullable String since) {
        if (since == null || since.isBlank()) {
            return null;
        }
        List<Object> values = WORD.read("since", since);
        return new FeedToken((Long) values.get(0), (Long) values.get(1), (Instant) values.get(2), (UUID) values.get(3));
    }

    String word() {
        return WORD.after(List.of(seq, from, at.truncatedTo(ChronoUnit.SECONDS), stream));
    }

    boolean isOld(Instant now) {
        return at.plus(LIFETIME).isBefore(now);
    }
}
