package org.zhaoshang.dispatch.indicators;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.fields.PlainNumber;

/** A year's targets as one table: a row a unit, a column an indicator; sums are shown against the city's (V34). */
@Schema(name = "TargetGrid")
record TargetGrid(
        @Schema(required = true, examples = "2021") int year,

        @Schema(required = true, description = "Moved by every change of the year's targets; the ETag")
        long version,

        @Schema(required = true, description = "The columns")
        List<Column> indicators,

        @Schema(required = true, description = "The rows that the caller sees: the city first")
        List<Row> units,

        @Schema(required = true, description = "What is set; a place without target is left out")
        List<TargetView> items,

        @Schema(required = true) List<String> allowedActions) {

    @Schema(name = "TargetGridRow")
    record Row(
            @Schema(required = true, examples = "150622") String unitCode,
            @Schema(required = true) String unitName,
            @Schema(required = true) boolean city) {}

    /**
     * @param units what the units' targets sum to; null for who does not see them all
     * @param difference units less city: more than the city's is shown and never refused
     */
    @Schema(name = "TargetGridColumn")
    record Column(
            @Schema(required = true, examples = "OUTSIDE_FUNDS")
            String indicator,

            @Schema(required = true) String name,
            @Schema(required = true) Quantity quantity,
            @Nullable BigDecimal city,

            @Nullable @Schema(description = "What the units' targets sum to; for who sees them all")
            BigDecimal units,

            @Nullable @Schema(description = "Units less city: may be positive (V34)")
            BigDecimal difference) {

        /** @param targets of one indicator, by unit */
        static Column of(
                String indicator,
                String name,
                Quantity quantity,
                String city,
                Map<String, BigDecimal> targets,
                boolean all) {
            BigDecimal whole = targets.get(city);
            BigDecimal sum = !all || targets.keySet().stream().allMatch(city::equals)
                    ? null
                    : PlainNumber.of(targets.entrySet().stream()
                            .filter(target -> !target.getKey().equals(city))
                            .map(Map.Entry::getValue)
                            .reduce(BigDecimal.ZERO, BigDecimal::add));
            BigDecimal difference = sum == null || whole == null ? null : PlainNumber.of(sum.subtract(whole));
            return new Column(indicator, name, quantity, whole, sum, difference);
        }
    }
}
