package org.zhaoshang.units;

import org.jspecify.annotations.Nullable;

/**
 * An industrial park (园区).
 *
 * @param unitCode the unit it belongs to, where known
 */
public record Park(
        String name,
        @Nullable String unitCode,
        @Nullable String level,
        @Nullable String leadingIndustries) {}
