package org.zhaoshang.prices.premises;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.search.ListFilter;

/** What a list of premises or of parcels can be narrowed by; the same for the page and for the export. Comma is "or". */
class ListingFilter extends ListFilter {
    @QueryParam("q")
    @Size(max = LONGEST)
    @Parameter(description = "Any substring of two or more characters of name, code, place, owner and the other texts")
    @Nullable
    String q;

    @QueryParam("state")
    @Nullable
    String state;

    @QueryParam("unitCode")
    @Nullable
    String unitCode;

    @QueryParam("locationCode")
    @Nullable
    String locationCode;

    @QueryParam("publiclyListed")
    @Nullable
    String publiclyListed;

    @QueryParam("changedSince")
    @Parameter(description = "Whether the fields have changed since they were published")
    @Nullable
    String changedSince;

    @QueryParam("hasFindings")
    @Parameter(description = "Whether anything is left to settle before publishing: BLOCK, or EXPLAIN without a word")
    @Nullable
    String hasFindings;

    @QueryParam("verified")
    @Parameter(description = "Of what is on offer: whether it counts as verified today")
    @Nullable
    String verified;

    @QueryParam("bbox")
    @Size(max = LONGEST)
    @Parameter(description = "West, south, east and north in degrees", example = "109.5,39.4,110.5,40.4")
    @Nullable
    String bbox;

    @QueryParam("updatedFrom")
    @Nullable
    String updatedFrom;

    @QueryParam("updatedTo")
    @Nullable
    String updatedTo;

    @QueryParam("sort")
    @DefaultValue("-updatedAt")
    String sort = "-updatedAt";
}
