package org.zhaoshang.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import org.zhaoshang.shared.seed.Seed;
import org.zhaoshang.shared.time.CityClock;

/** The demonstration begins with the months of 2021, the year of its history, and with the running one. */
@ApplicationScoped
class DemonstrationMonths implements Seed {
    private static final String FIRST = "2021-01";
    private static final String LAST = "2021-12";

    private final OpenMonths open;
    private final Months months;
    private final CityClock clock;

    DemonstrationMonths(OpenMonths open, Months months, CityClock clock) {
        this.open = open;
        this.months = months;
        this.clock = clock;
    }

    @Override
    public int order() {
        return PROJECTS + 50;
    }

    @Override
    public boolean forDemonstration() {
        return true;
    }

    @Override
    public void plant() {
        if (months.count() > 0) {
            return;
        }
        String now = MonthCode.of(clock.now());
        open.plant(FIRST, now.compareTo(LAST) < 0 ? now : LAST);
        open.plant(now, now);
    }
}
