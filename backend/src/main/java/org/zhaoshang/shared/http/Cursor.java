package org.zhaoshang.shared.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.rules.Finding;

/** Where a page ended: the sort order and the values of its last row, so that paging has no depth and misses no row. */
public final class Cursor {
    private static final char SEPARATOR = '\u001f';
    private static final char ABSENT = '\u0000';

    private Cursor() {}

    static String after(String sort, List<?> values) {
        StringBuilder text = new StringBuilder(sort);
        for (Object value : values) {
            text.append(SEPARATOR).append(value == null ? String.valueOf(ABSENT) : value.toString());
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The values of the row after which to go on.
     *
     * @throws Problem 400 for a cursor that is not ours or belongs to another order
     */
    public static List<@Nullable String> read(String cursor, String sort, int size) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            List<@Nullable String> parts = new ArrayList<>();
            for (String part : text.split(String.valueOf(SEPARATOR), -1)) {
                parts.add(part.equals(String.valueOf(ABSENT)) ? null : part);
            }
            if (parts.size() == size + 1 && sort.equals(parts.getFirst())) {
                return parts.subList(1, parts.size());
            }
        } catch (IllegalArgumentException notBase64) {
            // answered below like any other foreign cursor
        }
        throw bad();
    }

    public static Problem bad() {
        return Problem.badRequest(Finding.of("FORMAT", "/cursor", Map.of("problem", "cursor")));
    }
}
