package org.zhaoshang.shared.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.fields.Field;

/** Numbers as people write them, exact, times the factor from the column's unit to the API's. */
final class NumberCells implements CellReading {
    /** More digits than any figure has: what is longer is no number but a slip or an attack. */
    private static final int LONGEST = 60;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Field field;
    private final BigDecimal factor;
    private final boolean inPercent;

    NumberCells(Field field, BigDecimal factor) {
        this.field = field;
        this.factor = factor;
        this.inPercent = "%".equals(field.unit());
    }

    @Override
    public JsonNode read(RawCell cell) throws CellRefused {
        return JsonNodeFactory.instance.numberNode(number(cell).multiply(factor));
    }

    private BigDecimal number(RawCell cell) throws CellRefused {
        return switch (cell) {
            case RawCell.Number number -> {
                if (number.percent() && !inPercent) {
                    throw CellRefused.format("是百分数，请填数值", "is a percentage: fill in the number itself");
                }
                yield number.percent() ? number.value().multiply(HUNDRED) : number.value();
            }
            case RawCell.Written written -> parse(written.text());
            case RawCell.Unreadable unreadable -> throw CellRefused.format(unreadable.why());
            case RawCell.Day day ->
                throw CellRefused.format(
                        "是日期（" + day.day() + "），请把单元格格式设为“数值”后重填",
                        "is a day (" + day.day() + "): format the cell as a number and fill it in again");
            case RawCell.Flag flag -> throw CellRefused.format("应为数字", "must be a number");
        };
    }

    private BigDecimal parse(String text) throws CellRefused {
        if (text.length() > LONGEST) {
            throw CellRefused.format("不像数字，太长了", "is too long for a number");
        }
        String digits = plain(
                inPercent && (text.endsWith("%") || text.endsWith("％"))
                        ? Blanks.strip(text.substring(0, text.length() - 1))
                        : text);
        if (digits == null) {
            throw notNumber(text);
        }
        return new BigDecimal(digits);
    }

    /** The digits without separators and in ASCII; null for what is no plain number. */
    private static @Nullable String plain(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        int point = -1;
        int separator = -1;
        int at = 0;
        if (!text.isEmpty() && "+-－＋−".indexOf(text.charAt(0)) >= 0) {
            if ("-－−".indexOf(text.charAt(0)) >= 0) {
                digits.append('-');
            }
            at = 1;
        }
        int first = digits.length();
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (c >= '０' && c <= '９') {
                digits.append((char) (c - '０' + '0'));
            } else if ((c == '.' || c == '．') && point < 0) {
                if (separator >= 0 && digits.length() - separator != 3) {
                    return null;
                }
                point = digits.length();
                digits.append('.');
            } else if ((c == ',' || c == '，') && point < 0) {
                int since = digits.length() - Math.max(separator, first);
                if (separator >= 0 ? since != 3 : since < 1 || since > 3) {
                    return null;
                }
                separator = digits.length();
            } else {
                return null;
            }
        }
        if (separator >= 0 && point < 0 && digits.length() - separator != 3) {
            return null;
        }
        boolean noDigitBefore = point == first || digits.length() == first;
        return noDigitBefore || point == digits.length() - 1 ? null : digits.toString();
    }

    private CellRefused notNumber(String text) {
        String quoted = CellRefused.quote(text);
        String folded = text.toLowerCase(Locale.ROOT);
        if (folded.equals("nan") || folded.contains("infinity") || folded.equals("inf") || folded.equals("-inf")) {
            return CellRefused.format(
                    "“" + quoted + "”不是数字，没有数据请留空", "“" + quoted + "” is no number: leave the cell empty");
        }
        int exponent = folded.indexOf('e');
        if (exponent > 0 && plain(text.substring(0, exponent)) != null) {
            return CellRefused.format(
                    "“" + quoted + "”是科学计数法，请把单元格格式设为“数值”，写出全部数字",
                    "“" + quoted + "” is in scientific notation: write all its digits");
        }
        CellRefused measured = measured(text, quoted);
        return measured != null
                ? measured
                : CellRefused.format(
                        "“" + quoted + "”不是数字，只填数字，不带单位；没有数据请留空",
                        "“" + quoted + "” is no number: write digits without a unit, or leave the cell empty");
    }

    /** 1.2亿 under a header in 万元: says what to write instead. */
    private @Nullable CellRefused measured(String text, String quoted) {
        int end = text.length();
        while (end > 0 && !Character.isDigit(text.charAt(end - 1))) {
            end--;
        }
        String digits = plain(text.substring(0, end));
        if (digits == null || end == text.length()) {
            return null;
        }
        String unit = Blanks.strip(text.substring(end));
        BigDecimal given = Measures.factor(field, unit);
        given = given == null && field.unit() != null ? Measures.factor(field, unit + field.unit()) : given;
        if (given == null) {
            return null;
        }
        String value = written(new BigDecimal(digits).multiply(given));
        return CellRefused.format(
                "“" + quoted + "”带有单位，请只填数字；按本列的单位应填 " + value,
                "“" + quoted + "” has a unit in it: write the number alone, here " + value);
    }

    private String written(BigDecimal value) {
        BigDecimal inColumn = value.divide(factor, 8, java.math.RoundingMode.HALF_UP);
        return Cells.number(inColumn);
    }
}
