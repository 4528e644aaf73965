package org.zhaoshang.shared.search;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Pairs of neighbouring characters as integers, for a GIN index on {@code int[]}. {@code pg_trgm} needs three characters
 * and Chinese words have two; the index narrows, a LIKE on the normalised text decides.
 */
public final class Bigrams {
    private Bigrams() {}

    /** Full-width forms folded, lower case, blanks squeezed: the form in which text is stored for search and compared. */
    public static String normalise(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** The distinct bigrams of an already normalised text, ascending. Code points beyond the basic plane fold by hash. */
    public static Integer[] of(String normalised) {
        int[] points = normalised.codePoints().toArray();
        return IntStream.range(0, Math.max(0, points.length - 1))
                .map(at -> (points[at] & 0xFFFF) << 16 | (points[at + 1] & 0xFFFF))
                .distinct()
                .sorted()
                .boxed()
                .toArray(Integer[]::new);
    }

    /** A LIKE pattern for the text anywhere, its wildcards taken literally (escape character: backslash). */
    public static String anywhere(String normalised) {
        return "%" + normalised.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
