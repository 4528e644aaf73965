package org.zhaoshang.shared.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhaoshang.shared.fields.Field;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.fields.Necessity;
import org.zhaoshang.shared.fields.Type;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/**
 * A column of a template.
 *
 * @param choices what can be chosen in a cell, as it is shown; empty where anything can be written
 */
record TemplateColumn(FieldColumn field, List<String> choices) {
    /** Beyond this a number is shown as it was sent: as digits it would fill the cell, or the memory. */
    private static final int MOST_DIGITS = 40;
    /** More choices than these are left to the drop-down. */
    private static final int MOST_LISTED = 30;

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
            case MONEY, DECIMAL, PRICE, INTEGER, COORDINATE -> value.isNumber() && isShort(value.decimalValue());
            case BOOLEAN -> value.isBoolean();
            case BOUNDS -> value.isTextual() || value.isNumber() && isShort(value.decimalValue());
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

    boolean isRequired() {
        return field.field().necessity() == Necessity.REQUIRED;
    }

    /** The advice at its header. */
    String advice(Language language) {
        return Stream.of(necessity(), takes(), field.field().help())
                .map(text -> text.in(language))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    Text necessity() {
        return switch (field.field().necessity()) {
            case REQUIRED -> new Text("必填", "required");
            case RECOMMENDED -> new Text("建议填写", "recommended");
            case OPTIONAL -> new Text("选填", "optional");
            case SYSTEM -> new Text("可不填", "may be left out");
        };
    }

    /** What a cell may hold, in words. */
    Text takes() {
        Field form = field.field();
        String all = String.join("、", choices);
        return switch (form.type()) {
            case TEXT, LONG_TEXT ->
                form.max() == null
                        ? new Text("文字", "text")
                        : new Text("文字，最多 " + form.max() + " 字", "text of at most " + form.max() + " characters");
            case TEXTS -> new Text("文字，可填多项", "texts");
            case MONEY, DECIMAL, PRICE -> new Text("数字", "a number");
            case INTEGER -> new Text("整数", "a whole number");
            case BOUNDS -> new Text("数字或范围，如 0.65、≥0.65、1.0-3.0", "a number or bounds: 0.65, ≥0.65, 1.0-3.0");
            case COORDINATE -> new Text("度，如 109.781", "degrees, like 109.781");
            case DATE -> new Text("日期，如 2021-04-10", "a day, like 2021-04-10");
            case BOOLEAN, ENUM, CODE ->
                choices.size() > MOST_LISTED
                        ? new Text("从下拉列表中选择", "choose from the list")
                        : new Text("下列之一：" + all, "one of: " + all);
            case ENUMS, CODES -> new Text("下列之一或几项：" + all, "some of: " + all);
            case OBJECTS -> throw new IllegalArgumentException(form.name());
        };
    }
}
