package org.zhaoshang.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.zhaoshang.shared.time.CityClock;

/**
 * A month of the demonstration's past.
 *
 * @param ago how many months before the running one; 0 is the running one itself
 * @param last whether no month is told after it for a while
 */
record SampleMonth(YearMonth month, long ago, boolean last) {
    /** A year, the month that it is compared with, and the one before that. */
    private static final int WINDOW = 14;

    private static final YearMonth FIRST = YearMonth.of(2021, 1);
    private static final YearMonth END_OF_HISTORY = YearMonth.of(2021, 12);
    /** The day of a whole month to which the days that have passed of the running one are drawn out. */
    private static final long WHOLE = 31;

    /** The year of the history, then those up to the running one. */
    static List<SampleMonth> upTo(YearMonth running) {
        YearMonth window = later(running.minusMonths(WINDOW - 1L), FIRST);
        List<SampleMonth> months = new ArrayList<>();
        for (YearMonth month = FIRST; !month.isAfter(running); month = month.plusMonths(1)) {
            if (!month.isAfter(END_OF_HISTORY) || !month.isBefore(window)) {
                boolean last =
                        month.equals(END_OF_HISTORY) && month.plusMonths(1).isBefore(window);
                months.add(new SampleMonth(month, ChronoUnit.MONTHS.between(month, running), last));
            }
        }
        return months;
    }

    private static YearMonth later(YearMonth one, YearMonth other) {
        return one.isAfter(other) ? one : other;
    }

    boolean isRunning() {
        return ago == 0;
    }

    /** Whether it is closed: the bureau has had a month for that. */
    boolean isClosed() {
        return ago >= 2;
    }

    String code() {
        return month.toString();
    }

    /** As a data file names it: counted back from the running month, or by the calendar what lies before those. */
    boolean isNamed(String cell) {
        return ago < WINDOW ? cell.equals(String.valueOf(-ago)) : cell.equals(code());
    }

    Instant opens() {
        return month.atDay(1).atTime(0, 0, 1).atZone(CityClock.ZONE).toInstant();
    }

    /**
     * When something happened, by the days of the month counted on into the next one. What belongs to the running month is told
     * within the part of it that has passed, be that the first hour of the first day.
     */
    Instant at(int day, LocalTime time, Instant now) {
        LocalDate first = month.atDay(1);
        if (!isRunning()) {
            return first.plusDays(day - 1L).atTime(time).atZone(CityClock.ZONE).toInstant();
        }
        LocalDate today = CityClock.dayOf(now);
        LocalDate then = first.plusDays((today.getDayOfMonth() - 1L) * day / WHOLE);
        Instant morning = then.atStartOfDay(CityClock.ZONE).toInstant();
        Duration passed = then.equals(today) ? Duration.between(morning, now) : Duration.ofDays(1);
        return morning.plus(passed.multipliedBy(time.toSecondOfDay())
                .dividedBy(Duration.ofDays(1).toSeconds()));
    }

    /** The bureau closes it a few days into the next month, and the last one on its last evening. */
    Instant closes() {
        LocalDate day = last ? month.atEndOfMonth() : month.plusMonths(1).atDay(5);
        return day.atTime(17, 30).atZone(CityClock.ZONE).toInstant();
    }
}
