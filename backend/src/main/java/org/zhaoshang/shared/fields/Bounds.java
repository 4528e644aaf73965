package org.zhaoshang.shared.fields;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A figure as land notices write it: exact ({@code 0.65}), bounded ({@code ≥0.65}, {@code 1.0-3.0}) or different by use
 * ({@code 住宅70/商业40}). What was written is kept word for word; what it means is read from it.
 */
@Schema(
        name = "Bounds",
        oneOf = {BigDecimal.class, String.class},
        description = "A number, or bounds in words: ≥0.65, 1.0-3.0, 住宅70/商业40",
        examples = "≥0.65")
public record Bounds(String text) {
    private static final String NUMBER = "(\\d{1,15}(?:\\.\\d{1,8})?)";
    private static final String UNIT = "\\s*([%％]?)(?:年|米|m|M)?\\s*";
    private static final String BETWEEN = "\\s*(?:-|－|—|–|~|～|至|到)\\s*";
    private static final String USE = "([^\\d<>≤≥=＜＞]{0,20}?)\\s*[:：]?\\s*";
    private static final String LEAST = "(?:≥|>=|＞=|>|＞|不低于|不小于|不少于|大于等于|大于|高于)";
    private static final String MOST = "(?:≤|<=|＜=|<|＜|不高于|不大于|不超过|小于等于|小于|低于)";

    private static final Pattern EXACT = Pattern.compile(USE + NUMBER + UNIT);
    private static final Pattern RANGE = Pattern.compile(USE + NUMBER + UNIT + BETWEEN + NUMBER + UNIT);
    private static final Pattern AT_LEAST = Pattern.compile(USE + LEAST + "\\s*" + NUMBER + UNIT);
    private static final Pattern AT_MOST = Pattern.compile(USE + MOST + "\\s*" + NUMBER + UNIT);
    private static final Pattern AND_MORE = Pattern.compile(USE + NUMBER + UNIT + "(?:以上|及以上)");
    private static final Pattern AND_LESS = Pattern.compile(USE + NUMBER + UNIT + "(?:以下|及以下|以内)");
    private static final Pattern BOTH =
            Pattern.compile(USE + LEAST + "\\s*" + NUMBER + UNIT + "(?:且|并|,)?\\s*" + MOST + "\\s*" + NUMBER + UNIT);

    /**
     * What it says for one use.
     *
     * @param use for example 住宅; empty where it holds for all
     * @param least null where only the most is stated
     * @param most null where only the least is stated
     * @param percent whether it was written with a percent sign
     */
    public record Part(
            String use,
            @Nullable BigDecimal least,
            @Nullable BigDecimal most,
            boolean percent) {}

    public Bounds {
        text = text.strip();
    }

    @JsonCreator
    public static Bounds of(Object given) {
        return new Bounds(given instanceof BigDecimal number ? number.toPlainString() : given.toString());
    }

    /** A number where it is one, as it came; the words otherwise. */
    @JsonValue
    public Object value() {
        return isNumber() ? PlainNumber.of(new BigDecimal(text)) : text;
    }

    private boolean isNumber() {
        return text.matches("\\d{1,15}(\\.\\d{1,8})?");
    }

    /** What it says, use by use; empty where it can not be understood. */
    public Optional<List<Part>> parts() {
        String folded = Normalizer.normalize(text.replace('％', '%'), Normalizer.Form.NFKC)
                .strip();
        Optional<Part> whole = part(folded);
        if (whole.isPresent()) {
            return whole.map(List::of);
        }
        List<Part> parts = new ArrayList<>();
        for (String piece : folded.split("[,;/、\\n]")) {
            Optional<Part> part = piece.isBlank() ? Optional.empty() : part(piece.strip());
            if (part.isEmpty()) {
                return Optional.empty();
            }
            parts.add(part.get());
        }
        return Optional.of(List.copyOf(parts));
    }

    /** The figure to reckon with: what is exact, else the least, else the most; empty where it differs by use. */
    public Optional<BigDecimal> figure() {
        return parts().filter(parts -> parts.size() == 1)
                .map(List::getFirst)
                .map(part -> part.least() != null ? part.least() : part.most());
    }

    private static Optional<Part> part(String text) {
        Matcher both = BOTH.matcher(text);
        if (both.matches()) {
            return made(both.group(1), both.group(2), both.group(4), both.group(3) + both.group(5));
        }
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            return made(range.group(1), range.group(2), range.group(4), range.group(3) + range.group(5));
        }
        for (Pattern least : List.of(AT_LEAST, AND_MORE)) {
            Matcher found = least.matcher(text);
            if (found.matches()) {
                return made(found.group(1), found.group(2), null, found.group(3));
            }
        }
        for (Pattern most : List.of(AT_MOST, AND_LESS)) {
            Matcher found = most.matcher(text);
            if (found.matches()) {
                return made(found.group(1), null, found.group(2), found.group(3));
            }
        }
        Matcher exact = EXACT.matcher(text);
        return exact.matches()
                ? made(exact.group(1), exact.group(2), exact.group(2), exact.group(3))
                : Optional.empty();
    }

    private static Optional<Part> made(String use, @Nullable String least, @Nullable String most, String percent) {
        return Optional.of(new Part(
                use.strip(),
                least == null ? null : new BigDecimal(least),
                most == null ? null : new BigDecimal(most),
                !percent.isEmpty()));
    }
}
