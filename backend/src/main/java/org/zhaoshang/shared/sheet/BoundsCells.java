package org.zhaoshang.shared.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import org.zhaoshang.shared.fields.Field;

/** A number or bounds in words, as they stand in the cell. */
final class BoundsCells {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private BoundsCells() {}

    static JsonNode read(RawCell cell, Field field) throws CellRefused {
        if (cell instanceof RawCell.Number number) {
            // A cell shown as 30 % holds 0.3.
            BigDecimal value = number.percent() ? number.value().multiply(HUNDRED) : number.value();
            return number.percent() && !"%".equals(field.unit())
                    ? JsonNodeFactory.instance.textNode(Cells.number(value) + "%")
                    : JsonNodeFactory.instance.numberNode(value);
        }
        return TextCells.read(cell);
    }
}
