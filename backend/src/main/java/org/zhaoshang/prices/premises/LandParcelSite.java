package org.zhaoshang.prices.premises;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.search.Conditions;

/** What someone with a project asks of land, the same of the unit's own list and of the public one; each as it came. */
public record LandParcelSite(
        @Nullable String landUse,
        @Nullable String minAreaMu,
        @Nullable String maxAreaMu,
        @Nullable String maxStartPriceWanPerMu) {
    /** The surveyed square metres count before the mu that someone reckoned. */
    public static final String MU = "round(coalesce(p.area_sqm * 0.0015, p.area_mu, -1), 6)";

    private static final Set<String> USES =
            Arrays.stream(LandParcelFields.Use.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    public Conditions narrow(Conditions conditions) {
        return conditions
                .oneOf("landUse", "p.land_use", landUse, USES)
                .number("minAreaMu", MU, ">=", minAreaMu)
                .number("maxAreaMu", MU, "<=", maxAreaMu)
                .number(
                        "maxStartPriceWanPerMu",
                        "p.start_price_yuan / nullif(greatest(" + MU + ", 0), 0) / 10000",
                        "<=",
                        maxStartPriceWanPerMu);
    }
}
