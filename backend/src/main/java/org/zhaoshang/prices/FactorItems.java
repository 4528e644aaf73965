package org.zhaoshang.prices;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.seed.DataFile;

/** All factor items, in the order of {@code data/factor-items.csv}. */
public final class FactorItems {
    private static final Map<String, FactorItem> ITEMS = DataFile.rows("factor-items.csv").stream()
            .map(FactorItems::item)
            .collect(Collectors.toMap(FactorItem::code, item -> item, (one, other) -> other, LinkedHashMap::new));

    private FactorItems() {}

    public static List<FactorItem> all() {
        return List.copyOf(ITEMS.values());
    }

    public static Optional<FactorItem> byCode(@Nullable String code) {
        return code == null ? Optional.empty() : Optional.ofNullable(ITEMS.get(code));
    }

    /** @throws IllegalArgumentException for a code that the form has not let pass */
    static FactorItem get(String code) {
        return byCode(code).orElseThrow(() -> new IllegalArgumentException(code));
    }

    /**
     * The items of some categories, as a list of codes like the one it was asked with; what is no category stays, and is no
     * code either.
     *
     * @param categories comma is "or"; null or blank for all
     */
    public static @Nullable String codesOf(@Nullable String categories) {
        return categories == null || categories.isBlank()
                ? null
                : Arrays.stream(categories.split(","))
                        .map(String::strip)
                        .flatMap(FactorItems::codesOfOne)
                        .collect(Collectors.joining(","));
    }

    private static Stream<String> codesOfOne(String category) {
        List<String> codes = all().stream()
                .filter(item -> item.category().name().equals(category))
                .map(FactorItem::code)
                .toList();
        return codes.isEmpty() ? Stream.of("no " + category) : codes.stream();
    }

    /** What every unit owes in its yearly report. */
    static List<FactorItem> required() {
        return all().stream().filter(FactorItem::required).toList();
    }

    private static FactorItem item(NamedCsvRecord row) {
        String use = row.getField("cost");
        String term = row.getField("term_years");
        return new FactorItem(
                row.getField("code"),
                new Text(row.getField("name_zh"), row.getField("name_en")),
                FactorItem.Category.valueOf(row.getField("category")),
                row.getField("unit"),
                parts(row.getField("aliases"))
                        .collect(Collectors.toUnmodifiableMap(
                                alias -> UnitsOfMeasure.key(alias[0]), alias -> factor(alias[1]))),
                row.getField("required").equals("yes"),
                parts(row.getField("conditions"))
                        .map(condition -> new Text(condition[0], condition[1]))
                        .toList(),
                term.isEmpty() ? null : Integer.valueOf(term),
                row.getField("comparison_group"),
                row.getField("partial").equals("yes"),
                use.isEmpty() ? null : FactorItem.Use.valueOf(use.toUpperCase(Locale.ROOT)),
                new BigDecimal(row.getField("explained_share_percent")));
    }

    private static Stream<String[]> parts(String text) {
        return text.isEmpty() ? Stream.of() : Arrays.stream(text.split("\\|")).map(part -> part.split("="));
    }

    private static FactorItem.Factor factor(String text) {
        String[] parts = text.split("/");
        return new FactorItem.Factor(
                new BigDecimal(parts[0]), parts.length == 1 ? BigDecimal.ONE : new BigDecimal(parts[1]));
    }
}
