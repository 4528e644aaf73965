package org.zhaoshang.prices.premises;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The largest load among the cranes of one description (行车): 10吨×2台 lifts 10, 20/5t lifts 20. */
final class CraneText {
    private static final Pattern TONS = Pattern.compile(
            "(\\d{1,4}(?:\\.\\d{1,2})?)(?:\\s*/\\s*\\d{1,4}(?:\\.\\d{1,2})?)?\\s*(?:吨|t\\b|t(?=[^a-z]))");
    private static final Pattern BARE = Pattern.compile("(\\d{1,4}(?:\\.\\d{1,2})?)");

    private CraneText() {}

    /** In tons; empty where the words name no load. A bare number is one, since the column is in tons. */
    static Optional<BigDecimal> tons(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(java.util.Locale.ROOT)
                .strip();
        var bare = BARE.matcher(folded);
        if (bare.matches()) {
            return Optional.of(new BigDecimal(bare.group(1)));
        }
        return TONS.matcher(folded)
                .results()
                .map(found -> new BigDecimal(found.group(1)))
                .max(Comparator.naturalOrder());
    }
}
