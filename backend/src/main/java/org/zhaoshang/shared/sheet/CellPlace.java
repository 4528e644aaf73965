package org.zhaoshang.shared.sheet;

import org.jspecify.annotations.Nullable;

/**
 * A place like {@code C7}.
 *
 * @param column from 0
 * @param row from 1
 */
record CellPlace(int column, int row) {
    static final int LAST_COLUMN = 16_383;
    static final int LAST_ROW = 1_048_576;

    /** @return null for what is no place on a sheet */
    static @Nullable CellPlace parse(@Nullable String text) {
        int column = column(text);
        int letters = letters(column);
        int row = text == null || column < 0 ? 0 : Digits.parse(text.substring(letters), 0);
        return row < 1 || row > LAST_ROW ? null : new CellPlace(column, row);
    }

    /** The column of a place; -1 for one that does not exist. */
    static int column(@Nullable String text) {
        int column = 0;
        int at = 0;
        for (; text != null && at < text.length() && text.charAt(at) >= 'A' && text.charAt(at) <= 'Z'; at++) {
            column = column * 26 + text.charAt(at) - 'A' + 1;
            if (column > LAST_COLUMN + 1) {
                return -1;
            }
        }
        return column - 1;
    }

    /** As spreadsheets letter columns: A … Z, AA … */
    static String letter(int column) {
        StringBuilder name = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            name.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return name.toString();
    }

    private static int letters(int column) {
        return column < 0 ? 0 : letter(column).length();
    }
}
