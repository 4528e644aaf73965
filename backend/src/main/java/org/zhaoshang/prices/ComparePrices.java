package org.zhaoshang.prices;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.fields.PlainNumber;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.units.Units;

/** Compares an item's accepted prices, for the units as for the public. */
@ApplicationScoped
public class ComparePrices {
    private static final Pattern DAY = Pattern.compile("(?!0000)\\d{4}-\\d\\d-\\d\\d");
    private static final Text ITEM = new Text("价格项目（item）", "item");
    private static final Text NOT_DAY = new Text("应为日期，如 2021-04-10", "must be a day such as 2021-04-10");
    private static final Text BOTH = new Text("起止日期须成对，且起不晚于止", "needs both days, the first not after the last");
    private static final Text ONE = new Text("指定日期与起止日期只能选一种", "a day and a time can not be asked for at once");

    private final AcceptedPrices accepted;
    private final Units units;
    private final CityClock clock;

    ComparePrices(AcceptedPrices accepted, Units units, CityClock clock) {
        this.accepted = accepted;
        this.units = units;
        this.clock = clock;
    }

    /**
     * What is asked for, as it came.
     *
     * @param asOf the day on which prices are valid; today where nothing is said
     * @param from with {@code to}, a time instead of a day
     * @param condition only prices under it
     */
    public record Question(
            @Nullable String item,
            @Nullable String asOf,
            @Nullable String from,
            @Nullable String to,
            @Nullable String condition) {}

    /** @throws Problem 400 with each parameter that can not be read */
    public Comparison of(Question asked, Language language) {
        List<Finding> refused = new ArrayList<>();
        FactorItem item = item(asked.item(), refused);
        LocalDate asOf = day("asOf", asked.asOf(), refused);
        LocalDate from = day("from", asked.from(), refused);
        LocalDate to = day("to", asked.to(), refused);
        boolean overTime = from != null || to != null;
        if (overTime && asOf != null) {
            refused.add(format("asOf", ONE));
        } else if (overTime && refused.isEmpty() && (from == null || to == null || from.isAfter(to))) {
            refused.add(format("from", BOTH));
        }
        if (!refused.isEmpty() || item == null) {
            throw Problem.badRequest(refused);
        }
        LocalDate day = asOf == null ? clock.today() : asOf;
        List<Comparison.UnitPrices> rows =
                rows(item, from == null ? day : from, to == null ? day : to, asked.condition());
        List<Comparison.Extreme> all = overTime
                ? List.of()
                : rows.stream()
                        .flatMap(unit -> unit.prices().stream()
                                .map(price -> new Comparison.Extreme(unit.unitCode(), unit.unitName(), price)))
                        .sorted(Comparator.comparing(each -> each.price().middle()))
                        .toList();
        return new Comparison(
                item.code(),
                item.name().in(language),
                item.category(),
                item.unit(),
                item.termYears(),
                item.partial(),
                overTime ? null : day,
                from,
                to,
                rows,
                rows.stream().mapToInt(unit -> unit.prices().size()).sum(),
                all.isEmpty() ? null : all.getFirst(),
                all.isEmpty() ? null : all.getLast(),
                median(all.stream().map(each -> each.price().middle()).toList()),
                composedDiffers(rows));
    }

    private List<Comparison.UnitPrices> rows(
            FactorItem item, LocalDate from, LocalDate to, @Nullable String condition) {
        Map<String, List<AcceptedPrice>> prices = accepted.of(item.code(), from, to);
        String wanted = PriceKey.key(condition);
        return units.reporting().stream()
                .map(unit -> new Comparison.UnitPrices(
                        unit.code(),
                        unit.name(),
                        prices.getOrDefault(unit.code(), List.of()).stream()
                                .filter(price -> wanted.isEmpty()
                                        || PriceKey.key(price.condition()).equals(wanted))
                                .toList()))
                .toList();
    }

    /** @param middles in order */
    static @Nullable BigDecimal median(List<BigDecimal> middles) {
        if (middles.isEmpty()) {
            return null;
        }
        BigDecimal upper = middles.get(middles.size() / 2);
        BigDecimal lower = middles.get((middles.size() - 1) / 2);
        return PlainNumber.of(upper.add(lower).divide(BigDecimal.valueOf(2), 8, RoundingMode.HALF_UP));
    }

    private static boolean composedDiffers(List<Comparison.UnitPrices> rows) {
        return rows.stream()
                        .flatMap(unit -> unit.prices().stream())
                        .map(price -> Optional.ofNullable(price.composition()).orElse(""))
                        .collect(Collectors.toSet())
                        .size()
                > 1;
    }

    private static @Nullable FactorItem item(@Nullable String code, List<Finding> refused) {
        FactorItem item = FactorItems.byCode(code).orElse(null);
        if (item == null) {
            refused.add(
                    code == null || code.isBlank()
                            ? Finding.of("REQUIRED", "/item", Map.of("label", ITEM))
                            : Finding.of("CODE", "/item", Map.of("label", ITEM, "value", cut(code))));
        }
        return item;
    }

    static String cut(String value) {
        return value.length() > 60 ? value.substring(0, 60) + "…" : value;
    }

    static @Nullable LocalDate day(String name, @Nullable String value, List<Finding> refused) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            if (DAY.matcher(value).matches()) {
                return LocalDate.parse(value);
            }
        } catch (DateTimeException noSuchDay) {
            // 30 February is refused like any other text
        }
        refused.add(format(name, NOT_DAY));
        return null;
    }

    static Finding format(String name, Text problem) {
        return Finding.of("FORMAT", "/" + name, Map.of("label", name, "problem", problem));
    }
}
