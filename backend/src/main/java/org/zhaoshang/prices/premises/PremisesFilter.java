package org.zhaoshang.prices.premises;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a list of premises can be narrowed by beyond {@link ListingFilter}: what those who look for a site ask first. */
class PremisesFilter extends ListingFilter {
    @QueryParam("kind")
    @Nullable
    String kind;

    @QueryParam("offer")
    @Parameter(description = "RENT and SALE also find what is offered both ways")
    @Nullable
    String offer;

    @QueryParam("minFreeAreaSqm")
    @Nullable
    String minFreeAreaSqm;

    @QueryParam("maxFreeAreaSqm")
    @Nullable
    String maxFreeAreaSqm;

    @QueryParam("minStoreyHeightM")
    @Nullable
    String minStoreyHeightM;

    @QueryParam("minFloorLoadTonPerSqm")
    @Nullable
    String minFloorLoadTonPerSqm;

    @QueryParam("minPowerKva")
    @Nullable
    String minPowerKva;

    @QueryParam("minCraneTon")
    @Nullable
    String minCraneTon;

    @QueryParam("maxRentYuanPerSqmMonth")
    @Nullable
    String maxRentYuanPerSqmMonth;
}
