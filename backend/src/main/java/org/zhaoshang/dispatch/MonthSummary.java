package org.zhaoshang.dispatch;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.time.CityClock;

/**
 * The figures of a month, unit by unit and summed; kept as they are when the month is closed.
 *
 * @param cutOff what was submitted by then is counted
 * @param items in the official order of the units
 */
record MonthSummary(String month, OffsetDateTime cutOff, List<Row> items, Total total) {

    /** The database keeps the moment and forgets the offset. */
    MonthSummary {
        cutOff = cutOff.atZoneSameInstant(CityClock.ZONE).toOffsetDateTime();
    }

    @Schema(name = "MonthSummaryRow")
    record Row(
            @Schema(required = true) String unitCode,
            @Schema(required = true) String unitName,

            @Nullable @Schema(description = "The submission that is counted; absent while there is none")
            Integer revision,

            @Nullable String receiptNumber,
            @Schema(required = true) Timeliness timeliness,
            @Schema(required = true) Figures figures,

            @Schema(required = true, description = "From January on: 本年累计")
            Year year) {}

    /** What the months of the year sum to. */
    @Schema(name = "YearFigures")
    record Year(
            @Schema(required = true) BigDecimal completedInvestmentYuan,

            @Schema(
                    required = true,
                    description = "Receipts of this year from outside the region; those of past years left out")
            BigDecimal fundsOutsideYuan,

            @Schema(
                    required = true,
                    description = "Receipts of this year of whatever origin; those of past years left out")
            BigDecimal fundsInPlaceYuan) {
        static final Year NONE = new Year(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

        /** A month that was closed before all funds were summed has none. */
        Year {
            fundsInPlaceYuan = Objects.requireNonNullElse(fundsInPlaceYuan, BigDecimal.ZERO);
        }

        Year plus(Figures month) {
            return new Year(
                    completedInvestmentYuan.add(month.completedInvestmentYuan()),
                    fundsOutsideYuan.add(month.fundsOutsideYuan()).subtract(month.fundsOutsidePastYearYuan()),
                    fundsInPlaceYuan.add(month.fundsInPlaceYuan()).subtract(month.fundsPastYearYuan()));
        }

        Year plus(Year other) {
            return new Year(
                    completedInvestmentYuan.add(other.completedInvestmentYuan),
                    fundsOutsideYuan.add(other.fundsOutsideYuan),
                    fundsInPlaceYuan.add(other.fundsInPlaceYuan));
        }
    }

    @Schema(name = "MonthSummaryTotal")
    record Total(
            @Schema(required = true) int units,
            @Schema(required = true) int submitted,
            @Schema(required = true) Figures figures,
            @Schema(required = true) Year year) {}
}
