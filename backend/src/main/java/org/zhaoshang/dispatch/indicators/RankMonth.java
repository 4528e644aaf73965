package org.zhaoshang.dispatch.indicators;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhaoshang.dispatch.MonthFigures;
import org.zhaoshang.dispatch.MonthFrozen;
import org.zhaoshang.shared.time.CityClock;

/** Ranks the units of a month by indicators: anew while it is open, as it was closed afterwards. */
@ApplicationScoped
class RankMonth {
    private final MeasureMonth measures;
    private final KeptStandings kept;
    private final Indicators indicators;
    private final MonthFigures months;
    private final CityClock clock;

    RankMonth(MeasureMonth measures, KeptStandings kept, Indicators indicators, MonthFigures months, CityClock clock) {
        this.measures = measures;
        this.kept = kept;
        this.indicators = indicators;
        this.months = months;
        this.clock = clock;
    }

    /** @throws org.zhaoshang.shared.http.Problem 404 for a month that has not begun, and for what is none */
    Standings of(String month, Indicator.Definition definition) {
        Standings closed = months.hasBegun(month) ? kept.of(month).get(definition.code()) : null;
        return closed == null
                ? compute(month, List.of(definition), justAfter(clock.now())).getFirst()
                : closed;
    }

    /** Inside the transaction that closes the month. */
    void keep(@Observes MonthFrozen frozen) {
        kept.keep(compute(
                frozen.month(),
                indicators.inOrder().stream().map(Indicator::definition).toList(),
                justAfter(frozen.at())));
    }

    /** The moment itself belongs to what is counted. */
    private static Instant justAfter(Instant moment) {
        return moment.plusNanos(1000);
    }

    private List<Standings> compute(String month, List<Indicator.Definition> definitions, Instant until) {
        List<Measure> wanted = definitions.stream()
                .flatMap(one -> Stream.concat(
                        Stream.of(one.fields().numerator()),
                        Optional.ofNullable(one.fields().denominator()).stream()))
                .distinct()
                .toList();
        MeasuredMonth measured = measures.of(month, wanted, until);
        List<Standings> standings =
                definitions.stream().map(one -> Standings.of(measured, one)).toList();
        String earlier = YearMonth.parse(month).minusMonths(1).toString();
        if (!months.hasBegun(earlier)) {
            return standings;
        }
        Map<String, Standings> closed = kept.of(earlier);
        boolean complete = definitions.stream().allMatch(one -> closed.containsKey(one.code()));
        MeasuredMonth before = complete ? measured : measures.of(earlier, wanted, until);
        return standings.stream()
                .map(one -> one.after(
                        Optional.ofNullable(closed.get(one.definition().code()))
                                .orElseGet(() -> Standings.of(before, one.definition()))))
                .toList();
    }
}
