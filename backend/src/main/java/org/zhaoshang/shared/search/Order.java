package org.zhaoshang.shared.search;

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
public record Order<T>(String parameter, String column, Cursor.Kind kind, Function<T, ?> key, Function<T, UUID> id) {

    /** The order both ways. */
    public static <T> Stream<Order<T>> bothWays(
            String parameter, String column, Cursor.Kind kind, Function<T, ?> key, Function<T, UUID> id) {
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
        List<Object> last = cursor().read(cursor);
        return beyond(conditions, table, last.get(0), last.get(1));
    }

    /** Goes on after a row that was read. */
    public Conditions afterRow(Conditions conditions, String table, @Nullable T row) {
        return row == null ? conditions : beyond(conditions, table, key.apply(row), id.apply(row));
    }

    private Conditions beyond(Conditions conditions, String table, Object lastKey, Object lastId) {
        return conditions.and(
                "(%s, %s.id) %s (:lastKey, :lastId)".formatted(column, table, isDescending() ? "<" : ">"),
                Map.of("lastKey", lastKey, "lastId", lastId));
    }

    /** @param rows with one more than the limit where there are more */
    public Page<T> page(List<T> rows, int limit, @Nullable Long total) {
        return Page.of(rows, limit, cursor(), row -> List.of(key.apply(row), id.apply(row)), total);
    }

    /** The cursor that goes on after a row. */
    public String cursorAfter(T row) {
        return cursor().after(List.of(key.apply(row), id.apply(row)));
    }

    private boolean isDescending() {
        return parameter.startsWith("-");
    }

    private Cursor cursor() {
        return new Cursor(parameter, List.of(kind, Cursor.Kind.ID));
    }
}
