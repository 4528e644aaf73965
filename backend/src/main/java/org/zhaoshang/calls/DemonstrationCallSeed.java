package org.zhaoshang.calls;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.seed.Seed;
import org.zhaoshang.shared.time.CityClock;

/** For the demonstration, a call of the clock's year that is open on any of its days, with the terms of the newest one. */
@ApplicationScoped
class DemonstrationCallSeed implements Seed {
    private final OpenCall open;
    private final Calls calls;
    private final CallUnits callUnits;
    private final CityClock clock;

    DemonstrationCallSeed(OpenCall open, Calls calls, CallUnits callUnits, CityClock clock) {
        this.open = open;
        this.calls = calls;
        this.callUnits = callUnits;
        this.clock = clock;
    }

    @Override
    public int order() {
        return CALLS + 1;
    }

    @Override
    public boolean forDemonstration() {
        return true;
    }

    @Override
    public void plant() {
        int year = clock.year();
        if (calls.byYear(year).isPresent()) {
            return;
        }
        Call model = calls.newestFirst().getFirst();
        Call.Terms terms = new Call.Terms(
                year + "年度招商引资项目征集（示例）",
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 3, 31),
                LocalDate.of(year, 12, 31),
                model.minimumInvestmentYuan(),
                model.lateSubmissions(),
                model.industryCodes(),
                model.principleCodes());
        open.open(Caller.SYSTEM, year, terms, callUnits.quotas(model.year()));
    }
}
