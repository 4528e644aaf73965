package org.zhaoshang.shared.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.zhaoshang.shared.fields.Field;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.language.Text;

/**
 * A field of a form as a column, as Chinese offices write it: the unit in the header, amounts in 万元, options and codes in
 * words.
 */
public record FieldColumn(Field field, CodeNames names) {
    private static final int TEN_THOUSAND = 4;
    private static final Text WAN = new Text("万元", "10⁴ yuan");
    private static final Text YES = new Text("是", "yes");
    private static final Text NO = new Text("否", "no");

    /** The data files write units in Chinese only. */
    private static final Map<String, String> IN_ENGLISH =
            Map.of("亩", "mu", "吨/年", "t/a", "千瓦时/年", "kWh/a", "吨标煤/年", "tce/a", "人", "people");

    /** How a code of one of the form's lists is called. */
    public interface CodeNames {
        /** The code itself where the list has no name for it. */
        String nameOf(String list, String code);
    }

    public Column in(Language language) {
        String unit = unit(language);
        String label = field.label().in(language);
        String header =
                unit.isEmpty() ? label : language == Language.EN ? label + " (" + unit + ")" : label + "（" + unit + "）";
        return Column.of(header, width());
    }

    /** @param value as the contract has it; missing and null are empty */
    public Cell cell(JsonNode value, Language language) {
        if (value.isMissingNode() || value.isNull()) {
            return Cell.EMPTY;
        }
        return switch (field.type()) {
            case MONEY -> Cell.of(value.decimalValue().movePointLeft(TEN_THOUSAND));
            case DECIMAL, INTEGER, COORDINATE -> Cell.of(new BigDecimal(value.asText()));
            case BOOLEAN -> Cell.of((value.asBoolean() ? YES : NO).in(language));
            case ENUM, ENUMS, CODE, CODES, TEXTS ->
                value.isArray()
                        ? Cell.of(StreamSupport.stream(value.spliterator(), false)
                                .map(entry -> word(entry.asText(), language))
                                .collect(Collectors.joining("、")))
                        : Cell.of(word(value.asText(), language));
            case DATE -> Cell.of(LocalDate.parse(value.asText()));
            default -> Cell.of(value.asText());
        };
    }

    private String word(String value, Language language) {
        String list = field.codes();
        return list != null
                ? names.nameOf(list, value)
                : field.options().stream()
                        .filter(known -> known.value().equals(value))
                        .map(known -> known.label().in(language))
                        .findFirst()
                        .orElse(value);
    }

    private String unit(Language language) {
        String unit = field.unit();
        if (unit == null) {
            return "";
        }
        return switch (field.type()) {
            case MONEY -> WAN.in(language);
            default -> language == Language.EN ? IN_ENGLISH.getOrDefault(unit, unit) : unit;
        };
    }

    private int width() {
        return switch (field.type()) {
            case LONG_TEXT, OBJECTS -> 50;
            case TEXT, TEXTS, CODES, ENUMS -> 24;
            default -> 14;
        };
    }
}
