package org.zhaoshang.prices;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.fields.Field;
import org.zhaoshang.shared.fields.MobileNumbers;
import org.zhaoshang.shared.fields.Necessity;
import org.zhaoshang.shared.fields.PlainNumber;
import org.zhaoshang.shared.rules.Finding;

/** The rules on a price, as a readable list of pure functions; severities and texts are in {@code data/rules.csv}. */
final class PriceRules {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final List<BiFunction<PriceFields, Context, Stream<Finding>>> RULES = List.of(
            PriceRules::required,
            PriceRules::boundsInOrder,
            PriceRules::unitOfTheItem,
            PriceRules::conditionOfTheItem,
            PriceRules::termOfTheItem,
            PriceRules::usualChange,
            PriceRules::officeTelephonesOnly);

    private PriceRules() {}

    /** The price before this one, of the same unit, item, park, condition and term. */
    record Previous(BigDecimal low, BigDecimal high, LocalDate from) {}

    /** What the rules must know beyond the fields themselves. */
    record Context(@Nullable Previous previous) {}

    static List<Finding> check(PriceFields fields, Context context) {
        List<Finding> findings = new ArrayList<>();
        RULES.forEach(rule -> rule.apply(fields, context).forEach(findings::add));
        return List.copyOf(findings);
    }

    /**
     * How far the middle of a price's range lies from the last one's, in percent with one decimal; null where there is none,
     * or it was free.
     */
    static @Nullable BigDecimal changePercent(
            @Nullable BigDecimal low, @Nullable BigDecimal high, @Nullable Previous from) {
        if (low == null || high == null || from == null) {
            return null;
        }
        BigDecimal before = PriceKey.middle(from.low(), from.high());
        return before.signum() == 0
                ? null
                : PriceKey.middle(low, high).subtract(before).multiply(HUNDRED).divide(before, 1, RoundingMode.HALF_UP);
    }

    private static Stream<Finding> required(PriceFields fields, Context context) {
        Map<String, Boolean> filled = Map.of(
                "itemCode", true, "priceLow", fields.priceLow() != null, "validFrom", fields.validFrom() != null);
        return PriceForm.FORM.fields().stream()
                .filter(field -> field.necessity() == Necessity.REQUIRED)
                .filter(field -> Boolean.FALSE.equals(filled.get(field.name())))
                .map(field -> Finding.of("REQUIRED", field.pointer(), Map.of("label", field.label())));
    }

    /** V39a */
    private static Stream<Finding> boundsInOrder(PriceFields fields, Context context) {
        BigDecimal low = fields.priceLow();
        BigDecimal high = fields.priceHigh();
        return low != null && high != null && low.compareTo(high) > 0
                ? Stream.of(Finding.of(
                        "V39a", "/priceLow", Map.of("low", low.toPlainString(), "high", high.toPlainString())))
                : Stream.empty();
    }

    /** V39b and V41: converted units have become the item's before; what is left is none of it. */
    private static Stream<Finding> unitOfTheItem(PriceFields fields, Context context) {
        FactorItem item = fields.item();
        String given = fields.unitOfMeasure();
        return given.equals(item.unit())
                ? Stream.empty()
                : Stream.of(Finding.of(
                        UnitsOfMeasure.isKnown(given) ? "V41" : "V39b",
                        "/unitOfMeasure",
                        Map.of("item", item.name(), "unit", item.unit(), "given", given)));
    }

    private static Stream<Finding> conditionOfTheItem(PriceFields fields, Context context) {
        List<String> known = fields.item().conditions().stream()
                .map(condition -> PriceKey.key(condition.zh()))
                .toList();
        String given = fields.condition();
        return given == null || known.isEmpty() || known.contains(PriceKey.key(given))
                ? Stream.empty()
                : Stream.of(notOneOf("condition", given));
    }

    private static Stream<Finding> termOfTheItem(PriceFields fields, Context context) {
        return Objects.equals(fields.termYears(), fields.item().termYears())
                ? Stream.empty()
                : Stream.of(notOneOf("termYears", String.valueOf(fields.termYears())));
    }

    private static Finding notOneOf(String name, String value) {
        Field field = PriceForm.FORM.field(name);
        return Finding.of("CODE", field.pointer(), Map.of("label", field.label(), "value", value));
    }

    /** V39c */
    private static Stream<Finding> usualChange(PriceFields fields, Context context) {
        Previous previous = context.previous();
        BigDecimal change = changePercent(fields.priceLow(), fields.high(), previous);
        FactorItem item = fields.item();
        return previous == null || change == null || change.abs().compareTo(item.explainedShare()) <= 0
                ? Stream.empty()
                : Stream.of(Finding.of(
                        "V39c",
                        "/priceLow",
                        Map.of(
                                "item",
                                item.name(),
                                "previous",
                                inWords(previous) + item.unit(),
                                "from",
                                previous.from().toString(),
                                "change",
                                (change.signum() > 0 ? "+" : "") + change.toPlainString(),
                                "share",
                                item.explainedShare().toPlainString())));
    }

    /** V48: what is accepted is published with its words. */
    private static Stream<Finding> officeTelephonesOnly(PriceFields fields, Context context) {
        return Stream.of("parkName", "condition", "composition", "sourceDocument", "note")
                .flatMap(name -> MobileNumbers.in(PriceForm.FORM.field(name), text(fields, name)).stream());
    }

    private static @Nullable String text(PriceFields fields, String name) {
        return switch (name) {
            case "parkName" -> fields.parkName();
            case "condition" -> fields.condition();
            case "composition" -> fields.composition();
            case "sourceDocument" -> fields.sourceDocument();
            default -> fields.note();
        };
    }

    private static String inWords(Previous previous) {
        String low = PlainNumber.of(previous.low()).toPlainString();
        return previous.low().compareTo(previous.high()) == 0
                ? low
                : low + "–" + PlainNumber.of(previous.high()).toPlainString();
    }
}
