package org.zhaoshang.portal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.sheet.Cell;
import org.zhaoshang.shared.sheet.Column;
import org.zhaoshang.shared.sheet.FieldColumn;

/**
 * A column of a public sheet, as Chinese offices write them: every quantity with its unit, amounts in 万元.
 *
 * @param name of the document's member
 */
record PublicColumn(String name, Column column, Function<JsonNode, Cell> cell) {
    /** A field of a form, under its own label and unit. */
    static PublicColumn of(Form form, String name) {
        FieldColumn field = new FieldColumn(form.field(name), (list, code) -> code);
        return new PublicColumn(name, field.in(Language.ZH), value -> field.cell(value, Language.ZH));
    }

    /** What no form asks for. */
    static PublicColumn of(String name, String header) {
        return of(name, header, value -> value.isNumber() ? Cell.of(value.decimalValue()) : Cell.of(value.asText("")));
    }

    static PublicColumn of(String name, String header, Function<JsonNode, Cell> cell) {
        return new PublicColumn(name, Column.of(header, 0), cell);
    }

    /** 示例 where it is one. */
    static PublicColumn example() {
        return of("example", "备注", value -> Cell.of(value.asBoolean() ? "示例" : ""));
    }

    Cell in(JsonNode document) {
        return cell.apply(document.path(name));
    }
}
