package org.zhaoshang.shared.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.List;

/** Text, also where Excel took it for a number. */
final class TextCells {
    /** Beyond these Excel keeps no digits: a code of 18 ends in zeros that nobody typed. */
    private static final int EXACT_DIGITS = 15;

    private TextCells() {}

    static JsonNode read(RawCell cell) throws CellRefused {
        return JsonNodeFactory.instance.textNode(text(cell));
    }

    static JsonNode readMany(RawCell cell) throws CellRefused {
        ArrayNode texts = JsonNodeFactory.instance.arrayNode();
        for (String part : Parts.of(text(cell))) {
            texts.add(part);
        }
        return texts;
    }

    /** What a person meant to write. */
    static String text(RawCell cell) throws CellRefused {
        return switch (cell) {
            case RawCell.Written written -> Cells.written(written.text());
            case RawCell.Number number -> digits(number.value());
            case RawCell.Flag flag -> flag.value() ? "TRUE" : "FALSE";
            case RawCell.Day day ->
                throw CellRefused.format(
                        "Excel 把它变成了日期（" + day.day() + "），请把单元格格式设为“文本”后重填",
                        "was turned into a day by Excel (" + day.day()
                                + "): format the cell as text and fill it in again");
            case RawCell.Unreadable unreadable -> throw CellRefused.format(unreadable.why());
        };
    }

    private static String digits(BigDecimal value) throws CellRefused {
        if (value.precision() - value.scale() > EXACT_DIGITS || value.scale() > EXACT_DIGITS) {
            throw CellRefused.format(
                    "Excel 把它变成了数字，只保留前 15 位，请把单元格格式设为“文本”后重填",
                    "was turned into a number by Excel, which keeps 15 digits: format the cell as text and fill it in again");
        }
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** The entries of a list in one cell. */
    static final class Parts {
        private static final String SEPARATORS = "、，,;；|｜\n\r\t";

        private Parts() {}

        static List<String> of(String text) {
            List<String> parts = new java.util.ArrayList<>();
            int from = 0;
            for (int at = 0; at <= text.length(); at++) {
                if (at == text.length() || SEPARATORS.indexOf(text.charAt(at)) >= 0) {
                    String part = Blanks.strip(text.substring(from, at));
                    if (!part.isEmpty()) {
                        parts.add(part);
                    }
                    from = at + 1;
                }
            }
            return parts;
        }
    }
}
