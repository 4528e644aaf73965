package org.zhaoshang.dispatch.indicators;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zhaoshang.dispatch.MonthFigures;
import org.zhaoshang.shared.fields.PlainNumber;
import org.zhaoshang.signing.SignedProjectFigures;
import org.zhaoshang.signing.funds.FundFigures;

/** Takes measures of all units at the end of a month: one statement each, never one a unit. */
@ApplicationScoped
class MeasureMonth {
    private final MonthFigures months;
    private final SignedProjectFigures projects;
    private final FundFigures funds;
    private final Targets targets;
    private final TargetCodes codes;

    MeasureMonth(
            MonthFigures months, SignedProjectFigures projects, FundFigures funds, Targets targets, TargetCodes codes) {
        this.months = months;
        this.projects = projects;
        this.funds = funds;
        this.targets = targets;
        this.codes = codes;
    }

    /**
     * @param wanted what is measured; nothing else is asked for
     * @param until what units reported from then on does not count
     */
    MeasuredMonth of(String month, Collection<Measure> wanted, Instant until) {
        MonthFigures.UpToMonth reported = months.upTo(month, until);
        YearMonth measured = YearMonth.parse(month);
        Map<Measure, Map<String, BigDecimal>> figures = new EnumMap<>(Measure.class);
        wanted.stream()
                .distinct()
                .filter(measure -> measure != Measure.TARGET)
                .forEach(measure -> figures.put(measure, figures(measure, measured, reported)));
        return new MeasuredMonth(
                measured,
                reported.cutOff(),
                reported.units().stream()
                        .map(unit -> new MeasuredMonth.Named(unit.unitCode(), unit.unitName()))
                        .toList(),
                new MeasuredMonth.Named(codes.city().code(), codes.city().name()),
                figures,
                wanted.contains(Measure.TARGET) ? targets.values(measured.getYear()) : Map.of());
    }

    /** By unit; the city's is summed over everything there is, whatever unit it stands under. */
    private Map<String, BigDecimal> figures(Measure measure, YearMonth month, MonthFigures.UpToMonth reported) {
        return measure.reported().map(figure -> reported(reported, figure)).orElseGet(() -> signed(measure, month));
    }

    private Map<String, BigDecimal> reported(
            MonthFigures.UpToMonth month, Function<MonthFigures.Year, BigDecimal> figure) {
        Map<String, BigDecimal> figures = month.units().stream()
                .collect(Collectors.toMap(
                        MonthFigures.Year::unitCode,
                        figure.andThen(PlainNumber::of),
                        (one, other) -> one,
                        HashMap::new));
        figures.put(codes.city().code(), PlainNumber.of(figure.apply(month.city())));
        return figures;
    }

    private Map<String, BigDecimal> signed(Measure measure, YearMonth month) {
        Map<String, String> filter = measure.projects().orElseThrow().filter(month);
        Map<String, BigDecimal> figures =
                measure.isFunds() ? funds.inPlace(filter, month) : agreedOrCounted(measure, filter, month);
        Map<String, BigDecimal> all = new HashMap<>(figures);
        BigDecimal city = figures.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        all.put(codes.city().code(), PlainNumber.of(city));
        return all;
    }

    private Map<String, BigDecimal> agreedOrCounted(Measure measure, Map<String, String> filter, YearMonth month) {
        return measure.agreed()
                .map(part -> projects.contracted(filter, month.atEndOfMonth()).entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, agreed -> part.apply(agreed.getValue()))))
                .orElseGet(() -> projects.counts(filter));
    }
}
