package org.zhaoshang.dispatch.indicators;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.fields.PlainNumber;
import org.zhaoshang.shared.language.CurrentLanguage;

/** Standings as a caller may read them: all of them once they are circulated, before that a unit its own and the city's. */
@ApplicationScoped
class RankingViews {
    private final CurrentLanguage language;

    RankingViews(CurrentLanguage language) {
        this.language = language;
    }

    Ranking of(Standings standings, boolean frozen, RowScope scope) {
        Indicator.Definition definition = standings.definition();
        IndicatorFields fields = definition.fields();
        boolean all = frozen || scope.seesOtherUnits();
        return new Ranking(
                standings.month(),
                frozen,
                standings.cutOff(),
                definition.code(),
                fields.named().in(language.get()),
                definition.kind(),
                fields.defined().in(language.get()),
                IndicatorView.unit(definition).in(language.get()),
                part(fields.numerator(), fields.numerator().quantity()),
                fields.denominator() == null ? null : part(fields.denominator(), quantity(fields)),
                fields.threshold(),
                fields.denominator() == Measure.TARGET
                        ? Rates.pace(YearMonth.parse(standings.month()).getMonthValue())
                        : null,
                standings.previousMonth(),
                standings.units().stream()
                        .filter(row -> all || row.unitCode().equals(scope.unitCode()))
                        .map(row -> row(standings, row, row.unitCode(), scope))
                        .toList(),
                row(standings, standings.city(), null, scope),
                all ? check(standings) : null);
    }

    /** A target is counted as what it is the target of. */
    private static Quantity quantity(IndicatorFields fields) {
        Measure denominator = Objects.requireNonNull(fields.denominator());
        return denominator == Measure.TARGET ? fields.numerator().quantity() : denominator.quantity();
    }

    private Ranking.Part part(Measure measure, Quantity quantity) {
        return new Ranking.Part(measure, measure.label().in(language.get()), quantity);
    }

    /** @param unit null for the city */
    private static Ranking.Row row(Standings standings, Standings.Row row, @Nullable String unit, RowScope scope) {
        Indicator.Definition definition = standings.definition();
        IndicatorFields fields = definition.fields();
        YearMonth month = YearMonth.parse(standings.month());
        boolean completes = definition.kind() == Indicator.Kind.RATIO && fields.denominator() == Measure.TARGET;
        boolean opens = scope.seesOtherUnits() || unit != null && unit.equals(scope.unitCode());
        Measure denominator = fields.denominator();
        return new Ranking.Row(
                row.unitCode(),
                row.unitName(),
                row.numerator(),
                row.denominator(),
                row.value(),
                row.rank(),
                completes ? Rates.ahead(row.value(), month.getMonthValue()) : null,
                row.previousValue(),
                row.previousRank(),
                row.rank() == null || row.previousRank() == null ? null : row.previousRank() - row.rank(),
                row.value() != null && fields.threshold() != null && row.value().compareTo(fields.threshold()) < 0,
                opens && definition.kind() != Indicator.Kind.PACE ? href(fields.numerator(), month, unit) : null,
                opens && denominator != null ? href(denominator, month, unit) : null);
    }

    /** Where the figure's rows are listed; null for what is no count of rows. */
    static @Nullable String href(Measure measure, YearMonth month, @Nullable String unit) {
        if (measure.reported().isPresent()) {
            return "/api/v1/months/" + month + "/summary";
        }
        return measure.projects()
                .map(counting -> {
                    String filter = counting.filter(month).entrySet().stream()
                            .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                            .collect(Collectors.joining("&"));
                    String whose = measure.quantity() == Quantity.YUAN ? "creditedUnit" : "unitCode";
                    return "/api/v1/signed-projects?" + (unit == null ? "" : whose + "=" + unit + "&") + filter;
                })
                .orElse(null);
    }

    private static Ranking.Check check(Standings standings) {
        BigDecimal numerator = sum(standings.units(), Standings.Row::numerator);
        BigDecimal denominator = sum(standings.units(), Standings.Row::denominator);
        return new Ranking.Check(
                numerator,
                denominator,
                less(numerator, standings.city().numerator()),
                less(denominator, standings.city().denominator()));
    }

    private static @Nullable BigDecimal sum(
            List<Standings.Row> rows, Function<Standings.Row, @Nullable BigDecimal> figure) {
        List<BigDecimal> known =
                rows.stream().map(figure).filter(Objects::nonNull).toList();
        return known.isEmpty() ? null : PlainNumber.of(known.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static @Nullable BigDecimal less(@Nullable BigDecimal units, @Nullable BigDecimal city) {
        return units == null || city == null ? null : PlainNumber.of(units.subtract(city));
    }
}
