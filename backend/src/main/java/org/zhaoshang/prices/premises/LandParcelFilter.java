package org.zhaoshang.prices.premises;

import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** What a list of parcels can be narrowed by beyond {@link ListingFilter}. */
class LandParcelFilter extends ListingFilter {
    @QueryParam("landUse")
    @Nullable
    String landUse;

    @QueryParam("minAreaMu")
    @Nullable
    String minAreaMu;

    @QueryParam("maxAreaMu")
    @Nullable
    String maxAreaMu;

    @QueryParam("maxStartPriceWanPerMu")
    @Nullable
    String maxStartPriceWanPerMu;
}
