package org.zhaoshang.shared.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What stands in one cell of a table. */
public sealed interface Cell {
    Cell EMPTY = new Words("");

    record Words(String text) implements Cell {}

    /** In the unit that the column's header names. */
    record Number(BigDecimal number) implements Cell {}

    record Day(LocalDate day) implements Cell {}

    static Cell of(@Nullable String text) {
        return text == null || text.isEmpty() ? EMPTY : new Words(text);
    }

    static Cell of(@Nullable BigDecimal number) {
        return number == null ? EMPTY : new Number(number);
    }

    static Cell of(@Nullable LocalDate day) {
        return day == null ? EMPTY : new Day(day);
    }
}
