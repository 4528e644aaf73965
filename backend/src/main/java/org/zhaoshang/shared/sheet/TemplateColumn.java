package org.zhaoshang.shared.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhaoshang.shared.fields.Field;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.fields.Type;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.rules.Finding;

/**
 * A column of a template.
 *
 * @param choices what can be chosen in a cell, as it is shown; empty where anything can be written
 */
record TemplateColumn(FieldColumn field, List<String> choices) {
    /** Beyond this a number is shown as it was sent: as digits it would fill the cell, or the memory. */
    private static final int MOST_DIGITS = 40;

    static List<TemplateColumn> of(Form form, CodeChoices choices, Language language) {
        return form.fields().stream()
                .filter(Header::isColumn)
                .map(field -> of(field, choices, language))
                .toList();
    }

    private static TemplateColumn of(Field field, CodeChoices choices, Language language) {
        List<CodeChoices.Choice> codes = field.codes() == null ? List.of() : choices.of(field.codes());
        Map<String, String> labels = new HashMap<>();
        codes.forEach(choice -> labels.put(choice.code(), choice.label()));
        FieldColumn column = new FieldColumn(field, (list, code) -> labels.getOrDefault(code, code));
        List<String> shown = switch (field.type()) {
            case CODE, CODES -> codes.stream().map(CodeChoices.Choice::label).toList();
            case ENUM, ENUMS ->
                field.options().stream()
                        .map(option -> option.label().in(language))
                        .toList();
            case BOOLEAN -> List.of(FieldColumn.YES.in(language), FieldColumn.NO.in(language));
            default -> List.of();
        };
        return new TemplateColumn(column, shown);
    }

    String name() {
        return field.field().name();
    }

    /** Whether a cell takes one of the choices and nothing beside it, so that it can have a drop-down. */
    boolean isOneOfChoices() {
        Type type = field.field().type();
        return !choices.isEmpty() && (type == Type.CODE || type == Type.ENUM || type == Type.BOOLEAN);
    }

    boolean isText() {
        return switch (field.field().type()) {
            case TEXT, LONG_TEXT, TEXTS, CODE, CODES, ENUM, ENUMS -> true;
            default -> false;
        };
    }

    List<Finding> of(List<Finding> findings) {
        String pointer = field.field().pointer();
        return findings.stream()
                .filter(finding ->
                        finding.pointer().equals(pointer) || finding.pointer().startsWith(pointer + "/"))
                .toList();
    }

    /** @param value judged or not */
    Cell cell(JsonNode value, Language language) {
        if (value.isMissingNode() || value.isNull() || fits(value)) {
            return field.cell(value, language);
        }
        return Cell.of(value.isTextual() ? value.textValue() : value.isNumber() ? shown(value) : value.toString());
    }

    private boolean fits(JsonNode value) {
        return switch (field.field().type()) {
            case MONEY, DECIMAL, INTEGER, COORDINATE -> value.isNumber() && isShort(value.decimalValue());
            case BOOLEAN -> value.isBoolean();
            case DATE -> value.isTextual() && DayCells.isDay(value.textValue());
            case ENUMS, CODES, TEXTS -> value.isArray() && areTexts(value);
            default -> value.isTextual();
        };
    }

    private static boolean areTexts(JsonNode list) {
        return list.valueStream().allMatch(JsonNode::isTextual);
    }

    private static boolean isShort(BigDecimal number) {
        return Math.abs((long) number.scale()) <= MOST_DIGITS && number.precision() <= MOST_DIGITS;
    }

    private static String shown(JsonNode number) {
        return isShort(number.decimalValue())
                ? Cells.number(number.decimalValue())
                : number.decimalValue().toString();
    }
}
