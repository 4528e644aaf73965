package org.zhaoshang.shared.sheet;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.fields.Field;
import org.zhaoshang.shared.fields.Form;

/**
 * A header split into what it names and its unit of measure.
 *
 * @param field null when it names none
 * @param unit as written; null without one
 * @param carriesNothing a column that is known, and left out without a question
 */
record HeaderCell(@Nullable Field field, @Nullable String unit, boolean carriesNothing) {
    private static final HeaderCell UNKNOWN = new HeaderCell(null, null, false);
    private static final HeaderCell NOTHING = new HeaderCell(null, null, true);

    private HeaderCell(Field field, @Nullable String unit) {
        this(field, unit, false);
    }

    private static final String OPENING = "([{【〔〖〈";
    private static final String CLOSING = ")]}】〕〗〉";

    /**
     * @param mapped key of a header → field, or empty to leave it out
     * @param longest beyond which a header names nothing
     */
    static HeaderCell read(String header, HeaderNames names, Map<String, String> mapped, Form form, int longest) {
        if (header.length() > longest) {
            return UNKNOWN;
        }
        String text = Normalizer.normalize(header, Normalizer.Form.NFKC);
        int bracket = lastBracket(text);
        String inside = bracket < 0
                ? null
                : Blanks.strip(text.substring(bracket + 1, text.stripTrailing().length() - 1));
        String told = mapped.get(HeaderNames.key(header));
        if (told != null) {
            Field field = form.find(told);
            if (field == null) {
                return UNKNOWN;
            }
            return new HeaderCell(field, inside);
        }
        HeaderCell found = whole(text, inside, names);
        if (found.field() == null && bracket >= 0) {
            found = bracketed(text.substring(0, bracket), inside, names);
        }
        if (found.field() == null) {
            found = appended(text, names);
        }
        if (Header.isColumn(found.field())) {
            return found;
        }
        boolean nothing = names.isOfNothing(text) || bracket >= 0 && names.isOfNothing(text.substring(0, bracket));
        return nothing ? NOTHING : UNKNOWN;
    }

    /** A name that has the unit in it, as the API's have, or in brackets that belong to it: 面积（亩） is not 面积（平方米）. */
    private static HeaderCell whole(String text, @Nullable String inside, HeaderNames names) {
        Field field = names.find(text);
        if (field == null) {
            return UNKNOWN;
        }
        boolean measured = inside != null && Measures.factor(field, inside) != null;
        return new HeaderCell(field, names.isApiName(text) ? field.unit() : measured ? inside : null);
    }

    /**
     * 总投资(万元). A remark that is no unit stays one, for the caller to refuse where a unit is needed; one that contradicts
     * the unit in the API's name leaves none.
     */
    private static HeaderCell bracketed(String name, @Nullable String inside, HeaderNames names) {
        Field field = names.find(name);
        if (field == null) {
            return UNKNOWN;
        }
        boolean contradicts = names.isApiName(name) && inside != null && !isOne(Measures.factor(field, inside));
        return new HeaderCell(field, contradicts ? null : inside);
    }

    private static boolean isOne(@Nullable BigDecimal factor) {
        return factor != null && factor.compareTo(BigDecimal.ONE) == 0;
    }

    /** 总投资万元, 总投资:万元. */
    private static HeaderCell appended(String text, HeaderNames names) {
        for (int at = 1; at < text.length(); at++) {
            Field field = names.find(text.substring(0, at));
            if (field != null) {
                String rest = text.substring(at);
                int from = 0;
                while (from < rest.length() && ":/-_,;. ".indexOf(rest.charAt(from)) >= 0) {
                    from++;
                }
                String unit = Blanks.strip(rest.substring(from));
                if (!unit.isEmpty() && Measures.factor(field, unit) != null) {
                    return new HeaderCell(field, unit);
                }
            }
        }
        return UNKNOWN;
    }

    /** Where the bracket at the end of a header opens; -1 without one. */
    private static int lastBracket(String text) {
        int end = text.stripTrailing().length() - 1;
        if (end < 1 || CLOSING.indexOf(text.charAt(end)) < 0) {
            return -1;
        }
        for (int at = end - 1; at > 0; at--) {
            if (OPENING.indexOf(text.charAt(at)) >= 0) {
                return at;
            }
        }
        return -1;
    }
}
