package org.zhaoshang.dispatch;

import java.time.Instant;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.zhaoshang.shared.time.CityClock;

/** A month as addresses and the database write it, {@code 2021-03}; months of Asia/Shanghai. */
final class MonthCode {
    private static final Pattern MONTH = Pattern.compile("20\\d\\d-(0[1-9]|1[0-2])");

    private MonthCode() {}

    static boolean isOne(String text) {
        return MONTH.matcher(text).matches();
    }

    static String of(Instant moment) {
        return YearMonth.from(CityClock.dayOf(moment)).toString();
    }

    /** January of the same year. */
    static String firstOfYear(String month) {
        return month.substring(0, 4) + "-01";
    }
}
