package org.zhaoshang.prices.premises;

import jakarta.persistence.Embeddable;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.search.Bigrams;
import org.zhaoshang.shared.search.Keys;

/** What premises and parcels are found by, derived from their fields. */
@Embeddable
public record ListingKeys(
        String nameKey,
        String searchText,
        @JdbcTypeCode(SqlTypes.ARRAY) Integer[] searchGrams) {

    static ListingKeys of(String code, ListingFields fields) {
        String text = Stream.of(
                        Stream.of(code),
                        fields.publicTexts().values().stream(),
                        fields.privateTexts().values().stream())
                .flatMap(texts -> texts)
                .filter(Objects::nonNull)
                .map(Bigrams::normalise)
                .collect(Collectors.joining("\n"));
        return new ListingKeys(Keys.key(fields.title()), text, Bigrams.of(text));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ListingKeys keys && searchText.equals(keys.searchText) && nameKey.equals(keys.nameKey);
    }

    @Override
    public int hashCode() {
        return searchText.hashCode();
    }
}
