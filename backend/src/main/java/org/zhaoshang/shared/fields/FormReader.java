package org.zhaoshang.shared.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.money.Money;
import org.zhaoshang.shared.rules.Finding;

/**
 * Reads a JSON object by a form: refuses what can not be stored (wrong type, unknown field or code, too long) with one
 * finding a place, and never guesses. The same reader serves the form in the browser, the API and uploaded rows.
 */
public final class FormReader {
    private static final Text NOT_TEXT = new Text("应为文字", "must be text");
    private static final Text NOT_NUMBER = new Text("应为数字，不带单位和千分号", "must be a number without unit or separators");
    private static final Text NEGATIVE = new Text("不能为负数", "must not be negative");
    private static final Text TOO_LARGE = new Text("数值过大", "is too large");
    private static final Text NOT_WHOLE = new Text("应为整数", "must be a whole number");
    private static final Text NOT_BOOLEAN = new Text("应为是（true）或否（false）", "must be true or false");
    private static final Text NOT_DAY = new Text("应为日期，如 2021-04-10", "must be a day like 2021-04-10");
    /** The years in which a deadline or a contract can lie: others are slips of the keyboard. */
    private static final Pattern DAY = Pattern.compile("(19|20)\\d\\d-\\d\\d-\\d\\d");

    /** A name in a list of names. */
    private static final int LONGEST_ENTRY = 100;

    private static final Text NOT_LIST = new Text("应为列表", "must be a list");
    private static final Text NOT_OBJECT = new Text("应为对象", "must be an object");
    private static final Text CONTROL = new Text("含有不可见的控制字符", "holds invisible control characters");
    private static final Text UNKNOWN = new Text("没有这个字段，或该字段只读", "no such field, or it is read-only");
    private static final Text TWICE = new Text("有重复的值", "holds the same value twice");

    private final Form form;
    private final CodeList codes;

    public FormReader(Form form, CodeList codes) {
        this.form = form;
        this.codes = codes;
    }

    /** @param input null for an empty body */
    public Reading read(@Nullable JsonNode input) {
        List<Finding> refused = new ArrayList<>();
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        if (input == null || !input.isObject()) {
            refused.add(Finding.of("FORMAT", "", Map.of("label", "JSON", "problem", NOT_OBJECT)));
            return new Reading(values, refused);
        }
        readObject((ObjectNode) input, form.fields(), "", values, refused);
        return new Reading(values, List.copyOf(refused));
    }

    private void readObject(
            ObjectNode input, List<Field> fields, String base, ObjectNode values, List<Finding> refused) {
        input.properties().forEach(member -> {
            String pointer = base + "/" + member.getKey().replace("~", "~0").replace("/", "~1");
            Field field = fields.stream()
                    .filter(candidate -> candidate.lastName().equals(member.getKey()))
                    .findFirst()
                    .orElse(null);
            if (field == null) {
                refused.add(Finding.of("FORMAT", pointer, Map.of("label", member.getKey(), "problem", UNKNOWN)));
                return;
            }
            JsonNode value = value(field, member.getValue(), pointer, refused);
            if (value != null) {
                values.set(member.getKey(), value);
            }
        });
    }

    /** The value as it will be stored; null (and a finding) if it can not be. */
    private @Nullable JsonNode value(Field field, JsonNode given, String pointer, List<Finding> refused) {
        if (given.isNull()) {
            return NullNode.getInstance();
        }
        return switch (field.type()) {
            case TEXT, LONG_TEXT -> text(field, given, pointer, refused);
            case MONEY -> number(field, given, pointer, refused, Money.LIMIT, 2);
            case DECIMAL -> number(field, given, pointer, refused, BigDecimal.TEN.pow(12), 4);
            case PRICE -> number(field, given, pointer, refused, BigDecimal.TEN.pow(12), 8);
            case INTEGER -> number(field, given, pointer, refused, limit(field), 0);
            case COORDINATE -> number(field, given, pointer, refused, limit(field), 6);
            case BOUNDS ->
                given.isNumber()
                        ? number(field, given, pointer, refused, BigDecimal.TEN.pow(12), 4)
                        : text(field, LONGEST_ENTRY, given, pointer, refused);
            case DATE -> day(field, given, pointer, refused);
            case BOOLEAN -> given.isBoolean() ? given : format(field, pointer, refused, NOT_BOOLEAN);
            case ENUM, CODE -> code(field, given, pointer, refused);
            case ENUMS, CODES, TEXTS, OBJECTS -> list(field, given, pointer, refused);
        };
    }

    private @Nullable JsonNode text(Field field, JsonNode given, String pointer, List<Finding> refused) {
        return text(field, field.max(), given, pointer, refused);
    }

    private @Nullable JsonNode text(
            Field field, @Nullable Integer max, JsonNode given, String pointer, List<Finding> refused) {
        if (!given.isTextual()) {
            return format(field, pointer, refused, NOT_TEXT);
        }
        String text = given.textValue().strip();
        boolean multiline = field.type() == Type.LONG_TEXT;
        if (text.codePoints().anyMatch(c -> isControl(c, multiline))) {
            return format(field, pointer, refused, CONTROL);
        }
        int length = text.codePointCount(0, text.length());
        if (max != null && length > max) {
            refused.add(Finding.of("LENGTH", pointer, Map.of("label", label(field), "max", max, "length", length)));
            return null;
        }
        return text.isEmpty() ? NullNode.getInstance() : JsonNodeFactory.instance.textNode(text);
    }

    private static boolean isControl(int c, boolean multiline) {
        boolean layout = multiline && (c == '\n' || c == '\r' || c == '\t');
        boolean surrogateAlone = c >= 0xD800 && c <= 0xDFFF;
        return Character.isISOControl(c) && !layout || surrogateAlone;
    }

    private @Nullable JsonNode number(
            Field field, JsonNode given, String pointer, List<Finding> refused, BigDecimal limit, int decimals) {
        if (!given.isNumber()) {
            return format(field, pointer, refused, NOT_NUMBER);
        }
        BigDecimal number = given.decimalValue();
        // Digits before the point, without writing them out: 1e400 must not become 400 digits, nor 1e1000000000 a heap.
        long digits = (long) number.precision() - number.scale();
        if (number.signum() != 0 && digits > 16) {
            return format(field, pointer, refused, TOO_LARGE);
        }
        if (field.type() != Type.COORDINATE && number.signum() < 0) {
            return format(field, pointer, refused, NEGATIVE);
        }
        if (number.signum() != 0 && number.scale() > 400) {
            return format(field, pointer, refused, decimals(decimals));
        }
        BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        boolean below = field.type() == Type.MONEY || field.type() == Type.DECIMAL || field.type() == Type.PRICE;
        if (plain.abs().compareTo(limit) > 0 || below && plain.compareTo(limit) == 0) {
            return format(field, pointer, refused, TOO_LARGE);
        }
        if (plain.scale() > decimals) {
            return format(field, pointer, refused, decimals == 0 ? NOT_WHOLE : decimals(decimals));
        }
        return decimals == 0
                ? JsonNodeFactory.instance.numberNode(plain.longValueExact())
                : JsonNodeFactory.instance.numberNode(plain.scale() < 0 ? plain.setScale(0) : plain);
    }

    private @Nullable JsonNode day(Field field, JsonNode given, String pointer, List<Finding> refused) {
        String text = given.isTextual() ? given.textValue().strip() : "?";
        if (text.isEmpty()) {
            return NullNode.getInstance();
        }
        try {
            if (DAY.matcher(text).matches()) {
                return JsonNodeFactory.instance.textNode(LocalDate.parse(text).toString());
            }
        } catch (DateTimeException noSuchDay) {
            // 30 February is refused like any other text
        }
        return format(field, pointer, refused, NOT_DAY);
    }

    private @Nullable JsonNode code(Field field, JsonNode given, String pointer, List<Finding> refused) {
        if (!given.isTextual()) {
            return format(field, pointer, refused, NOT_TEXT);
        }
        String code = given.textValue().strip();
        if (code.isEmpty()) {
            return NullNode.getInstance();
        }
        boolean known = field.codes() == null
                ? field.options().stream().anyMatch(option -> option.value().equals(code))
                : codes.has(field.codes(), code);
        if (!known) {
            String shown = code.length() > 60 ? code.substring(0, 60) + "…" : code;
            refused.add(Finding.of("CODE", pointer, Map.of("label", label(field), "value", shown)));
            return null;
        }
        return JsonNodeFactory.instance.textNode(code);
    }

    private @Nullable JsonNode list(Field field, JsonNode given, String pointer, List<Finding> refused) {
        if (!given.isArray()) {
            return format(field, pointer, refused, NOT_LIST);
        }
        if (field.max() != null && given.size() > field.max()) {
            return format(
                    field,
                    pointer,
                    refused,
                    new Text("最多 " + field.max() + " 项", "holds at most " + field.max() + " entries"));
        }
        ArrayNode values = JsonNodeFactory.instance.arrayNode();
        Map<JsonNode, Integer> seen = new HashMap<>();
        for (int at = 0; at < given.size(); at++) {
            String place = pointer + "/" + at;
            JsonNode entry = switch (field.type()) {
                case OBJECTS -> object(field, given.get(at), place, refused);
                case TEXTS -> text(field, LONGEST_ENTRY, given.get(at), place, refused);
                default -> code(field, given.get(at), place, refused);
            };
            if (entry == null || entry.isNull()) {
                continue;
            }
            Integer first = seen.putIfAbsent(
                    field.type() == Type.OBJECTS ? entry.path(key(field).lastName()) : entry, at);
            if (first != null) {
                return format(
                        field, place, refused, field.type() == Type.OBJECTS ? twice(key(field), at, first) : TWICE);
            }
            values.add(entry);
        }
        return values;
    }

    /** In a list of records the first field is the key: a principle is answered once, a rule justified once. */
    private Field key(Field list) {
        return form.fieldsOf(list.name()).getFirst();
    }

    private static Text twice(Field key, int at, int first) {
        return new Text(
                "第 %d 项的“%s”与第 %d 项相同，请修改或删去其中一项".formatted(at + 1, key.label().zh(), first + 1),
                "entry %d has the same “%s” as entry %d: change or remove one"
                        .formatted(at + 1, key.label().en(), first + 1));
    }

    private @Nullable JsonNode object(Field list, JsonNode given, String pointer, List<Finding> refused) {
        if (!given.isObject()) {
            return format(list, pointer, refused, NOT_OBJECT);
        }
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        List<Field> fields = form.fieldsOf(list.name());
        int before = refused.size();
        readObject((ObjectNode) given, fields, pointer, values, refused);
        for (Field field : fields) {
            if (refused.size() == before
                    && field.necessity() == Necessity.REQUIRED
                    && !values.hasNonNull(field.lastName())) {
                refused.add(Finding.of("REQUIRED", pointer + "/" + field.lastName(), Map.of("label", label(field))));
            }
        }
        return refused.size() == before ? values : null;
    }

    private @Nullable JsonNode format(Field field, String pointer, List<Finding> refused, Text problem) {
        refused.add(Finding.of("FORMAT", pointer, Map.of("label", label(field), "problem", problem)));
        return null;
    }

    private static Text decimals(int most) {
        return new Text("最多 " + most + " 位小数", "holds at most " + most + " decimals");
    }

    private static BigDecimal limit(Field field) {
        return BigDecimal.valueOf(field.max() == null ? Integer.MAX_VALUE : field.max());
    }

    private static Text label(Field field) {
        return field.label();
    }
}
