package org.zhaoshang.shared.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.zhaoshang.shared.fields.Field;
import org.zhaoshang.shared.fields.Type;

/** How the cells of one column become values in the API's shape. */
interface CellReading {
    /**
     * @param cell not empty
     * @throws CellRefused for what is not of the column's type
     */
    JsonNode read(RawCell cell) throws CellRefused;

    /** @param field of any type but a list of records: such a list has no column of its own */
    static CellReading of(Field field, Incoming.Column column, CodeNames codes) {
        return switch (field.type()) {
            case MONEY, DECIMAL, PRICE, INTEGER, COORDINATE -> {
                BigDecimal factor = column.factor() == null ? BigDecimal.ONE : column.factor();
                yield new NumberCells(field, factor);
            }
            case BOUNDS -> cell -> BoundsCells.read(cell, field, column.unit());
            case DATE -> DayCells::read;
            case BOOLEAN -> FlagCells::read;
            case TEXT, LONG_TEXT -> TextCells::read;
            case TEXTS -> TextCells::readMany;
            case ENUM, CODE -> new CodeCells(field, codes);
            case ENUMS, CODES -> new CodeCells(field, codes)::readMany;
            case OBJECTS -> throw new IllegalArgumentException(field.name() + " is " + Type.OBJECTS);
        };
    }
}
