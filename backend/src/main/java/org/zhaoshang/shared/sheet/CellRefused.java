package org.zhaoshang.shared.sheet;

import java.util.Map;
import org.zhaoshang.shared.language.Text;

/** Why a cell can not be read, in words for the person who filled it in. */
final class CellRefused extends Exception {
    private static final long serialVersionUID = 1;
    private static final int LONGEST_QUOTE = 60;

    private final String rule;
    private final transient Map<String, Object> params;

    private CellRefused(String rule, Map<String, Object> params) {
        super(rule, null, false, false);
        this.rule = rule;
        this.params = params;
    }

    static CellRefused format(String zh, String en) {
        return format(new Text(zh, en));
    }

    static CellRefused format(Text problem) {
        return new CellRefused("FORMAT", Map.of("problem", problem));
    }

    static CellRefused code(String value) {
        return new CellRefused("CODE", Map.of("value", quote(value)));
    }

    /** What was written, cut to a length that fits into a message. */
    static String quote(String value) {
        return cut(value, LONGEST_QUOTE);
    }

    static String cut(String value, int longest) {
        return value.codePointCount(0, value.length()) <= longest
                ? value
                : value.substring(0, value.offsetByCodePoints(0, longest)) + "…";
    }

    String rule() {
        return rule;
    }

    Map<String, Object> params() {
        return params;
    }
}
