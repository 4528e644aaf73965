package org.zhaoshang.dispatch.indicators;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.dispatch.MonthFigures;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.time.CityClock;

/** How the running year goes, in the few figures that the first page has room for: those of the ranking of this month. */
@ApplicationScoped
public class YearSoFar {
    /** Taken from the monthly reports, so that they cost the same however many projects there are. */
    private static final List<String> SHOWN = List.of("OUTSIDE_FUNDS", "COMPLETION", "COMPLETED_INVESTMENT");

    private final MeasureMonth measures;
    private final KeptStandings kept;
    private final Indicators indicators;
    private final MonthFigures months;
    private final TargetCodes codes;
    private final CityClock clock;

    YearSoFar(
            MeasureMonth measures,
            KeptStandings kept,
            Indicators indicators,
            MonthFigures months,
            TargetCodes codes,
            CityClock clock) {
        this.measures = measures;
        this.kept = kept;
        this.indicators = indicators;
        this.months = months;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * One figure.
     *
     * @param month the running one, {@code 2021-03}
     * @param money whether the value is in yuan, and not in percent
     */
    public record Figure(String month, String indicator, Text name, BigDecimal value, boolean money) {}

    /** @param unitCode null for the city; figures without a value are left out, and all of them before the first month */
    public List<Figure> of(@Nullable String unitCode) {
        String month = YearMonth.from(clock.today()).toString();
        if (!months.hasBegun(month)) {
            return List.of();
        }
        String whose = unitCode == null ? codes.city().code() : unitCode;
        List<Indicator.Definition> definitions = indicators.inOrder().stream()
                .map(Indicator::definition)
                .filter(definition -> SHOWN.contains(definition.code()))
                .sorted(Comparator.comparingInt(definition -> SHOWN.indexOf(definition.code())))
                .toList();
        Function<Indicator.Definition, @Nullable BigDecimal> value = values(month, whose, definitions);
        return definitions.stream()
                .flatMap(definition -> Stream.ofNullable(value.apply(definition))
                        .map(found -> new Figure(
                                month,
                                definition.code(),
                                definition.fields().named(),
                                found,
                                definition.kind() == Indicator.Kind.VALUE)))
                .toList();
    }

    /** As the month was closed; of an open one as it is now. */
    private Function<Indicator.Definition, @Nullable BigDecimal> values(
            String month, String whose, List<Indicator.Definition> definitions) {
        Map<String, Standings> closed = kept.of(month);
        if (definitions.stream().allMatch(definition -> closed.containsKey(definition.code()))) {
            return definition ->
                    Objects.requireNonNull(closed.get(definition.code())).valueOf(whose);
        }
        List<Measure> wanted = definitions.stream()
                .map(Indicator.Definition::fields)
                .flatMap(
                        fields -> Stream.concat(Stream.of(fields.numerator()), Stream.ofNullable(fields.denominator())))
                .toList();
        MeasuredMonth measured = measures.of(month, wanted, clock.now().plusNanos(1000));
        return definition -> measured.of(definition, whose).value();
    }
}
