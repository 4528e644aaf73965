package org.zhaoshang.shared.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.fields.Field;

/** Codes, by the code itself or by the name that people know it by. */
final class CodeCells implements CellReading {
    /** Different texts of one column that are remembered: lists of codes are short, mistakes need not be. */
    private static final int MOST_REMEMBERED = 10_000;

    private final Field field;
    private final CodeNames codes;
    private final Map<String, String> options = new HashMap<>();
    private final Map<String, Optional<String>> remembered = new HashMap<>();

    CodeCells(Field field, CodeNames codes) {
        this.field = field;
        this.codes = codes;
        field.options().forEach(option -> {
            options.put(fold(option.value()), option.value());
            options.put(fold(option.label().zh()), option.value());
            options.put(fold(option.label().en()), option.value());
        });
    }

    @Override
    public JsonNode read(RawCell cell) throws CellRefused {
        String text = TextCells.text(cell);
        String code = cell instanceof RawCell.Number ? ofNumber(text) : code(text);
        if (code == null) {
            throw CellRefused.code(text);
        }
        return JsonNodeFactory.instance.textNode(code);
    }

    /** Several in one cell. A name may itself hold a separator: what is a code as a whole is not divided. */
    JsonNode readMany(RawCell cell) throws CellRefused {
        ArrayNode found = JsonNodeFactory.instance.arrayNode();
        if (cell instanceof RawCell.Number) {
            return found.add(read(cell));
        }
        String text = TextCells.text(cell);
        String whole = code(text);
        if (whole != null) {
            return found.add(whole);
        }
        for (String part : TextCells.Parts.of(text)) {
            String code = code(part);
            if (code == null) {
                throw CellRefused.code(part);
            }
            found.add(code);
        }
        return found;
    }

    /** Excel drops the zero before 06 and after 3.10: the first can be put back, of the second only a person knows. */
    private @Nullable String ofNumber(String digits) throws CellRefused {
        String code = code(digits);
        if (code == null) {
            return code("0" + digits);
        }
        if (digits.indexOf('.') >= 0 && code(digits + "0") != null) {
            throw CellRefused.format(
                    "Excel 把代码变成了数字，分不清是 " + digits + " 还是 " + digits + "0，请把单元格格式设为“文本”后重填",
                    "was turned into a number by Excel and may be " + digits + " or " + digits
                            + "0: format the cell as text and fill it in again");
        }
        return code;
    }

    private @Nullable String code(String text) {
        Optional<String> known = remembered.get(text);
        if (known == null) {
            known = field.codes() == null
                    ? Optional.ofNullable(options.get(fold(text)))
                    : codes.code(field.codes(), text);
            if (remembered.size() < MOST_REMEMBERED) {
                remembered.put(text, known);
            }
        }
        return known.orElse(null);
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
