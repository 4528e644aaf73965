package org.zhaoshang.dispatch;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a unit's report of a month sums to, taken from what was submitted. */
@Schema(name = "ReportFigures")
record Figures(
        @Schema(required = true, description = "Projects followed in the report")
        int projects,

        @Schema(required = true, description = "Those of them with news")
        int changed,

        @Schema(required = true, description = "完成投资 of the month, yuan")
        BigDecimal completedInvestmentYuan,

        @Schema(required = true, description = "Receipts first reported with it, of whatever day, yuan")
        BigDecimal fundsInPlaceYuan,

        @Schema(required = true, description = "Those of them received in a past year (跨年补报), yuan")
        BigDecimal fundsPastYearYuan,

        @Schema(
                required = true,
                description =
                        "国内（区外）: those of them that count as from outside the region, by the switches of the ledger; yuan")
        BigDecimal fundsOutsideYuan,

        @Schema(required = true, description = "Those that count as from outside, received in a past year; yuan")
        BigDecimal fundsOutsidePastYearYuan,

        @Schema(required = true, description = "Projects by stage")
        Map<String, Integer> stages) {

    static final Figures NONE = new Figures(
            0, 0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, Map.of());

    /** A month that was closed before past years were summed over all origins knew those from outside alone. */
    Figures {
        fundsPastYearYuan = Objects.requireNonNullElse(fundsPastYearYuan, fundsOutsidePastYearYuan);
    }

    Figures plus(Figures other) {
        Map<String, Integer> both = new TreeMap<>(stages);
        other.stages.forEach((stage, count) -> both.merge(stage, count, Integer::sum));
        return new Figures(
                projects + other.projects,
                changed + other.changed,
                completedInvestmentYuan.add(other.completedInvestmentYuan),
                fundsInPlaceYuan.add(other.fundsInPlaceYuan),
                fundsPastYearYuan.add(other.fundsPastYearYuan),
                fundsOutsideYuan.add(other.fundsOutsideYuan),
                fundsOutsidePastYearYuan.add(other.fundsOutsidePastYearYuan),
                both);
    }
}
