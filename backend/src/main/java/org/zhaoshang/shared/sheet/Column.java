package org.zhaoshang.shared.sheet;

/**
 * A column of a sheet.
 *
 * @param header with the unit of measure, as offices write it: 总投资（万元）
 * @param width in characters of Latin text, where the format knows widths
 */
public record Column(String header, int width) {
    /** Chinese characters are twice as wide. */
    private static final int LEAST = 10;

    private static final int MOST = 50;

    /** @param expected the width of what usually stands in it; the header always fits */
    public static Column of(String header, int expected) {
        return new Column(header, Math.clamp(Math.max(widthOf(header) + 2, expected), LEAST, MOST));
    }

    /** In characters of Latin text. */
    private static int widthOf(String text) {
        return text.codePoints().map(c -> c < 0x2E80 ? 1 : 2).sum();
    }

    /** How many lines a text takes in a cell that wraps. */
    static int lines(String text, int width) {
        return (int) text.lines().mapToLong(line -> 1 + widthOf(line) / width).sum();
    }
}
