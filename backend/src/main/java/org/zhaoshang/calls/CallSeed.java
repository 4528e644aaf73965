package org.zhaoshang.calls;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.seed.DataFile;
import org.zhaoshang.shared.seed.Seed;
import org.zhaoshang.units.Industries;
import org.zhaoshang.units.Industry;
import org.zhaoshang.units.Unit;
import org.zhaoshang.units.Units;

/** Opens the calls of {@code data/calls.csv} that do not exist yet; one that exists belongs to the bureau and stays. */
@ApplicationScoped
class CallSeed implements Seed {
    private final OpenCall open;
    private final Calls calls;
    private final Units units;
    private final Industries industries;

    CallSeed(OpenCall open, Calls calls, Units units, Industries industries) {
        this.open = open;
        this.calls = calls;
        this.units = units;
        this.industries = industries;
    }

    @Override
    public int order() {
        return CALLS;
    }

    @Override
    public void plant() {
        DataFile.rows("calls.csv").forEach(row -> {
            int year = Integer.parseInt(row.getField("year"));
            if (calls.byYear(year).isPresent()) {
                return;
            }
            Call.Terms terms = new Call.Terms(
                    row.getField("name"),
                    LocalDate.parse(row.getField("planning_from")),
                    LocalDate.parse(row.getField("planning_to")),
                    LocalDate.parse(row.getField("deadline")),
                    new BigDecimal(row.getField("minimum_investment_yuan")),
                    LateSubmissions.valueOf(row.getField("late_submissions")),
                    industries.all().stream().map(Industry::code).toList(),
                    Principles.all().stream().map(Principle::code).toList());
            Map<String, Integer> quotas = units.reporting().stream()
                    .collect(Collectors.toMap(
                            Unit::code,
                            unit -> Integer.valueOf(
                                    row.getField("quota_" + unit.kind().name().toLowerCase(java.util.Locale.ROOT)))));
            open.open(Caller.SYSTEM, year, terms, quotas);
        });
    }
}
