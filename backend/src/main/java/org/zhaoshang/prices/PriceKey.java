package org.zhaoshang.prices;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.search.Bigrams;

/** Where and under which condition a price holds beside its unit and item; of the same ones no two are valid on one day. */
@Embeddable
record PriceKey(
        String parkKey,
        String conditionKey,
        @Column(name = "term_key") int termKey) {
    static PriceKey of(PriceFields fields) {
        Integer term = fields.termYears();
        return new PriceKey(key(fields.parkName()), key(fields.condition()), term == null ? 0 : term);
    }

    /** So that width, case, blanks and punctuation make no difference. */
    static String key(@Nullable String text) {
        return text == null ? "" : Bigrams.normalise(text).replaceAll("[\\s\\p{Punct}\\p{IsPunctuation}]+", "");
    }

    /** As one word, with the item. */
    String of(String itemCode) {
        return itemCode + "|" + parkKey + "|" + conditionKey + "|" + termKey;
    }

    /** The middle of a price's range. */
    static BigDecimal middle(BigDecimal low, BigDecimal high) {
        return low.add(high).divide(BigDecimal.valueOf(2));
    }
}
