package org.zhaoshang.shared.seed;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.zhaoshang.shared.time.CityClock;

/**
 * Something that people did in the demonstration before its first start.
 *
 * @param perform runs inside the transaction of the planting, with the clock at that moment; what it loaded is let go afterwards
 */
public record Act(Instant at, Runnable perform) {
    private static final LocalTime MORNING = LocalTime.of(9, 40);

    /**
     * When a data file says that something happened.
     *
     * @param cell so many days before the start, or a day such as {@code 2021-03-10}
     */
    public static Instant moment(String cell, Instant start) {
        return isDay(cell)
                ? LocalDate.parse(cell).atTime(MORNING).atZone(CityClock.ZONE).toInstant()
                : start.minus(Duration.ofDays(Long.parseLong(cell)));
    }

    /** Whether the cell names a day of the calendar. */
    public static boolean isDay(String cell) {
        return cell.indexOf('-') > 0;
    }
}
