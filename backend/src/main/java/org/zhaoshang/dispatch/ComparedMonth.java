package org.zhaoshang.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.money.Percent;

/** A month's figures beside those of last month and of the same month last year, as each of them stands or was closed. */
@ApplicationScoped
class ComparedMonth {
    private final Months months;
    private final SummariseMonth summaries;

    ComparedMonth(Months months, SummariseMonth summaries) {
        this.months = months;
        this.summaries = summaries;
    }

    /** One figure and what it was before; changes in percent with one decimal, half up (V32). */
    @Schema(name = "ComparedFigure")
    record Figure(
            @Nullable @Schema(description = "Yuan; absent where the unit has not reported")
            BigDecimal value,

            @Nullable @Schema(description = "Absent where last month has no report")
            BigDecimal lastMonth,

            @Nullable @Schema(description = "环比: percent; absent where last month was nothing")
            BigDecimal onLastMonthPercent,

            @Nullable BigDecimal lastYear,

            @Nullable @Schema(description = "同比: percent; absent where last year was nothing")
            BigDecimal onLastYearPercent) {

        static Figure of(@Nullable BigDecimal value, @Nullable BigDecimal lastMonth, @Nullable BigDecimal lastYear) {
            return new Figure(value, lastMonth, change(value, lastMonth), lastYear, change(value, lastYear));
        }

        private static @Nullable BigDecimal change(@Nullable BigDecimal value, @Nullable BigDecimal before) {
            return value == null || before == null ? null : Percent.of(value.subtract(before), before);
        }
    }

    @Schema(name = "ComparedMonthRow")
    record Row(
            @Nullable @Schema(description = "Absent for all units together")
            String unitCode,

            @Nullable String unitName,
            @Schema(required = true, description = "完成投资") Figure completedInvestment,
            @Schema(required = true, description = "到位资金") Figure fundsInPlace,

            @Schema(required = true, description = "国内（区外）到位资金")
            Figure fundsOutside) {}

    @Schema(
            name = "ComparedMonth",
            description = "A month's figures by unit, with the change on last month and last year.")
    record View(
            @Schema(required = true, examples = "2021-03") String month,
            @Schema(required = true) List<Row> items,

            @Nullable @Schema(description = "Over all units; for the city only")
            Row total) {}

    View of(Month month, Instant until, RowScope scope) {
        YearMonth code = YearMonth.parse(month.month());
        MonthSummary now = summaries.of(month, until);
        Optional<MonthSummary> lastMonth = before(code.minusMonths(1), until);
        Optional<MonthSummary> lastYear = before(code.minusYears(1), until);
        Map<String, MonthSummary.Row> ofLastMonth = byUnit(lastMonth);
        Map<String, MonthSummary.Row> ofLastYear = byUnit(lastYear);
        List<Row> rows = now.items().stream()
                .filter(row -> scope.seesOtherUnits() || Objects.equals(row.unitCode(), scope.unitCode()))
                .map(row -> row(
                        row.unitCode(),
                        row.unitName(),
                        reported(row),
                        reported(ofLastMonth.get(row.unitCode())),
                        reported(ofLastYear.get(row.unitCode()))))
                .toList();
        return new View(
                month.month(),
                rows,
                scope.seesOtherUnits()
                        ? row(
                                null,
                                null,
                                now.total().figures(),
                                lastMonth.map(then -> then.total().figures()).orElse(null),
                                lastYear.map(then -> then.total().figures()).orElse(null))
                        : null);
    }

    private Optional<MonthSummary> before(YearMonth month, Instant until) {
        return months.findByIdOptional(month.toString()).map(found -> summaries.of(found, until));
    }

    private static Map<String, MonthSummary.Row> byUnit(Optional<MonthSummary> summary) {
        return summary.map(MonthSummary::items).orElse(List.of()).stream()
                .collect(Collectors.toMap(MonthSummary.Row::unitCode, Function.identity()));
    }

    /** A unit that did not report has no figure, which is another thing than nought. */
    private static @Nullable Figures reported(MonthSummary.@Nullable Row row) {
        return row == null || row.revision() == null ? null : row.figures();
    }

    private static Row row(
            @Nullable String code,
            @Nullable String name,
            @Nullable Figures now,
            @Nullable Figures lastMonth,
            @Nullable Figures lastYear) {
        Function<Function<Figures, BigDecimal>, Figure> figure = of -> Figure.of(
                now == null ? null : of.apply(now),
                lastMonth == null ? null : of.apply(lastMonth),
                lastYear == null ? null : of.apply(lastYear));
        return new Row(
                code,
                name,
                figure.apply(Figures::completedInvestmentYuan),
                figure.apply(Figures::fundsInPlaceYuan),
                figure.apply(Figures::fundsOutsideYuan));
    }
}
