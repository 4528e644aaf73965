package org.zhaoshang.projects;

import jakarta.persistence.Embeddable;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.search.Bigrams;

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
                key(fields.name()),
                textKey(fields.investor()),
                phoneKey(fields.contactPhone()),
                textKey(fields.address()),
                text,
                Bigrams.of(text));
    }

    /** The name as the uniqueness rule compares it. */
    public static String key(String text) {
        return Bigrams.normalise(text).replaceAll("[\\s\\p{Punct}\\p{IsPunctuation}]+", "");
    }

    /** Investors and addresses as duplicates are compared by; null where nothing but punctuation is left. */
    public static @Nullable String textKey(@Nullable String text) {
        return text == null || key(text).isEmpty() ? null : key(text);
    }

    /** Telephone numbers of seven digits or more; shorter ones are extensions that many share. */
    public static @Nullable String phoneKey(@Nullable String phone) {
        String digits = phone == null ? "" : Bigrams.normalise(phone).replaceAll("\\D", "");
        return digits.length() < 7 ? null : digits;
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
