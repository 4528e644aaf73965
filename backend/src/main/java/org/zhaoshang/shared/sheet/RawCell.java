package org.zhaoshang.shared.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.zhaoshang.shared.language.Text;

/** What stands in one cell, as far as the file itself tells. */
sealed interface RawCell {
    RawCell EMPTY = new Written("");

    /** Text, or anything at all in a CSV; without blanks at its ends. */
    record Written(String text) implements RawCell {}

    /** @param percent whether a person sees it times a hundred, with a percent sign */
    record Number(BigDecimal value, boolean percent) implements RawCell {}

    record Day(LocalDate day) implements RawCell {}

    record Flag(boolean value) implements RawCell {}

    /** A formula without a value, an error of Excel. */
    record Unreadable(Text why) implements RawCell {}

    default boolean isEmpty() {
        return this instanceof Written written && written.text().isEmpty();
    }

    /** As a person sees it. */
    default String shown() {
        return switch (this) {
            case Written written -> written.text();
            case Number number -> Cells.number(number.value());
            case Day day -> day.day().toString();
            case Flag flag -> flag.value() ? "TRUE" : "FALSE";
            case Unreadable nothing -> "";
        };
    }

    static RawCell of(String text) {
        String stripped = Blanks.strip(text);
        return stripped.isEmpty() ? EMPTY : new Written(stripped);
    }
}
