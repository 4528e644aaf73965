package org.zhaoshang.prices.premises;

import jakarta.ws.rs.QueryParam;
import java.util.Map;
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

    @Override
    boolean set(String name, String value) {
        switch (name) {
            case "kind" -> kind = value;
            case "offer" -> offer = value;
            case "minFreeAreaSqm" -> minFreeAreaSqm = value;
            case "maxFreeAreaSqm" -> maxFreeAreaSqm = value;
            case "minStoreyHeightM" -> minStoreyHeightM = value;
            case "minFloorLoadTonPerSqm" -> minFloorLoadTonPerSqm = value;
            case "minPowerKva" -> minPowerKva = value;
            case "minCraneTon" -> minCraneTon = value;
            case "maxRentYuanPerSqmMonth" -> maxRentYuanPerSqmMonth = value;
            default -> {
                return super.set(name, value);
            }
        }
        return true;
    }

    @Override
    Map<String, @Nullable String> all() {
        Map<String, @Nullable String> all = super.all();
        all.put("kind", kind);
        all.put("offer", offer);
        all.put("minFreeAreaSqm", minFreeAreaSqm);
        all.put("maxFreeAreaSqm", maxFreeAreaSqm);
        all.put("minStoreyHeightM", minStoreyHeightM);
        all.put("minFloorLoadTonPerSqm", minFloorLoadTonPerSqm);
        all.put("minPowerKva", minPowerKva);
        all.put("minCraneTon", minCraneTon);
        all.put("maxRentYuanPerSqmMonth", maxRentYuanPerSqmMonth);
        return all;
    }
}
