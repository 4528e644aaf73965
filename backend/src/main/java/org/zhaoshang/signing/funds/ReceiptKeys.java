package org.zhaoshang.signing.funds;

import jakarta.persistence.Embeddable;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.search.Bigrams;
import org.zhaoshang.shared.search.Keys;

/**
 * What a receipt is found and compared by, derived from its fields.
 *
 * @param proofKey the number of the proof without blanks, width, case and punctuation (V12); null without a number
 */
@Embeddable
public record ReceiptKeys(
        @Nullable String proofKey,
        String searchText,
        @JdbcTypeCode(SqlTypes.ARRAY) Integer[] searchGrams) {

    static ReceiptKeys of(String code, ReceiptFields fields) {
        String text = Stream.of(code, fields.signedProject(), fields.payer(), fields.proofNumber(), fields.externalId())
                .filter(Objects::nonNull)
                .map(Bigrams::normalise)
                .collect(Collectors.joining("\n"));
        return new ReceiptKeys(Keys.textKey(fields.proofNumber()), text, Bigrams.of(text));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ReceiptKeys keys && searchText.equals(keys.searchText);
    }

    @Override
    public int hashCode() {
        return searchText.hashCode();
    }
}
