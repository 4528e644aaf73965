package org.zhaoshang.prices;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.language.Text;

/**
 * Something that has a price: industrial water, electricity at 35 kV, land for 50 years.
 *
 * @param unit of measure in which all its prices are kept
 * @param aliases other ways to write a unit, normalised, with the factor from a price in that unit to one in {@link #unit}
 * @param required whether every unit owes it in its yearly report
 * @param conditions under which it may have several prices at once; empty for free words
 * @param termYears of land; another term is another item
 * @param comparisonGroup items of one group may be looked at side by side; land of two terms never is
 * @param partial only one part of what is paid in the end, as a transmission price is
 * @param use what the calculator may take it for; null for nothing
 * @param explainedShare of the last price in percent: a larger change asks for a word
 */
public record FactorItem(
        String code,
        Text name,
        Category category,
        String unit,
        Map<String, Factor> aliases,
        boolean required,
        List<Text> conditions,
        @Nullable Integer termYears,
        String comparisonGroup,
        boolean partial,
        @Nullable Use use,
        BigDecimal explainedShare) {
    /** What an item belongs to. */
    @Schema(name = "FactorCategory")
    public enum Category {
        WATER(new Text("水", "Water")),
        ELECTRICITY(new Text("电", "Electricity")),
        GAS(new Text("天然气", "Natural gas")),
        LAND(new Text("土地", "Land")),
        STEAM(new Text("蒸汽", "Steam")),
        SEWAGE(new Text("污水", "Sewage")),
        HEAT(new Text("取暖", "Heating")),
        LABOUR(new Text("劳动力", "Labour")),
        TRANSPORT(new Text("运输", "Transport")),
        ENVIRONMENT(new Text("环保", "Environment")),
        FUEL(new Text("燃料", "Fuel"));

        private final Text label;

        Category(Text label) {
            this.label = label;
        }

        public Text label() {
            return label;
        }
    }

    /** A need of the calculator. */
    public enum Use {
        WATER,
        POWER,
        GAS,
        LAND
    }

    /** An exact factor: 元/平方米 to 万元/亩 is a fifteenth. */
    public record Factor(BigDecimal times, BigDecimal by) {
        static final Factor ONE = new Factor(BigDecimal.ONE, BigDecimal.ONE);
    }

    /** How to come from a unit as written to the item's own; empty for a unit of something else, or unknown. */
    Optional<Factor> factor(String written) {
        String key = UnitsOfMeasure.key(written);
        return key.equals(UnitsOfMeasure.key(unit)) ? Optional.of(Factor.ONE) : Optional.ofNullable(aliases.get(key));
    }
}
