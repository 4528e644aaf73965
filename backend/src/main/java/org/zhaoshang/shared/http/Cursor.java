package org.zhaoshang.shared.http;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/**
 * Where the pages of one order end: with the values of their last row, so that paging has no depth and misses no row. A cursor
 * is one opaque word and not signed: whoever crafts one reads on from elsewhere in what they may see anyway. But each of its
 * values is of the kind stated here, or it is refused before a list or the database sees it.
 *
 * @param order whose cursor it is: one of another order is refused
 * @param kinds of the values, in order; none is ever null
 */
public record Cursor(String order, List<Kind> kinds) {
    /** What a value is, and what of it the database can read. */
    public enum Kind {
        TEXT(String.class, Kind::text),
        /** Amounts and areas, as large as they are kept. */
        NUMBER(BigDecimal.class, Kind::number),
        INSTANT(Instant.class, Kind::instant),
        DAY(LocalDate.class, Kind::day),
        ID(UUID.class, UUID::fromString),
        /** A whole number that only grows. */
        COUNT(Long.class, Kind::count);

        private static final Pattern NUMBERS = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");
        private static final Pattern COUNTS = Pattern.compile("\\d{1,18}");
        private static final int LAST_YEAR = 9999;

        private final Class<?> type;
        private final Function<String, Object> reading;

        Kind(Class<?> type, Function<String, Object> reading) {
            this.type = type;
            this.reading = reading;
        }

        /** Of the values, as they are read from the database. */
        public Class<?> type() {
            return type;
        }

        private static Object text(String value) {
            return checked(value, value.indexOf('\0') < 0);
        }

        private static Object number(String value) {
            return new BigDecimal(checked(value, NUMBERS.matcher(value).matches()));
        }

        private static Object count(String value) {
            return Long.valueOf(checked(value, COUNTS.matcher(value).matches()));
        }

        private static Object instant(String value) {
            Instant instant = Instant.parse(value);
            int year = instant.atOffset(ZoneOffset.UTC).getYear();
            checked(value, year > 0 && year <= LAST_YEAR);
            return instant;
        }

        private static Object day(String value) {
            LocalDate day = LocalDate.parse(value);
            checked(value, day.getYear() > 0 && day.getYear() <= LAST_YEAR);
            return day;
        }

        private static String checked(String value, boolean readable) {
            if (!readable) {
                throw new IllegalArgumentException(value);
            }
            return value;
        }
    }

    private static final String SEPARATOR = "&";
    private static final Text FOREIGN =
            new Text("不是本列表给出的位置，请从第一页重新开始", "is none that this list gave: begin with the first page");

    public Cursor {
        kinds = List.copyOf(kinds);
    }

    /** @param values of the last row of a page, as the database gave them */
    public String after(List<?> values) {
        return word(order, values.stream().map(Cursor::written).toList());
    }

    /**
     * The values of the row after which to go on: String, BigDecimal, Instant, LocalDate, UUID or Long, by their kinds.
     *
     * @throws Problem 400 for a cursor that is not ours or belongs to another order
     */
    public List<Object> read(String cursor) {
        return read("cursor", cursor);
    }

    /** As {@link #read(String)}, for a query parameter of another name. */
    public List<Object> read(String parameter, String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            String[] parts = text.split(SEPARATOR, -1);
            if (parts.length == kinds.size() + 1 && decoded(parts[0]).equals(order)) {
                List<Object> values = new ArrayList<>();
                for (int at = 0; at < kinds.size(); at++) {
                    values.add(kinds.get(at).reading.apply(decoded(parts[at + 1])));
                }
                return List.copyOf(values);
            }
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            // refused below like any other foreign cursor
        }
        throw Problem.badRequest(Finding.of("FORMAT", "/" + parameter, Map.of("label", parameter, "problem", FOREIGN)));
    }

    /** The values as one word for an address. */
    static String word(String order, List<String> values) {
        String text = Stream.concat(Stream.of(order), values.stream())
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8))
                .collect(Collectors.joining(SEPARATOR));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String written(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }
}
