package org.zhaoshang.dispatch.indicators;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.time.CityClock;

/**
 * How the units stand by an indicator at the end of a month: kept as it is when the month is closed.
 *
 * @param definition what it was computed by
 * @param units in the official order
 * @param previousMonth the one that it is held against; null where none was open
 */
record Standings(
        String month,
        OffsetDateTime cutOff,
        Indicator.Definition definition,
        List<Row> units,
        Row city,
        @Nullable String previousMonth) {

    /** The database keeps the moment and forgets the offset. */
    Standings {
        cutOff = cutOff.atZoneSameInstant(CityClock.ZONE).toOffsetDateTime();
    }

    /** @param rank null for the city, and where there is nothing to rank */
    record Row(
            String unitCode,
            String unitName,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal value,
            @Nullable Integer rank,
            @Nullable BigDecimal previousValue,
            @Nullable Integer previousRank) {
        Row after(@Nullable Row previous) {
            return new Row(
                    unitCode,
                    unitName,
                    numerator,
                    denominator,
                    value,
                    rank,
                    previous == null ? null : previous.value(),
                    previous == null ? null : previous.rank());
        }
    }

    static Standings of(MeasuredMonth measured, Indicator.Definition definition) {
        List<MeasuredMonth.Value> values = new ArrayList<>();
        List<@Nullable BigDecimal> ranked = new ArrayList<>();
        for (MeasuredMonth.Named unit : measured.units()) {
            MeasuredMonth.Value value = measured.of(definition, unit.code());
            values.add(value);
            ranked.add(definition.kind() == Indicator.Kind.PACE ? null : value.value());
        }
        List<@Nullable Integer> ranks = Rates.ranks(ranked);
        List<Row> rows = new ArrayList<>();
        for (int place = 0; place < values.size(); place++) {
            rows.add(row(measured.units().get(place), values.get(place), ranks.get(place)));
        }
        return new Standings(
                measured.month().toString(),
                measured.cutOff(),
                definition,
                List.copyOf(rows),
                row(measured.city(), measured.of(definition, measured.city().code()), null),
                null);
    }

    private static Row row(MeasuredMonth.Named unit, MeasuredMonth.Value value, @Nullable Integer rank) {
        return new Row(
                unit.code(), unit.name(), value.numerator(), value.denominator(), value.value(), rank, null, null);
    }

    /** @return null for a unit that is not ranked here, and where it has no value */
    @Nullable
    BigDecimal valueOf(String unitCode) {
        return Stream.concat(units.stream(), Stream.of(city))
                .filter(row -> row.unitCode().equals(unitCode))
                .findFirst()
                .map(Row::value)
                .orElse(null);
    }

    /** The same beside how they stood a month earlier. */
    Standings after(Standings previous) {
        Map<String, Row> before =
                previous.units().stream().collect(Collectors.toMap(Row::unitCode, Function.identity()));
        return new Standings(
                month,
                cutOff,
                definition,
                units.stream().map(row -> row.after(before.get(row.unitCode()))).toList(),
                city.after(previous.city()),
                previous.month());
    }
}
