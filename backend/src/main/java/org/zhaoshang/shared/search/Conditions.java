package org.zhaoshang.shared.search;

import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.time.CityClock;

/**
 * The conditions of a list, gathered from query parameters: every value is bound, columns come from our code only, and what
 * can not be read is a finding on the parameter. An absent parameter adds nothing.
 */
public final class Conditions {
    private static final Text UNKNOWN = new Text("没有这样的取值", "no such value");
    private static final Text NOT_NUMBER = new Text("应为数字", "must be a number");
    private static final Text NOT_FLAG = new Text("应为 true 或 false", "must be true or false");
    private static final Text NOT_DAY = new Text("应为日期，如 2021-04-10", "must be a day such as 2021-04-10");
    private static final Text NOT_YET = new Text("该日尚未到来", "that day is still to come");
    private static final Text TOO_SHORT = new Text("至少两个字", "needs two characters or more");
    private static final Text CONTROL = new Text("含有不可见的控制字符", "holds invisible control characters");

    private static final Text NO_BOX = new Text(
            "应为“西经度,南纬度,东经度,北纬度”四个数，如 109.5,39.4,110.5,40.4", "must be four numbers: west, south, east, north");

    private static final Pattern DEGREES = Pattern.compile("-?\\d{1,3}(\\.\\d{1,6})?");

    /**
     * The years the database and the calendar agree on by far, where {@code LocalDate} alone reads a thousand million of them;
     * without the year 0, which the calendar does not have.
     */
    private static final Pattern DAY = Pattern.compile("(?!0000)\\d{4}-\\d\\d-\\d\\d");

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final List<Finding> refused = new ArrayList<>();

    /** A condition with parameters of its own. */
    public Conditions and(String condition, Map<String, ?> values) {
        conditions.add(condition);
        parameters.putAll(values);
        return this;
    }

    /** The column equals one of the comma-separated values. */
    public Conditions oneOf(String name, String column, @Nullable String values) {
        List<String> given = split(values);
        return given.isEmpty() ? this : and(column + " in (:" + name + ")", Map.of(name, given));
    }

    /** As {@link #oneOf}, refusing values that are not among the known. */
    public Conditions oneOf(String name, String column, @Nullable String values, Set<String> known) {
        if (!known.containsAll(split(values))) {
            refuse(name, UNKNOWN);
            return this;
        }
        return oneOf(name, column, values);
    }

    /** The column, a list, holds one of the comma-separated values; those that are not among the known are refused. */
    public Conditions anyOf(String name, String column, @Nullable String values, Set<String> known) {
        List<String> given = split(values);
        if (!known.containsAll(given)) {
            refuse(name, UNKNOWN);
            return this;
        }
        return given.isEmpty()
                ? this
                : and(column + " && cast(:" + name + " as text[])", Map.of(name, given.toArray(String[]::new)));
    }

    public Conditions wholeNumbers(String name, String column, @Nullable String values) {
        List<Integer> numbers = new ArrayList<>();
        for (String value : split(values)) {
            if (!value.matches("\\d{1,9}")) {
                refuse(name, NOT_NUMBER);
                return this;
            }
            numbers.add(Integer.valueOf(value));
        }
        return numbers.isEmpty() ? this : and(column + " in (:" + name + ")", Map.of(name, numbers));
    }

    /** @param comparison ">=" or "<=" */
    public Conditions number(String name, String column, String comparison, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return this;
        }
        if (!value.matches("-?\\d{1,18}(\\.\\d{1,6})?")) {
            refuse(name, NOT_NUMBER);
            return this;
        }
        return and(column + " " + comparison + " :" + name, Map.of(name, new BigDecimal(value)));
    }

    /** @param condition what holds when the flag is true; its opposite is asked for when it is false */
    public Conditions flag(String name, String condition, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return this;
        }
        return switch (value) {
            case "true" -> and("(" + condition + ")", Map.of());
            case "false" -> and("(" + condition + ") is not true", Map.of());
            default -> {
                refuse(name, NOT_FLAG);
                yield this;
            }
        };
    }

    /** A place within west, south, east and north, in degrees; the table has {@code longitude} and {@code latitude}. */
    public Conditions box(String name, String table, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return this;
        }
        List<String> sides =
                Arrays.stream(value.split(",", -1)).map(String::strip).toList();
        if (sides.size() != 4
                || !sides.stream().allMatch(side -> DEGREES.matcher(side).matches())) {
            refuse(name, NO_BOX);
            return this;
        }
        return and(
                "%1$s.longitude between :west and :east and %1$s.latitude between :south and :north".formatted(table),
                Map.of(
                        "west", new BigDecimal(sides.get(0)),
                        "south", new BigDecimal(sides.get(1)),
                        "east", new BigDecimal(sides.get(2)),
                        "north", new BigDecimal(sides.get(3))));
    }

    /** From the day's first instant (Asia/Shanghai), or up to its last. */
    public Conditions day(String name, String column, boolean from, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return this;
        }
        LocalDate day = day(value);
        if (day == null) {
            refuse(name, NOT_DAY);
            return this;
        }
        return from
                ? and(column + " >= :" + name, Map.of(name, CityClock.endOf(day.minusDays(1))))
                : and(column + " < :" + name, Map.of(name, CityClock.endOf(day)));
    }

    /** The day that a parameter names; null without one, and for one that is refused. */
    public @Nullable LocalDate day(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        LocalDate day = day(value);
        if (day == null) {
            refuse(name, NOT_DAY);
        }
        return day;
    }

    /** A column of days, not of moments. @param comparison ">=" or "<=" */
    public Conditions date(String name, String column, String comparison, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return this;
        }
        LocalDate day = day(value);
        if (day == null) {
            refuse(name, NOT_DAY);
            return this;
        }
        return and(column + " " + comparison + " :" + name, Map.of(name, day));
    }

    /**
     * The version that stood at the end of the day (Asia/Shanghai), in a table of versions with {@code valid_from} and
     * {@code valid_to}; today's end is now. A version is never changed after it stood, which leads the index of the order.
     */
    public Conditions asOf(String name, String table, @Nullable String value, LocalDate today) {
        return stoodAt(name, table, "valid_from", "valid_to", value, today);
    }

    /** As {@link #asOf}, for a table whose rows have days of validity of their own beside the time each version stood. */
    public Conditions stoodAt(
            String name, String table, String from, String to, @Nullable String value, LocalDate today) {
        if (value == null || value.isBlank()) {
            return this;
        }
        LocalDate day = day(value);
        if (day == null || day.isAfter(today)) {
            refuse(name, day == null ? NOT_DAY : NOT_YET);
            return this;
        }
        return and(
                "%1$s.%3$s < :%2$s and %1$s.%4$s >= :%2$s and %1$s.updated_at < :%2$s".formatted(table, name, from, to),
                Map.of(name, CityClock.endOf(day)));
    }

    /** The day lies in the days of the row; a row without a last day goes on. */
    public Conditions dayWithin(String name, String from, String to, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return this;
        }
        LocalDate day = day(value);
        if (day == null) {
            refuse(name, NOT_DAY);
            return this;
        }
        return and(
                "%1$s <= :%3$s and coalesce(%2$s, 'infinity') >= :%3$s".formatted(from, to, name), Map.of(name, day));
    }

    /** Substring search without an index, for tables that have none. */
    public Conditions containing(String name, String column, @Nullable String value) {
        String wanted = wanted(name, value);
        return wanted == null ? this : and(column + " like :" + name, Map.of(name, Bigrams.anywhere(wanted)));
    }

    /** Substring search over {@code search_text} and {@code search_grams}; the bigrams narrow, LIKE decides. */
    public Conditions text(String name, String table, @Nullable String value) {
        String wanted = wanted(name, value);
        return wanted == null
                ? this
                : and(
                        table + ".search_grams @> cast(:" + name + "Grams as integer[]) and " + table
                                + ".search_text like :" + name,
                        Map.of(name + "Grams", Bigrams.of(wanted), name, Bigrams.anywhere(wanted)));
    }

    /**
     * As {@link #text}, also finding rows whose owner is found by its own text.
     *
     * @param column of the table that holds the owner's id
     * @param owners a table with {@code id}, {@code search_text} and {@code search_grams}
     */
    public Conditions textOrOf(String name, String table, String column, String owners, @Nullable String value) {
        String wanted = wanted(name, value);
        return wanted == null
                ? this
                : and(
                        """
                        ((%1$s.search_grams @> cast(:%2$sGrams as integer[]) and %1$s.search_text like :%2$s)
                            or %1$s.%3$s = any(array(select id from %4$s
                                where search_grams @> cast(:%2$sGrams as integer[]) and search_text like :%2$s)))""".formatted(table, name, column, owners),
                        Map.of(name + "Grams", Bigrams.of(wanted), name, Bigrams.anywhere(wanted)));
    }

    /** Substring search over a few columns without an index, for tables of some thousand rows. */
    public Conditions substring(String name, String columns, @Nullable String value) {
        String wanted = wanted(name, value);
        return wanted == null
                ? this
                : and("normalize(lower(" + columns + "), NFKC) like :" + name, Map.of(name, Bigrams.anywhere(wanted)));
    }

    /** What is searched for, normalised; null for nothing, and for what was refused. */
    private @Nullable String wanted(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String wanted = Bigrams.normalise(value);
        if (wanted.codePoints().anyMatch(Character::isISOControl)) {
            refuse(name, CONTROL);
            return null;
        }
        if (wanted.codePointCount(0, wanted.length()) < 2) {
            refuse(name, TOO_SHORT);
            return null;
        }
        return wanted;
    }

    /** A day of our reckoning; null for what is none, or so far away that the database knows it not. */
    private static @Nullable LocalDate day(String value) {
        try {
            return DAY.matcher(value).matches() ? LocalDate.parse(value) : null;
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    public void refuse(String parameter, Text problem) {
        refused.add(Finding.of("FORMAT", "/" + parameter, Map.of("label", parameter, "problem", problem)));
    }

    /** @throws Problem 400 with every parameter that could not be read */
    public String where() {
        if (!refused.isEmpty()) {
            throw Problem.badRequest(refused);
        }
        return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    }

    public <Q extends Query> Q bind(Q query) {
        parameters.forEach(query::setParameter);
        return query;
    }

    private static List<String> split(@Nullable String values) {
        return values == null
                ? List.of()
                : Arrays.stream(values.split(","))
                        .map(String::strip)
                        .filter(value -> !value.isEmpty() && value.indexOf('\0') < 0)
                        .toList();
    }
}
