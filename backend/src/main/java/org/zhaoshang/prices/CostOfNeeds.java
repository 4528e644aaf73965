package org.zhaoshang.prices;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.fields.PlainNumber;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.units.Unit;
import org.zhaoshang.units.Units;

/**
 * Yearly cost of water, power, gas and land at the accepted prices of a day. A land price is paid once for a term of years and
 * counts by the year.
 */
@ApplicationScoped
public class CostOfNeeds {
    private static final BigDecimal YUAN_PER_WAN = BigDecimal.valueOf(10_000);
    private static final Text NOT_QUANTITY = new Text("应为不小于0的数字，最多12位整数、4位小数", "must be a number of 0 or more");
    private static final Text NOTHING = new Text("请至少填写一项年需求量", "fill in at least one yearly need");
    private static final Text OTHER_USE = new Text("该项目不能用于此项需求", "is no item for this need");

    private final AcceptedPrices accepted;
    private final Units units;
    private final CityClock clock;

    CostOfNeeds(AcceptedPrices accepted, Units units, CityClock clock) {
        this.accepted = accepted;
        this.units = units;
        this.clock = clock;
    }

    /**
     * A need as it was asked for.
     *
     * @param parameter that says how much, with the unit in its name
     * @param item null for the usual one
     */
    public record Asked(
            FactorItem.Use use,
            String parameter,
            @Nullable String quantity,
            String itemParameter,
            @Nullable String item) {
        public static List<Asked> all(
                @Nullable String waterTonPerYear,
                @Nullable String waterItem,
                @Nullable String powerKwhPerYear,
                @Nullable String powerItem,
                @Nullable String gasCubicMetrePerYear,
                @Nullable String gasItem,
                @Nullable String landMu,
                @Nullable String landItem) {
            return List.of(
                    new Asked(FactorItem.Use.WATER, "waterTonPerYear", waterTonPerYear, "waterItem", waterItem),
                    new Asked(FactorItem.Use.POWER, "powerKwhPerYear", powerKwhPerYear, "powerItem", powerItem),
                    new Asked(FactorItem.Use.GAS, "gasCubicMetrePerYear", gasCubicMetrePerYear, "gasItem", gasItem),
                    new Asked(FactorItem.Use.LAND, "landMu", landMu, "landItem", landItem));
        }

        private String usual() {
            return switch (use) {
                case WATER -> "WATER_INDUSTRIAL";
                case POWER -> "POWER_LARGE_35KV";
                case GAS -> "GAS_INDUSTRIAL";
                case LAND -> "LAND_INDUSTRIAL_50";
            };
        }

        private String quantityUnit() {
            return switch (use) {
                case WATER -> "吨/年";
                case POWER -> "千瓦时/年";
                case GAS -> "立方米/年";
                case LAND -> "亩";
            };
        }
    }

    private record Need(Asked asked, FactorItem item, BigDecimal quantity) {}

    /** @throws Problem 400 with each parameter that can not be read */
    public Cost of(List<Asked> asked, @Nullable String asOf, Language language) {
        List<Finding> refused = new ArrayList<>();
        LocalDate given = ComparePrices.day("asOf", asOf, refused);
        List<Need> needs = asked.stream()
                .map(each -> need(each, refused))
                .filter(Objects::nonNull)
                .toList();
        if (needs.isEmpty() && refused.isEmpty()) {
            refused.add(ComparePrices.format("waterTonPerYear", NOTHING));
        }
        if (!refused.isEmpty()) {
            throw Problem.badRequest(refused);
        }
        LocalDate day = given == null ? clock.today() : given;
        Map<Need, Map<String, List<AcceptedPrice>>> prices = new LinkedHashMap<>();
        needs.forEach(need -> prices.put(need, accepted.of(need.item().code(), day, day)));
        List<Cost.UnitCost> rows =
                units.reporting().stream().map(unit -> row(unit, prices)).toList();
        return new Cost(
                day,
                needs.stream()
                        .map(need -> new Cost.Need(
                                need.asked().use(),
                                need.item().code(),
                                need.item().name().in(language),
                                need.quantity(),
                                need.asked().quantityUnit(),
                                need.item().termYears()))
                        .toList(),
                rows,
                rows.stream()
                        .filter(row -> row.totalLowYuan() != null)
                        .min(Comparator.comparing(row -> PriceKey.middle(
                                Objects.requireNonNull(row.totalLowYuan()),
                                Objects.requireNonNull(row.totalHighYuan()))))
                        .map(Cost.UnitCost::unitCode)
                        .orElse(null));
    }

    private static @Nullable Need need(Asked asked, List<Finding> refused) {
        String quantity = asked.quantity() == null ? "" : asked.quantity().strip();
        boolean readable = quantity.matches("\\d{1,12}(\\.\\d{1,4})?");
        if (!quantity.isEmpty() && !readable) {
            refused.add(ComparePrices.format(asked.parameter(), NOT_QUANTITY));
        }
        String code = asked.item() == null || asked.item().isBlank() ? asked.usual() : asked.item();
        FactorItem item = FactorItems.byCode(code).orElse(null);
        if (item == null || item.use() != asked.use()) {
            refused.add(ComparePrices.format(asked.itemParameter(), OTHER_USE));
            return null;
        }
        BigDecimal amount = readable ? PlainNumber.of(new BigDecimal(quantity)) : BigDecimal.ZERO;
        return amount.signum() == 0 ? null : new Need(asked, item, amount);
    }

    private static Cost.UnitCost row(Unit unit, Map<Need, Map<String, List<AcceptedPrice>>> prices) {
        List<Cost.Line> lines = new ArrayList<>();
        List<FactorItem.Use> missing = new ArrayList<>();
        prices.forEach((need, byUnit) -> {
            List<AcceptedPrice> of = byUnit.getOrDefault(unit.code(), List.of());
            if (of.isEmpty()) {
                missing.add(need.asked().use());
            } else {
                lines.add(line(need, of));
            }
        });
        boolean whole = missing.isEmpty();
        return new Cost.UnitCost(
                unit.code(),
                unit.name(),
                lines,
                missing,
                whole ? sum(lines.stream().map(Cost.Line::costLowYuan).toList()) : null,
                whole ? sum(lines.stream().map(Cost.Line::costHighYuan).toList()) : null);
    }

    private static Cost.Line line(Need need, List<AcceptedPrice> prices) {
        return new Cost.Line(
                need.asked().use(),
                need.item().code(),
                yearly(
                        need,
                        prices.stream()
                                .map(AcceptedPrice::priceLow)
                                .min(Comparator.naturalOrder())
                                .orElseThrow()),
                yearly(
                        need,
                        prices.stream()
                                .map(AcceptedPrice::priceHigh)
                                .max(Comparator.naturalOrder())
                                .orElseThrow()),
                prices);
    }

    /** In yuan a year, to the cent. */
    private static BigDecimal yearly(Need need, BigDecimal price) {
        BigDecimal cost = price.multiply(need.quantity());
        Integer term = need.item().termYears();
        if (term == null) {
            return PlainNumber.of(cost.setScale(2, RoundingMode.HALF_UP));
        }
        return PlainNumber.of(cost.multiply(YUAN_PER_WAN).divide(BigDecimal.valueOf(term), 2, RoundingMode.HALF_UP));
    }

    private static BigDecimal sum(List<BigDecimal> costs) {
        return PlainNumber.of(costs.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
