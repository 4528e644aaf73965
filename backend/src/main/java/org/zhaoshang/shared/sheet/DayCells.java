package org.zhaoshang.shared.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.DateTimeException;
import java.time.LocalDate;

/** Days: 2021-04-10, 2021/4/10, 2021.4.10, 2021年4月10日, and Excel's own. */
final class DayCells {
    private DayCells() {}

    static JsonNode read(RawCell cell) throws CellRefused {
        return JsonNodeFactory.instance.textNode(day(cell).toString());
    }

    /** Whether a text is a day as the API writes it. */
    static boolean isDay(String text) {
        try {
            return LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeException none) {
            return false;
        }
    }

    private static LocalDate day(RawCell cell) throws CellRefused {
        return switch (cell) {
            case RawCell.Day day -> day.day();
            case RawCell.Written written -> parse(written.text());
            case RawCell.Unreadable unreadable -> throw CellRefused.format(unreadable.why());
            case RawCell.Number number ->
                throw CellRefused.format(
                        "是数字，不是日期；请把单元格格式设为“日期”，或写成 2021-04-10",
                        "is a number: format the cell as a date, or write 2021-04-10");
            case RawCell.Flag flag -> throw unreadable();
        };
    }

    private static LocalDate parse(String text) throws CellRefused {
        int[] numbers = new int[3];
        int at = 0;
        String separators = null;
        for (int part = 0; part < 3; part++) {
            int digits = 0;
            for (; at < text.length() && digit(text.charAt(at)) >= 0 && digits < 5; at++, digits++) {
                numbers[part] = numbers[part] * 10 + digit(text.charAt(at));
            }
            if (part == 0 ? digits != 4 : digits < 1 || digits > 2) {
                throw unreadable();
            }
            char separator = at < text.length() ? narrow(text.charAt(at)) : 0;
            if (part == 0) {
                separators =
                        separator == '年' ? "年月日" : "-/.".indexOf(separator) >= 0 ? "" + separator + separator : null;
            }
            if (separators == null) {
                throw unreadable();
            }
            if (part < separators.length()) {
                if (separator != separators.charAt(part)) {
                    throw unreadable();
                }
                at++;
            }
        }
        if (!isMidnight(Blanks.strip(text.substring(at)))) {
            throw unreadable();
        }
        try {
            return LocalDate.of(numbers[0], numbers[1], numbers[2]);
        } catch (DateTimeException none) {
            throw CellRefused.format(
                    "没有这一天：" + CellRefused.quote(text), "there is no such day: " + CellRefused.quote(text));
        }
    }

    /** Other programs write a day with the time at which it begins. */
    private static boolean isMidnight(String rest) {
        return rest.isEmpty()
                || rest.equals("0:00")
                || rest.equals("00:00")
                || rest.equals("0:00:00")
                || rest.equals("00:00:00")
                || rest.equals("T00:00:00");
    }

    private static int digit(char c) {
        return c >= '0' && c <= '9' ? c - '0' : c >= '０' && c <= '９' ? c - '０' : -1;
    }

    private static char narrow(char c) {
        return c == '－' ? '-' : c == '／' ? '/' : c == '．' ? '.' : c;
    }

    private static CellRefused unreadable() {
        return CellRefused.format(
                "应为日期，如 2021-04-10、2021/4/10 或 2021年4月10日", "must be a day like 2021-04-10 or 2021/4/10");
    }
}
