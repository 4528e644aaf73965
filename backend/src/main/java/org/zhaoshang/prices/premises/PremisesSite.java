package org.zhaoshang.prices.premises;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.search.Conditions;

/** What someone with a project asks of premises, the same of the unit's own list and of the public one; each as it came. */
public record PremisesSite(
        @Nullable String kind,
        @Nullable String offer,
        @Nullable String minFreeAreaSqm,
        @Nullable String maxFreeAreaSqm,
        @Nullable String minStoreyHeightM,
        @Nullable String minFloorLoadTonPerSqm,
        @Nullable String minPowerKva,
        @Nullable String minCraneTon,
        @Nullable String maxRentYuanPerSqmMonth) {
    private static final Set<String> KINDS = names(PremisesFields.Kind.values());
    private static final Set<String> OFFERS = names(PremisesFields.Offer.values());
    /** Who wants to rent is served by both. */
    private static final Map<String, String> ALSO = Map.of("RENT", "RENT,RENT_OR_SALE", "SALE", "SALE,RENT_OR_SALE");

    public Conditions narrow(Conditions conditions) {
        return conditions
                .oneOf("kind", "p.kind", kind, KINDS)
                .oneOf("offer", "p.offer", widened(), OFFERS)
                .number("minFreeAreaSqm", "p.free_area_sqm", ">=", minFreeAreaSqm)
                .number("maxFreeAreaSqm", "p.free_area_sqm", "<=", maxFreeAreaSqm)
                .number("minStoreyHeightM", "p.storey_height_m", ">=", minStoreyHeightM)
                .number("minFloorLoadTonPerSqm", "p.floor_load_ton_per_sqm", ">=", minFloorLoadTonPerSqm)
                .number("minPowerKva", "p.power_kva", ">=", minPowerKva)
                .number("minCraneTon", "p.crane_ton", ">=", minCraneTon)
                .number("maxRentYuanPerSqmMonth", "p.rent_yuan_per_sqm_month", "<=", maxRentYuanPerSqmMonth);
    }

    private @Nullable String widened() {
        return offer == null
                ? null
                : Arrays.stream(offer.split(","))
                        .map(one -> ALSO.getOrDefault(one.strip(), one))
                        .collect(Collectors.joining(","));
    }

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    }
}
