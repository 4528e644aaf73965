package org.zhaoshang.shared.sheet;

import org.jspecify.annotations.Nullable;

/**
 * What a sender says a file is.
 *
 * @param mediaType without parameters, for example {@code text/csv}
 * @param charset of text; null when not said
 */
public record Declared(String mediaType, @Nullable String charset) {}
