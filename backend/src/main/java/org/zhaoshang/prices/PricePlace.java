package org.zhaoshang.prices;

import java.util.Collection;

/** Where prices follow one another: item, park, condition and term, within a unit. */
record PricePlace(String itemCode, PriceKey key) {
    static PricePlace of(PriceFields fields) {
        return new PricePlace(fields.itemCode(), PriceKey.of(fields));
    }

    static PricePlace of(Price price) {
        return new PricePlace(price.fields().itemCode(), price.key());
    }

    /** Several as the columns of a table, for {@code unnest}. */
    record Columns(String[] items, String[] parks, String[] conditions, Integer[] terms) {
        static Columns of(Collection<PricePlace> places) {
            return new Columns(
                    places.stream().map(PricePlace::itemCode).toArray(String[]::new),
                    places.stream().map(place -> place.key().parkKey()).toArray(String[]::new),
                    places.stream().map(place -> place.key().conditionKey()).toArray(String[]::new),
                    places.stream().map(place -> place.key().termKey()).toArray(Integer[]::new));
        }
    }
}
