package org.zhaoshang.prices;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.language.Text;

/** A factor item as readers see it. */
@Schema(name = "FactorItem", description = "Something that has a price, and the unit of measure it is always given in.")
public record FactorItemView(
        @Schema(required = true, examples = "WATER_INDUSTRIAL")
        String code,

        @Schema(required = true, description = "In the caller's language", examples = "工业用水")
        String name,

        @Schema(required = true, examples = "工业用水") String nameZh,

        @Schema(required = true, examples = "Water, industrial")
        String nameEn,

        @Schema(required = true) FactorItem.Category category,

        @Schema(required = true, description = "In the caller's language", examples = "水")
        String categoryName,

        @Schema(required = true, examples = "元/立方米") String unitOfMeasure,

        @Schema(required = true, description = "Owed in every unit's yearly report")
        boolean required,

        @Schema(required = true, description = "What a price's condition is one of; empty where any words may stand")
        List<ConditionView> conditions,

        @Nullable @Schema(description = "Land: another term is another item")
        Integer termYears,

        @Schema(required = true, description = "Items that may be looked at beside it; never land of another term")
        List<String> comparableWith,

        @Schema(required = true, description = "Only a part of what is paid in the end")
        boolean partial,

        @Schema(description = "What the calculator can take it for")
        FactorItem.@Nullable Use use,

        @Schema(required = true, description = "A change of the last price above this asks for a word (V39c)")
        BigDecimal explainedSharePercent) {
    public static FactorItemView of(FactorItem item, Language spoken) {
        return new FactorItemView(
                item.code(),
                item.name().in(spoken),
                item.name().zh(),
                item.name().en(),
                item.category(),
                item.category().label().in(spoken),
                item.unit(),
                item.required(),
                item.conditions().stream()
                        .map(condition -> ConditionView.of(condition, spoken))
                        .toList(),
                item.termYears(),
                FactorItems.all().stream()
                        .filter(other -> other.comparisonGroup().equals(item.comparisonGroup()) && !other.equals(item))
                        .map(FactorItem::code)
                        .toList(),
                item.partial(),
                item.use(),
                item.explainedShare());
    }

    @Schema(name = "FactorCondition")
    public record ConditionView(
            @Schema(required = true, description = "As a price has it", examples = "采暖季")
            String value,

            @Schema(required = true, description = "In the caller's language")
            String label) {
        static ConditionView of(Text condition, Language spoken) {
            return new ConditionView(condition.zh(), condition.in(spoken));
        }
    }
}
