package org.zhaoshang.prices;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The prices of a unit that stand in the same places as those of a lot: read in one go, and kept in step while the lot is worked through. */
final class PriceSeries {
    private static final Comparator<Price> BY_FIRST_DAY = Comparator.comparing(
                    (Price price) -> Objects.requireNonNull(price.fields().validFrom()))
            .thenComparing(Price::id);

    private final Prices prices;
    private final String unitCode;
    private final Map<PricePlace, List<Price>> known = new HashMap<>();

    PriceSeries(Prices prices, String unitCode) {
        this.prices = prices;
        this.unitCode = unitCode;
    }

    /** Reads at once what {@link #at} would read place by place. */
    PriceSeries expect(Collection<PricePlace> places) {
        Set<PricePlace> missing = new HashSet<>(places);
        missing.removeAll(known.keySet());
        if (!missing.isEmpty()) {
            missing.forEach(place -> known.put(place, new ArrayList<>()));
            prices.series(unitCode, missing)
                    .forEach(price -> Objects.requireNonNull(known.get(PricePlace.of(price)))
                            .add(price));
        }
        return this;
    }

    /** Those that have a first day, by that day. */
    List<Price> at(PricePlace place) {
        expect(Set.of(place));
        return Objects.requireNonNull(known.get(place)).stream()
                .filter(price -> price.fields().validFrom() != null)
                .sorted(BY_FIRST_DAY)
                .toList();
    }

    /** A price came to its place, from another one or new. */
    void moved(Price price, PricePlace from) {
        List<Price> left = known.get(from);
        if (left != null) {
            left.remove(price);
        }
        PricePlace to = PricePlace.of(price);
        expect(Set.of(to));
        List<Price> there = Objects.requireNonNull(known.get(to));
        if (!there.contains(price)) {
            there.add(price);
        }
    }

    void left(Price price) {
        List<Price> there = known.get(PricePlace.of(price));
        if (there != null) {
            there.remove(price);
        }
    }
}
