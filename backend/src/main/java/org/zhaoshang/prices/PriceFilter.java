package org.zhaoshang.prices;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.search.ListFilter;

/** What a list of prices can be narrowed by; the same for the page and for the export. Comma is "or". */
class PriceFilter extends ListFilter {
    @QueryParam("q")
    @Size(max = LONGEST)
    @Parameter(
            description = "Any substring of two or more characters of item, code, park, condition, composition, source")
    @Nullable
    String q;

    @QueryParam("state")
    @Nullable
    String state;

    @QueryParam("unitCode")
    @Nullable
    String unitCode;

    @QueryParam("reportYear")
    @Nullable
    String reportYear;

    @QueryParam("itemCode")
    @Nullable
    String itemCode;

    @QueryParam("category")
    @Nullable
    String category;

    @QueryParam("validOn")
    @Parameter(
            description = "Only prices that are valid on that day",
            schema = @Schema(implementation = String.class, examples = "2021-04-10"))
    @Nullable
    String validOn;

    @QueryParam("hasBlocking")
    @Nullable
    String hasBlocking;

    @QueryParam("hasFindings")
    @Parameter(description = "Whether anything is left to settle before submitting: BLOCK, or EXPLAIN without a word")
    @Nullable
    String hasFindings;

    @QueryParam("updatedFrom")
    @Nullable
    String updatedFrom;

    @QueryParam("updatedTo")
    @Nullable
    String updatedTo;

    @QueryParam("sort")
    @DefaultValue("-updatedAt")
    String sort = "-updatedAt";

    /**
     * A filter that did not come as query parameters.
     *
     * @throws org.zhaoshang.shared.http.Problem 400 with each name that there is not
     */
    static PriceFilter of(Map<String, String> given) {
        PriceFilter filter = new PriceFilter();
        filter.take(given);
        return filter;
    }
}
