package org.zhaoshang.prices;

import java.text.Normalizer;
import java.util.Locale;

/** Units of measure as people write them. */
final class UnitsOfMeasure {
    private UnitsOfMeasure() {}

    /** In one width and case, without blanks: 元/m³ and 元 / M3 are one. */
    static String key(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Z}]+", "");
    }

    /** Whether the words are a unit of some item, if not of this one. */
    static boolean isKnown(String written) {
        return FactorItems.all().stream().anyMatch(item -> item.factor(written).isPresent());
    }
}
