package org.zhaoshang.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.fields.Field;
import org.zhaoshang.shared.sheet.Incoming;

/** What a row calls its record, whether the row is refused or not. */
final class RowName {
    /** Where the form sets no limit of its own. */
    private static final int LONGEST = 200;

    private RowName() {}

    /** @return cut to the length of the kind's field and without what no database keeps; null where the row names nothing */
    static @Nullable String of(Incoming.Row row, ImportKind kind) {
        JsonNode said = row.values().path(kind.nameField());
        if (!said.isTextual()) {
            return null;
        }
        Field field = kind.form().find(kind.nameField());
        String name = said.textValue()
                .codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE)
                .limit(field == null ? LONGEST : Objects.requireNonNullElse(field.max(), LONGEST))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return name.isEmpty() ? null : kind.spoken(name);
    }
}
