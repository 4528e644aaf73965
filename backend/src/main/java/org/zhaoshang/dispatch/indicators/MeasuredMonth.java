package org.zhaoshang.dispatch.indicators;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.money.Percent;

/**
 * The measures of a month, and what an indicator makes of them.
 *
 * @param units in the official order
 * @param figures by measure and unit, the city among them
 * @param targets of the year, by indicator and unit
 */
record MeasuredMonth(
        YearMonth month,
        OffsetDateTime cutOff,
        List<Named> units,
        Named city,
        Map<Measure, Map<String, BigDecimal>> figures,
        Map<String, Map<String, BigDecimal>> targets) {

    record Named(String code, String name) {}

    /** @param denominator null where there is none, or no target was set */
    record Value(
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal value) {}

    Value of(Indicator.Definition definition, String unit) {
        Measure measure = definition.fields().numerator();
        BigDecimal numerator = figure(measure, measure, unit);
        BigDecimal denominator = figure(definition.fields().denominator(), measure, unit);
        int number = month.getMonthValue();
        return switch (definition.kind()) {
            case VALUE -> new Value(numerator, null, numerator);
            case RATIO -> new Value(numerator, denominator, Percent.of(numerator, denominator));
            case PACE ->
                new Value(
                        Rates.due(denominator, number),
                        denominator,
                        denominator == null || denominator.signum() == 0 ? null : Rates.pace(number));
            case AHEAD -> new Value(numerator, denominator, Rates.ahead(Percent.of(numerator, denominator), number));
        };
    }

    private @Nullable BigDecimal figure(@Nullable Measure measure, Measure numerator, String unit) {
        if (measure == null) {
            return null;
        }
        return measure == Measure.TARGET
                ? targets.getOrDefault(numerator.name(), Map.of()).get(unit)
                : figures.getOrDefault(measure, Map.of()).getOrDefault(unit, BigDecimal.ZERO);
    }
}
