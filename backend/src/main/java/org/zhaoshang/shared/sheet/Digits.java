package org.zhaoshang.shared.sheet;

import org.jspecify.annotations.Nullable;

/** Small numbers in the attributes of a workbook. */
final class Digits {
    private Digits() {}

    /** @return {@code otherwise} for what is no number, or one of more than nine digits */
    static int parse(@Nullable String text, int otherwise) {
        if (text == null || text.isEmpty() || text.length() > 9) {
            return otherwise;
        }
        int number = 0;
        for (int at = 0; at < text.length(); at++) {
            int digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                return otherwise;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
