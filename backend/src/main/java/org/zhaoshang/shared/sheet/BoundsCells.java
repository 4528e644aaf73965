package org.zhaoshang.shared.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.fields.Field;

/** A number or bounds in words, as they stand in the cell. */
final class BoundsCells {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private BoundsCells() {}

    /** @param unit as the header states it; one that the field leaves open stays with the figure: 980 under 万元/公顷 */
    static JsonNode read(RawCell cell, Field field, @Nullable String unit) throws CellRefused {
        boolean open = field.unit() == null && unit != null && unit.indexOf('/') > 0;
        if (cell instanceof RawCell.Number number) {
            // A cell shown as 30 % holds 0.3.
            BigDecimal value = number.percent() ? number.value().multiply(HUNDRED) : number.value();
            boolean odd = number.percent() && !"%".equals(field.unit());
            return odd || open
                    ? JsonNodeFactory.instance.textNode(Cells.number(value) + (odd ? "%" : "") + (open ? unit : ""))
                    : JsonNodeFactory.instance.numberNode(value);
        }
        String text = TextCells.text(cell);
        return JsonNodeFactory.instance.textNode(open && text.indexOf('/') < 0 ? text + unit : text);
    }
}
