package org.zhaoshang.portal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.http.Cursor;

/** The orders of the public list; each ends with the id, so that no two rows stand in one place. */
enum PublicOrder {
    NEWEST("-publishedAt", "p.published_at", true, PublicOrder::instant),
    LARGEST("-totalInvestmentYuan", "p.total_investment_yuan", true, PublicOrder::amount),
    SMALLEST("totalInvestmentYuan", "p.total_investment_yuan", false, PublicOrder::amount),
    /** As a Chinese reader looks names up: by pinyin. */
    NAME("name", "p.name collate \"zh-Hans-CN-x-icu\"", false, PublicOrder::text);

    private static final Pattern AMOUNT = Pattern.compile("\\d{1,15}(\\.\\d{1,2})?");
    private static final Instant YEAR_10000 = Instant.parse("9999-12-31T23:59:59Z");

    /** The row after which a page starts. */
    record Position(Object key, UUID id) {}

    private final String parameter;
    private final String key;
    private final boolean descending;
    private final Function<String, Object> read;

    PublicOrder(String parameter, String key, boolean descending, Function<String, Object> read) {
        this.parameter = parameter;
        this.key = key;
        this.descending = descending;
        this.read = read;
    }

    static Optional<PublicOrder> of(@Nullable String parameter) {
        return parameter == null || parameter.isBlank()
                ? Optional.of(NEWEST)
                : Arrays.stream(values())
                        .filter(order -> order.parameter.equals(parameter))
                        .findFirst();
    }

    String parameter() {
        return parameter;
    }

    String key() {
        return key;
    }

    /** Over {@code :lastKey} and {@code :lastId}. */
    String after() {
        return "(" + key + ", p.id) " + (descending ? "<" : ">") + " (:lastKey, :lastId)";
    }

    String orderBy() {
        String direction = descending ? " desc" : "";
        return key + direction + ", p.id" + direction;
    }

    /** @throws org.zhaoshang.shared.http.Problem 400 for a cursor that we did not make */
    Position position(String cursor) {
        List<@Nullable String> last = Cursor.read(cursor, parameter, 2);
        try {
            return new Position(read.apply(String.valueOf(last.get(0))), UUID.fromString(String.valueOf(last.get(1))));
        } catch (IllegalArgumentException | DateTimeParseException foreign) {
            throw Cursor.bad();
        }
    }

    private static Object instant(String text) {
        Instant instant = Instant.parse(text);
        if (instant.isBefore(Instant.EPOCH) || instant.isAfter(YEAR_10000)) {
            throw new IllegalArgumentException(text);
        }
        return instant;
    }

    private static Object amount(String text) {
        if (!AMOUNT.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return new BigDecimal(text);
    }

    private static Object text(String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
