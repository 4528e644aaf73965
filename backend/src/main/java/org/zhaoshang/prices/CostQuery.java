package org.zhaoshang.prices;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Yearly needs; what is left out is not needed. */
public class CostQuery {
    @QueryParam("waterTonPerYear")
    @Parameter(schema = @Schema(implementation = java.math.BigDecimal.class, minimum = "0", examples = "100000"))
    @Nullable
    String waterTonPerYear;

    @QueryParam("waterItem")
    @Parameter(
            description = "Instead of industrial water",
            schema = @Schema(implementation = String.class, examples = "WATER_INDUSTRIAL"))
    @Nullable
    String waterItem;

    @QueryParam("powerKwhPerYear")
    @Parameter(schema = @Schema(implementation = java.math.BigDecimal.class, minimum = "0", examples = "5000000"))
    @Nullable
    String powerKwhPerYear;

    @QueryParam("powerItem")
    @Parameter(
            description = "Instead of large industry at 35 kV",
            schema = @Schema(implementation = String.class, examples = "POWER_LARGE_110KV"))
    @Nullable
    String powerItem;

    @QueryParam("gasCubicMetrePerYear")
    @Parameter(schema = @Schema(implementation = java.math.BigDecimal.class, minimum = "0", examples = "20000"))
    @Nullable
    String gasCubicMetrePerYear;

    @QueryParam("gasItem")
    @Parameter(schema = @Schema(implementation = String.class, examples = "GAS_INDUSTRIAL"))
    @Nullable
    String gasItem;

    @QueryParam("landMu")
    @Parameter(schema = @Schema(implementation = java.math.BigDecimal.class, minimum = "0", examples = "100"))
    @Nullable
    String landMu;

    @QueryParam("landItem")
    @Parameter(
            description = "Land of another use or term; its price is spread over that term",
            schema = @Schema(implementation = String.class, examples = "LAND_INDUSTRIAL_50"))
    @Nullable
    String landItem;

    @QueryParam("asOf")
    @Parameter(
            description = "Prices that are valid on that day; today when left out",
            schema = @Schema(implementation = String.class, examples = "2021-04-10"))
    @Nullable
    String asOf;

    public List<CostOfNeeds.Asked> needs() {
        return CostOfNeeds.Asked.all(
                waterTonPerYear,
                waterItem,
                powerKwhPerYear,
                powerItem,
                gasCubicMetrePerYear,
                gasItem,
                landMu,
                landItem);
    }

    public @Nullable String asOf() {
        return asOf;
    }
}
