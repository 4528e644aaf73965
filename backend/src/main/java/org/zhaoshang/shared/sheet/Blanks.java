package org.zhaoshang.shared.sheet;

/** Blanks that people do not see at the ends of what they typed: also the wide one, the unbreakable one and those without width. */
final class Blanks {
    private Blanks() {}

    static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    static boolean isBlank(char c) {
        return c <= ' ' && c != 0
                || c >= 0x7F && (Character.isWhitespace(c) || c == 0xA0 || c == 0xFEFF || c >= 0x200B && c <= 0x200D);
    }
}
