package org.zhaoshang.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.zhaoshang.dispatch.Adjustments.Indicator;
import org.zhaoshang.shared.http.Problem;

/** What the units reported from January to a month, with the adjustments recorded since (调增、调减). */
@ApplicationScoped
public class MonthFigures {
    private final Months months;
    private final SummariseMonth summaries;
    private final Adjustments adjustments;

    MonthFigures(Months months, SummariseMonth summaries, Adjustments adjustments) {
        this.months = months;
        this.summaries = summaries;
        this.adjustments = adjustments;
    }

    /**
     * Amounts of the year so far, in yuan. An adjustment of funds in place is one of the assessed figure, and so of all funds too.
     *
     * @param fundsOutsideYuan 国内（区外）到位资金
     * @param fundsYuan of whatever origin
     */
    public record Year(
            String unitCode,
            String unitName,
            BigDecimal completedInvestmentYuan,
            BigDecimal fundsOutsideYuan,
            BigDecimal fundsYuan) {}

    /**
     * What all units reported.
     *
     * @param cutOff what came by then is counted
     * @param units that owe a report of the month, in the official order
     * @param city summed for itself: it holds what no unit of the list has
     */
    public record UpToMonth(OffsetDateTime cutOff, List<Year> units, Year city) {}

    /** Whether the month has begun and is followed. */
    public boolean hasBegun(String month) {
        return months.begun(month).isPresent();
    }

    /** Whether it is closed for all units. */
    public boolean isFrozen(String month) {
        return months.begun(month).filter(Month::isFrozen).isPresent();
    }

    /**
     * @param until what came from then on does not count
     * @throws Problem 404 for a month that has not begun, and for what is none
     */
    public UpToMonth upTo(String month, Instant until) {
        Month seen = months.seen(month);
        MonthSummary summary = summaries.of(seen, until);
        List<Adjustments.Sum> corrected = adjustments.yearSums(month, until);
        MonthSummary.Year total = summary.total().year();
        return new UpToMonth(
                summary.cutOff(),
                summary.items().stream()
                        .map(row -> year(
                                row.unitCode(),
                                row.unitName(),
                                row.year(),
                                corrected.stream()
                                        .filter(sum -> Objects.equals(sum.unitCode(), row.unitCode()))
                                        .toList()))
                        .toList(),
                year("", "", total, corrected));
    }

    private static Year year(String code, String name, MonthSummary.Year reported, List<Adjustments.Sum> corrected) {
        BigDecimal funds = sum(corrected, Indicator.FUNDS_IN_PLACE);
        return new Year(
                code,
                name,
                reported.completedInvestmentYuan().add(sum(corrected, Indicator.COMPLETED_INVESTMENT)),
                reported.fundsOutsideYuan().add(funds),
                reported.fundsInPlaceYuan().add(funds));
    }

    private static BigDecimal sum(List<Adjustments.Sum> sums, Indicator indicator) {
        return sums.stream()
                .filter(sum -> sum.indicator() == indicator)
                .map(Adjustments.Sum::amountYuan)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
