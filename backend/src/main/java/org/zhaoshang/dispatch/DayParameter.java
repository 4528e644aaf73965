package org.zhaoshang.dispatch;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.zhaoshang.shared.language.Text;

/** A day as a query names it. */
final class DayParameter {
    static final Text NONE = new Text("应为日期，如 2021-04-10", "must be a day such as 2021-04-10");
    static final Text TO_COME = new Text("该日尚未到来", "that day is still to come");

    private DayParameter() {}

    static Optional<LocalDate> read(String text) {
        try {
            return text.matches("(19|20)\\d\\d-\\d\\d-\\d\\d") ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
