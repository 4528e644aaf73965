package org.zhaoshang.shared.fields;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Bounds in the database: the words. */
@Converter(autoApply = true)
public class BoundsColumn implements AttributeConverter<@Nullable Bounds, @Nullable String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Bounds bounds) {
        return bounds == null ? null : bounds.text();
    }

    @Override
    public @Nullable Bounds convertToEntityAttribute(@Nullable String text) {
        return text == null ? null : new Bounds(text);
    }
}
