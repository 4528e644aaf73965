package org.zhaoshang.dispatch.indicators;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
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
        List<Indicator.Definition> definitions = SHOWN.stream()
                .flatMap(code -> indicators.findByIdOptional(code).stream())
                .map(Indicator::definition)
                .toList();
        Map<String, Standings> closed = kept.of(month);
        List<Measure> wanted = definitions.stream()
                .map(Indicator.Definition::fields)
                .flatMap(
                        fields -> Stream.concat(Stream.of(fields.numerator()), Stream.ofNullable(fields.denominator())))
                .toList();
        MeasuredMonth measured = measures.of(month, wanted, clock.now().plusNanos(1000));
        return definitions.stream()
                .flatMap(definition -> {
                    Standings standings = closed.get(definition.code());
                    BigDecimal value =
                            standings == null ? measured.of(definition, whose).value() : standings.valueOf(whose);
                    return value == null
                            ? Stream.empty()
                            : Stream.of(new Figure(
                                    month,
                                    definition.code(),
                                    definition.fields().named(),
                                    value,
                                    definition.kind() == Indicator.Kind.VALUE));
                })
                .toList();
    }
}
