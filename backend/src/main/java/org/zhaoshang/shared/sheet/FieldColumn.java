package org.zhaoshang.shared.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.zhaoshang.shared.fields.Field;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.language.Text;

/**
 * A field of a form as a column, as Chinese offices write it: the unit in the header, amounts in 万元, power in 万千瓦时,
 * options and codes in words.
 */
public record FieldColumn(Field field, CodeNames names) {
    static final Text YES = new Text("是", "yes");
    static final Text NO = new Text("否", "no");

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
            case MONEY, DECIMAL, PRICE, INTEGER, COORDINATE -> Cell.of(inUsualUnit(value.decimalValue()));
            case BOOLEAN -> Cell.of((value.asBoolean() ? YES : NO).in(language));
            case ENUM, ENUMS, CODE, CODES, TEXTS ->
                value.isArray()
                        ? Cell.of(StreamSupport.stream(value.spliterator(), false)
                                .map(entry -> word(entry.asText(), language))
                                .collect(Collectors.joining("、")))
                        : Cell.of(word(value.asText(), language));
            case BOUNDS -> value.isNumber() ? Cell.of(value.decimalValue()) : Cell.of(value.asText());
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

    /** The unit in which people report the quantity, which need not be the contract's. */
    private String unit(Language language) {
        return Measures.usual(field).in(language);
    }

    /** Exact: the usual units are powers of ten of the contract's. */
    private BigDecimal inUsualUnit(BigDecimal value) {
        BigDecimal factor = Measures.factor(field, Measures.usual(field).zh());
        return factor == null ? value : value.divide(factor);
    }

    private int width() {
        return switch (field.type()) {
            case LONG_TEXT, OBJECTS -> 50;
            case TEXT, TEXTS, CODE, CODES, ENUMS -> 24;
            default -> 14;
        };
    }
}
