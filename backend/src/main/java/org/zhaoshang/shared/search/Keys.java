package org.zhaoshang.shared.search;

import org.jspecify.annotations.Nullable;

/** What texts are compared by, so that width, case, blanks and punctuation make no difference. */
public final class Keys {
    /** Shorter numbers are extensions that many share. */
    private static final int SHORTEST_PHONE = 7;

    private Keys() {}

    /** Of a name. */
    public static String key(String text) {
        return Bigrams.normalise(text).replaceAll("[\\s\\p{Punct}\\p{IsPunctuation}]+", "");
    }

    /** Of an investor or an address; null where nothing but punctuation is left. */
    public static @Nullable String textKey(@Nullable String text) {
        return text == null || key(text).isEmpty() ? null : key(text);
    }

    /** The digits of a telephone number of seven digits or more. */
    public static @Nullable String phoneKey(@Nullable String phone) {
        String digits = phone == null ? "" : Bigrams.normalise(phone).replaceAll("\\D", "");
        return digits.length() < SHORTEST_PHONE ? null : digits;
    }
}
