package org.zhaoshang.projects;

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
 * What a project is found and compared by, derived from its fields: normalised so that width, case, blanks and punctuation
 * make no difference.
 */
@Embeddable
public record ProjectKeys(
        String nameKey,
        @Nullable String investorKey,
        @Nullable String phoneKey,
        @Nullable String addressKey,
        String searchText,
        @JdbcTypeCode(SqlTypes.ARRAY) Integer[] searchGrams) {

    static ProjectKeys of(String code, ProjectFields fields) {
        String text = Stream.of(
                        fields.name(),
                        code,
                        fields.investor(),
                        fields.summary(),
                        fields.content(),
                        fields.address(),
                        fields.parkName(),
                        fields.projectCode(),
                        fields.externalId())
                .filter(Objects::nonNull)
                .map(Bigrams::normalise)
                .collect(Collectors.joining("\n"));
        return new ProjectKeys(
                Keys.key(fields.name()),
                Keys.textKey(fields.investor()),
                Keys.phoneKey(fields.contactPhone()),
                Keys.textKey(fields.address()),
                text,
                Bigrams.of(text));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProjectKeys keys
                && nameKey.equals(keys.nameKey)
                && searchText.equals(keys.searchText)
                && Objects.equals(phoneKey, keys.phoneKey);
    }

    @Override
    public int hashCode() {
        return searchText.hashCode();
    }
}
