package org.zhaoshang.prices.premises;

import jakarta.ws.rs.QueryParam;
import java.util.Map;
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

    @Override
    boolean set(String name, String value) {
        switch (name) {
            case "landUse" -> landUse = value;
            case "minAreaMu" -> minAreaMu = value;
            case "maxAreaMu" -> maxAreaMu = value;
            case "maxStartPriceWanPerMu" -> maxStartPriceWanPerMu = value;
            default -> {
                return super.set(name, value);
            }
        }
        return true;
    }

    @Override
    Map<String, @Nullable String> all() {
        Map<String, @Nullable String> all = super.all();
        all.put("landUse", landUse);
        all.put("minAreaMu", minAreaMu);
        all.put("maxAreaMu", maxAreaMu);
        all.put("maxStartPriceWanPerMu", maxStartPriceWanPerMu);
        return all;
    }
}
