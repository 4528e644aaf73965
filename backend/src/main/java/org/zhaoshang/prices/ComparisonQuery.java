package org.zhaoshang.prices;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a comparison is asked with. */
public class ComparisonQuery {
    @QueryParam("item")
    @Parameter(
            description = "Code of a factor item",
            required = true,
            schema = @Schema(implementation = String.class, examples = "WATER_INDUSTRIAL"))
    @Nullable
    String item;

    @QueryParam("asOf")
    @Parameter(
            description = "Prices that are valid on that day; today when left out",
            schema = @Schema(implementation = String.class, examples = "2021-04-10"))
    @Nullable
    String asOf;

    @QueryParam("from")
    @Parameter(
            description = "Over time instead of on a day: with to, all prices that are valid in between",
            schema = @Schema(implementation = String.class, examples = "2020-01-01"))
    @Nullable
    String from;

    @QueryParam("to")
    @Parameter(schema = @Schema(implementation = String.class, examples = "2021-12-31"))
    @Nullable
    String to;

    @QueryParam("condition")
    @Parameter(
            description = "Only prices under this condition",
            schema = @Schema(implementation = String.class, examples = "采暖季"))
    @Nullable
    String condition;

    public ComparePrices.Question question() {
        return new ComparePrices.Question(item, asOf, from, to, condition);
    }
}
