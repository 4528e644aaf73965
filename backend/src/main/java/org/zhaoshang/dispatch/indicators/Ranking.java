package org.zhaoshang.dispatch.indicators;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The units of a month ranked by an indicator, as the caller may read them. */
@Schema(
        name = "Ranking",
        description = "Ranks are 1-2-2-4 (V31); a unit with an empty denominator is listed without value and rank.")
record Ranking(
        @Schema(required = true, examples = "2021-03") String month,

        @Schema(required = true, description = "Whether these are the figures with which the month was closed")
        boolean frozen,

        @Schema(required = true, description = "What was reported by then is counted")
        OffsetDateTime cutOff,

        @Schema(required = true, examples = "COMPLETION") String indicator,
        @Schema(required = true, examples = "完成率") String name,
        @Schema(required = true) Indicator.Kind kind,

        @Schema(required = true, description = "In the words of the day on which a closed month was closed (V30)")
        String definition,

        @Schema(required = true, description = "Of the values", examples = "%")
        String unitOfMeasure,

        @Schema(required = true) Part numerator,
        @Nullable Part denominator,

        @Nullable @Schema(description = "A value below it stands out")
        BigDecimal threshold,

        @Nullable @Schema(description = "时序进度 of the month, in percent; where the denominator is a target")
        BigDecimal pacePercent,

        @Nullable String previousMonth,

        @Schema(
                required = true,
                description = "In the official order. A unit reads its own row until the month is closed, then all")
        List<Row> items,

        @Schema(required = true, description = "Without rank")
        Row city,

        @Nullable
        @Schema(description = "The units' sums, and what they differ from the city's by (V33, V34); for who sees all")
        Check check) {

    @Schema(name = "RankingPart")
    record Part(
            @Schema(required = true) Measure measure,
            @Schema(required = true) String name,
            @Schema(required = true) Quantity quantity) {}

    @Schema(name = "RankingRow")
    record Row(
            @Schema(required = true, examples = "150622") String unitCode,
            @Schema(required = true) String unitName,

            @Nullable @Schema(description = "In yuan or in projects")
            BigDecimal numerator,

            @Nullable @Schema(description = "In yuan or in projects; absent where no target was set")
            BigDecimal denominator,

            @Nullable @Schema(description = "Absent where there is nothing to divide by: —")
            BigDecimal value,

            @Nullable Integer rank,

            @Nullable @Schema(description = "Completion less pace, in percentage points")
            BigDecimal aheadOfPace,

            @Nullable BigDecimal previousValue,
            @Nullable Integer previousRank,

            @Nullable @Schema(description = "Places won since the previous month; negative for lost")
            Integer rankChange,

            @Schema(required = true) boolean belowThreshold,

            @Nullable @Schema(description = "The list that the numerator counts, as it is today")
            String numeratorHref,

            @Nullable @Schema(description = "The list that the denominator counts, as it is today")
            String denominatorHref) {}

    @Schema(name = "RankingCheck")
    record Check(
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,

            @Nullable @Schema(description = "Units less city")
            BigDecimal numeratorDifference,

            @Nullable @Schema(description = "Units less city")
            BigDecimal denominatorDifference) {}
}
