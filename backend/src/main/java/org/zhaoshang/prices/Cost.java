package org.zhaoshang.prices;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What given yearly needs would cost in each unit, with the prices used. */
@Schema(name = "FactorCost", description = "What yearly needs would cost in each unit at accepted prices.")
public record Cost(
        @Schema(required = true, description = "The day on which the prices used are valid")
        LocalDate asOf,

        @Schema(required = true) List<Need> needs,

        @Schema(required = true, description = "All units, in the official order")
        List<UnitCost> units,

        @Nullable
        @Schema(
                description =
                        "The unit with the lowest yearly cost by the middle of the range, among those with all prices")
        String cheapestUnitCode) {
    @Schema(name = "FactorNeed")
    public record Need(
            @Schema(required = true) FactorItem.Use use,
            @Schema(required = true) String itemCode,
            @Schema(required = true) String itemName,
            @Schema(required = true, examples = "100000") BigDecimal quantity,
            @Schema(required = true, examples = "吨/年") String quantityUnit,

            @Nullable @Schema(description = "Land: the price is spread over this term")
            Integer termYears) {}

    @Schema(name = "UnitCost")
    public record UnitCost(
            @Schema(required = true) String unitCode,
            @Schema(required = true) String unitName,
            @Schema(required = true) List<Line> lines,

            @Schema(required = true, description = "Needs for which the unit has no price that day")
            List<FactorItem.Use> missing,

            @Nullable @Schema(description = "Only where no price is missing")
            BigDecimal totalLowYuan,

            @Nullable BigDecimal totalHighYuan) {}

    @Schema(name = "FactorCostLine")
    public record Line(
            @Schema(required = true) FactorItem.Use use,
            @Schema(required = true) String itemCode,
            @Schema(required = true) BigDecimal costLowYuan,
            @Schema(required = true) BigDecimal costHighYuan,

            @Schema(
                    required = true,
                    description =
                            "Several where they differ by park or condition: the cost is from the lowest to the highest")
            List<AcceptedPrice> prices) {}
}
