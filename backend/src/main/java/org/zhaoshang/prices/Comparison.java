package org.zhaoshang.prices;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One item's accepted prices of all units side by side. Land of one term is one item, so terms are never mixed.
 *
 * @param asOf the day on which the prices are valid; null over a time
 */
@Schema(name = "PriceComparison", description = "One item's accepted prices of all units, on a day or over a time.")
public record Comparison(
        @Schema(required = true, examples = "WATER_INDUSTRIAL")
        String itemCode,

        @Schema(required = true, examples = "工业用水") String itemName,
        @Schema(required = true) FactorItem.Category category,
        @Schema(required = true, examples = "元/立方米") String unitOfMeasure,

        @Nullable @Schema(description = "Land: prices of this term only")
        Integer termYears,

        @Schema(required = true, description = "Only a part of what is paid in the end")
        boolean partial,

        @Nullable LocalDate asOf,
        @Nullable LocalDate from,
        @Nullable LocalDate to,

        @Schema(required = true, description = "All units, in the official order; those without a price have none")
        List<UnitPrices> units,

        @Schema(required = true, description = "Prices that are compared")
        int count,

        @Nullable @Schema(description = "On a day only; by the middle of the range")
        Extreme cheapest,

        @Nullable Extreme dearest,

        @Nullable @Schema(description = "Of the middles; on a day only", examples = "4.32")
        BigDecimal median,

        @Schema(
                required = true,
                description =
                        "Some prices say what they are made of and others do not, or differently: compare with care")
        boolean composedDiffers) {
    @Schema(name = "UnitPrices")
    public record UnitPrices(
            @Schema(required = true) String unitCode,
            @Schema(required = true) String unitName,
            @Schema(required = true) List<AcceptedPrice> prices) {}

    @Schema(name = "PriceExtreme")
    public record Extreme(
            @Schema(required = true) String unitCode,
            @Schema(required = true) String unitName,
            @Schema(required = true) AcceptedPrice price) {}
}
