package org.zhaoshang.shared.http;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param nextCursor opaque; absent on the last page
 * @param total only when asked for with {@code count=true}
 */
public record Page<T>(
        @Schema(required = true) List<T> items,

        @Nullable @Schema(description = "Opaque; absent on the last page")
        String nextCursor,

        @Nullable @Schema(description = "Only with count=true")
        Long total)
        implements Continued {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 1000;

    /**
     * Makes a page of rows read with one more than the limit: the surplus row only tells that more follow.
     *
     * @param position the values of a row by which the cursor finds it again
     */
    public static <T> Page<T> of(
            List<T> rows, int limit, Cursor cursor, Function<T, List<?>> position, @Nullable Long total) {
        if (rows.size() <= limit) {
            return new Page<>(List.copyOf(rows), null, total);
        }
        List<T> kept = List.copyOf(rows.subList(0, limit));
        return new Page<>(kept, cursor.after(position.apply(kept.getLast())), total);
    }

    public static <T> Page<T> all(List<T> rows) {
        return new Page<>(rows, null, null);
    }
}
