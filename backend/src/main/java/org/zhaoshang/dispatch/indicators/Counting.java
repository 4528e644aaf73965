package org.zhaoshang.dispatch.indicators;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.signing.AgreementKind;
import org.zhaoshang.signing.Stage;

/**
 * Which signed projects a measure counts, as the parameters of their list.
 *
 * @param stage that they have reached; null for any
 * @param isDue whether they were to start by then
 * @param isOfYear whether the agreement first counted in the year
 * @param reachedInYear whether the stage was reached in the year
 */
record Counting(AgreementKind kind, @Nullable Stage stage, boolean isDue, boolean isOfYear, boolean reachedInYear) {

    static Counting of(AgreementKind kind) {
        return new Counting(kind, null, false, false, false);
    }

    static Counting reached(Stage stage) {
        return new Counting(AgreementKind.CONTRACT, stage, false, false, false);
    }

    Counting due() {
        return new Counting(kind, stage, true, isOfYear, reachedInYear);
    }

    Counting ofYear() {
        return new Counting(kind, stage, isDue, true, reachedInYear);
    }

    Counting startedInYear() {
        return new Counting(kind, stage, isDue, isOfYear, true);
    }

    /** At the end of the month. */
    Map<String, String> filter(YearMonth month) {
        LocalDate day = month.atEndOfMonth();
        String january = LocalDate.of(month.getYear(), 1, 1).toString();
        Map<String, String> filter = new LinkedHashMap<>();
        filter.put("excluded", "false");
        filter.put("creditedKind", kind.name());
        filter.put("creditedOn", day.toString());
        if (isOfYear) {
            filter.put("creditedFrom", january);
        }
        if (stage != null) {
            filter.put("stageAtLeast", stage.name());
            if (reachedInYear) {
                filter.put("reachedFrom", january);
            }
            filter.put("reachedTo", day.toString());
        }
        if (isDue) {
            filter.put("plannedStartTo", day.toString());
        }
        return filter;
    }
}
