package org.zhaoshang.shared.rules;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.language.Text;

/**
 * What a rule says of one value, without a language: stored with the record and put into words when shown.
 *
 * @param pointer RFC 6901, empty for the record as a whole
 * @param params what the message names: values, limits, labels; a label may be a {@link Text}
 */
public record Finding(String rule, String pointer, Map<String, Object> params) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    public Finding {
        params = params.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, param -> spoken(param.getValue())));
    }

    /** What was stored as JSON comes back as a map: a text in two languages becomes one again. */
    private static Object spoken(Object value) {
        return value instanceof Map<?, ?> map
                        && map.size() == 2
                        && map.get("zh") instanceof String zh
                        && map.get("en") instanceof String en
                ? new Text(zh, en)
                : value;
    }

    public static Finding of(String rule, String pointer) {
        return new Finding(rule, pointer, Map.of());
    }

    public static Finding of(String rule, String pointer, Map<String, Object> params) {
        return new Finding(rule, pointer, params);
    }

    public Severity severity() {
        return Rulebook.get(rule).severity();
    }

    public View in(Language language) {
        Rule stated = Rulebook.get(rule);
        Map<String, Object> spoken = new TreeMap<>(params);
        spoken.replaceAll((name, value) -> value instanceof Text text ? text.in(language) : value);
        // One pass: what a person typed may itself look like a placeholder.
        String message = PLACEHOLDER
                .matcher(stated.message().in(language))
                .replaceAll(found ->
                        Matcher.quoteReplacement(String.valueOf(spoken.getOrDefault(found.group(1), found.group()))));
        return new View(rule, pointer, stated.severity(), message, stated.clause(), spoken);
    }

    /** A finding as an answer carries it. */
    @Schema(name = "Finding", description = "What a rule says of one value, in the caller's language.")
    public record View(
            @Schema(required = true, examples = "V01") String rule,

            @Schema(required = true, description = "RFC 6901", examples = "/totalInvestmentYuan")
            String pointer,

            @Schema(required = true) Severity severity,
            @Schema(required = true) String message,
            @Nullable String clause,
            @Schema(required = true) Map<String, Object> params) {}
}
