package org.zhaoshang.dispatch.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The arithmetic of indicators: percentages with one decimal, half up (V32), pace by the month (V29), ranks 1-2-2-4 (V31). */
final class Rates {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    private Rates() {}

    /** 时序进度: how much of the year is over at the end of the month, in percent. */
    static BigDecimal pace(int month) {
        return BigDecimal.valueOf(month).multiply(HUNDRED).divide(MONTHS, 1, RoundingMode.HALF_UP);
    }

    /** What of the year's target should be done by the end of the month, to the cent. */
    static @Nullable BigDecimal due(@Nullable BigDecimal target, int month) {
        return target == null
                ? null
                : target.multiply(BigDecimal.valueOf(month)).divide(MONTHS, 2, RoundingMode.HALF_UP);
    }

    /** 超时序: completion less pace in percentage points, of the printed figures, so that a reader comes to the same. */
    static @Nullable BigDecimal ahead(@Nullable BigDecimal completion, int month) {
        return completion == null ? null : completion.subtract(pace(month));
    }

    /**
     * Competition ranks from the largest value down: equal ones share a rank, and the next has as many ranks less.
     *
     * @return for each value its rank; null for none
     */
    static List<@Nullable Integer> ranks(List<@Nullable BigDecimal> values) {
        return values.stream()
                .<@Nullable Integer>map(value -> rank(value, values))
                .toList();
    }

    private static @Nullable Integer rank(@Nullable BigDecimal value, List<@Nullable BigDecimal> values) {
        return value == null
                ? null
                : 1
                        + (int) values.stream()
                                .filter(other -> other != null && other.compareTo(value) > 0)
                                .count();
    }
}
