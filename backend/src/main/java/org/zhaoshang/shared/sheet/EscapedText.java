package org.zhaoshang.shared.sheet;

/** Characters that XML can not hold or keep, as Excel writes them: {@code _x000D_}. */
final class EscapedText {
    private static final int LENGTH = 7;

    private EscapedText() {}

    static String read(StringBuilder text) {
        if (text.indexOf("_x") < 0) {
            return text.toString();
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            int code = code(text, at);
            if (code >= 0) {
                plain.append((char) code);
                at += LENGTH - 1;
            } else {
                plain.append(text.charAt(at));
            }
        }
        return plain.toString();
    }

    /** What Excel would take for such an escape, and the line end that XML would change, are escaped themselves. */
    static String write(String text) {
        if (text.indexOf("_x") < 0 && text.indexOf('\r') < 0) {
            return text;
        }
        StringBuilder escaped = new StringBuilder(text.length() + LENGTH);
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\r') {
                escaped.append("_x000D_");
            } else if (c == '_' && code(text, at) >= 0) {
                escaped.append("_x005F_");
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static int code(CharSequence text, int at) {
        if (at + LENGTH > text.length()
                || text.charAt(at) != '_'
                || text.charAt(at + 1) != 'x'
                || text.charAt(at + LENGTH - 1) != '_') {
            return -1;
        }
        int code = 0;
        for (int digit = at + 2; digit < at + LENGTH - 1; digit++) {
            int value = Character.digit(text.charAt(digit), 16);
            if (value < 0) {
                return -1;
            }
            code = code * 16 + value;
        }
        return code;
    }
}
