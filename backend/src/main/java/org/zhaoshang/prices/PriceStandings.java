package org.zhaoshang.prices;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.units.Unit;
import org.zhaoshang.units.Units;

/** How far the units are with their price reports of a year. */
@ApplicationScoped
public class PriceStandings {
    private final PriceReports reports;
    private final Units units;

    PriceStandings(PriceReports reports, Units units) {
        this.reports = reports;
        this.units = units;
    }

    /**
     * Where a unit stands.
     *
     * @param report null where nothing was done to it yet
     * @param required how many items it owes
     * @param missing those without a price, by code
     * @param open prices that it may still write
     * @param blocking findings that stand in the way
     * @param explaining findings that ask for a word
     */
    public record Standing(
            Unit unit,
            @Nullable PriceReport report,
            int required,
            List<String> missing,
            int prices,
            int open,
            int blocking,
            int explaining) {
        public PriceState state() {
            return report == null ? PriceState.DRAFT : report.state();
        }

        public boolean isSubmitted() {
            return report != null && report.submissions() > 0;
        }
    }

    /** All units whose report the scope sees, in the official order. */
    public List<Standing> of(int year, RowScope scope) {
        Map<String, PriceReports.Count> counts = reports.counts(year, scope).stream()
                .collect(Collectors.toMap(PriceReports.Count::unitCode, Function.identity()));
        Map<String, PriceReport> begun =
                reports.ofYear(year).stream().collect(Collectors.toMap(PriceReport::unitCode, Function.identity()));
        return units.reporting().stream()
                .filter(unit -> switch (scope.breadth()) {
                    case ALL -> true;
                    case SUBMITTED ->
                        begun.containsKey(unit.code()) && begun.get(unit.code()).submissions() > 0;
                    case OWN_UNIT -> unit.code().equals(scope.unitCode());
                    case INVITED, NONE -> false;
                })
                .map(unit -> standing(unit, begun.get(unit.code()), counts.get(unit.code())))
                .toList();
    }

    private static Standing standing(Unit unit, @Nullable PriceReport report, PriceReports.@Nullable Count count) {
        List<String> priced = count == null ? List.of() : count.items();
        List<String> missing = FactorItems.required().stream()
                .map(FactorItem::code)
                .filter(code -> !priced.contains(code))
                .toList();
        return new Standing(
                unit,
                report,
                FactorItems.required().size(),
                missing,
                count == null ? 0 : count.prices(),
                count == null ? 0 : count.open(),
                count == null ? 0 : count.blocking(),
                count == null ? 0 : count.explaining());
    }
}
