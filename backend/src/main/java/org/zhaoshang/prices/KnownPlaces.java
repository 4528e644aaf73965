package org.zhaoshang.prices;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What stands in places of a unit, each read once and many at a time; its lists are the caller's to keep in step. */
final class KnownPlaces<T> {
    private final Prices prices;
    private final Function<Price, T> seenAs;
    private final Map<PricePlace, List<T>> known = new HashMap<>();

    KnownPlaces(Prices prices, Function<Price, T> seenAs) {
        this.prices = prices;
        this.seenAs = seenAs;
    }

    /** Reads at once what {@link #at} would read place by place. */
    void expect(String unitCode, Collection<PricePlace> places) {
        Set<PricePlace> missing = new HashSet<>(places);
        missing.removeAll(known.keySet());
        if (!missing.isEmpty()) {
            missing.forEach(place -> known.put(place, new ArrayList<>()));
            prices.series(unitCode, missing)
                    .forEach(price -> Objects.requireNonNull(known.get(PricePlace.of(price)))
                            .add(seenAs.apply(price)));
        }
    }

    List<T> at(String unitCode, PricePlace place) {
        expect(unitCode, Set.of(place));
        return Objects.requireNonNull(known.get(place));
    }

    /** Null where the place was not read yet. */
    @Nullable
    List<T> ifRead(PricePlace place) {
        return known.get(place);
    }
}
