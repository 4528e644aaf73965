package org.zhaoshang.shared.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.http.Cursor;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.language.Text;

/**
 * An order in which a list can be asked for, and its paging: by key and id, so that there is no depth and no row is missed
 * while others are written.
 *
 * @param parameter as the caller names it; descending with a minus in front
 * @param column the SQL of the key, never null
 * @param key the same of a row that was read
 */
public record Order<T>(String parameter, String column, Kind kind, Function<T, ?> key, Function<T, UUID> id) {

    public enum Kind {
        TEXT("text"),
        INSTANT("timestamptz");

        private final String type;

        Kind(String type) {
            this.type = type;
        }
    }

    private static final int LAST_YEAR = 9999;

    /** The order both ways. */
    public static <T> Stream<Order<T>> bothWays(
            String parameter, String column, Kind kind, Function<T, ?> key, Function<T, UUID> id) {
        return Stream.of(parameter, "-" + parameter).map(name -> new Order<>(name, column, kind, key, id));
    }

    /** The order asked for, the first where none is; one that is not on offer becomes a finding of the conditions. */
    public static <T> Order<T> chosen(@Nullable String sort, List<Order<T>> offered, Conditions conditions) {
        if (sort == null || sort.isBlank()) {
            return offered.getFirst();
        }
        return offered.stream()
                .filter(order -> order.parameter().equals(sort))
                .findFirst()
                .orElseGet(() -> {
                    conditions.refuse("sort", new Text("没有这种排序", "no such order"));
                    return offered.getFirst();
                });
    }

    /** The {@code order by} of a table with an {@code id}. */
    public String by(String table) {
        String direction = isDescending() ? "desc" : "asc";
        return column + " " + direction + ", " + table + ".id " + direction;
    }

    /**
     * Goes on after the row at which a page ended.
     *
     * @throws org.zhaoshang.shared.http.Problem 400 for a cursor that is not ours or belongs to another order
     */
    public Conditions after(Conditions conditions, String table, @Nullable String cursor) {
        if (cursor == null) {
            return conditions;
        }
        List<@Nullable String> last = Cursor.read(cursor, parameter, 2);
        return conditions.and(
                "(%s, %s.id) %s (cast(:lastKey as %s), cast(:lastId as uuid))"
                        .formatted(column, table, isDescending() ? "<" : ">", kind.type),
                Map.of("lastKey", checked(last.get(0)), "lastId", id(last.get(1))));
    }

    /** @param rows with one more than the limit where there are more */
    public Page<T> page(List<T> rows, int limit, @Nullable Long total) {
        return Page.of(rows, limit, parameter, row -> List.of(key.apply(row), id.apply(row)), total);
    }

    private boolean isDescending() {
        return parameter.startsWith("-");
    }

    /** A cursor is not signed: what the database could not read must not reach it. */
    private String checked(@Nullable String text) {
        if (text == null || text.indexOf('\0') >= 0) {
            throw Cursor.bad();
        }
        try {
            if (kind == Kind.INSTANT) {
                int year = Instant.parse(text).atOffset(ZoneOffset.UTC).getYear();
                if (year < 1 || year > LAST_YEAR) {
                    throw Cursor.bad();
                }
            }
            return text;
        } catch (DateTimeException notOurs) {
            throw Cursor.bad();
        }
    }

    private static UUID id(@Nullable String text) {
        try {
            return UUID.fromString(String.valueOf(text));
        } catch (IllegalArgumentException notOurs) {
            throw Cursor.bad();
        }
    }
}
