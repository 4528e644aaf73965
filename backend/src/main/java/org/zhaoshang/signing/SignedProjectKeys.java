package org.zhaoshang.signing;

import jakarta.persistence.Embeddable;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.search.Bigrams;
import org.zhaoshang.shared.search.Keys;

/** What a signed project is found and compared by, derived from its fields. */
@Embeddable
public record SignedProjectKeys(
        String nameKey,
        @Nullable String investorKey,
        String searchText,
        @JdbcTypeCode(SqlTypes.ARRAY) Integer[] searchGrams) {

    static SignedProjectKeys of(String code, SignedProjectFields fields) {
        String text = Stream.of(
                        code,
                        fields.name(),
                        fields.investor(),
                        fields.signingParty(),
                        fields.agreementName(),
                        fields.originPlace(),
                        fields.projectCode(),
                        fields.reserveProjectCode(),
                        fields.externalId())
                .filter(Objects::nonNull)
                .map(Bigrams::normalise)
                .collect(Collectors.joining("\n"));
        return new SignedProjectKeys(Keys.key(fields.name()), Keys.textKey(fields.investor()), text, Bigrams.of(text));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedProjectKeys keys
                && nameKey.equals(keys.nameKey)
                && searchText.equals(keys.searchText)
                && Objects.equals(investorKey, keys.investorKey);
    }

    @Override
    public int hashCode() {
        return searchText.hashCode();
    }
}
