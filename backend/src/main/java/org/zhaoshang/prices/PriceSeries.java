package org.zhaoshang.prices;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The prices of a unit that stand in the same places as those of a lot: read in one go, and kept in step while the lot is worked through. */
final class PriceSeries {
    private static final Comparator<Price> BY_FIRST_DAY = Comparator.comparing(
                    (Price price) -> Objects.requireNonNull(price.fields().validFrom()))
            .thenComparing(Price::id);

    private final KnownPlaces<Price> known;
    private final String unitCode;

    PriceSeries(Prices prices, String unitCode) {
        this.known = new KnownPlaces<>(prices, price -> price);
        this.unitCode = unitCode;
    }

    /** Reads at once what {@link #at} would read place by place. */
    PriceSeries expect(Collection<PricePlace> places) {
        known.expect(unitCode, places);
        return this;
    }

    /** Those that have a first day, by that day. */
    List<Price> at(PricePlace place) {
        return known.at(unitCode, place).stream()
                .filter(price -> price.fields().validFrom() != null)
                .sorted(BY_FIRST_DAY)
                .toList();
    }

    /** A price came to its place, from another one or new. */
    void moved(Price price, PricePlace from) {
        List<Price> left = known.ifRead(from);
        if (left != null) {
            left.remove(price);
        }
        List<Price> there = known.at(unitCode, PricePlace.of(price));
        if (!there.contains(price)) {
            there.add(price);
        }
    }

    void left(Price price) {
        List<Price> there = known.ifRead(PricePlace.of(price));
        if (there != null) {
            there.remove(price);
        }
    }
}
