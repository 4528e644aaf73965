package org.zhaoshang.shared.http;

import org.jspecify.annotations.Nullable;

/** An answer that may go on on a next page; {@code Link} names that one. */
public interface Continued {
    /** Opaque; null on the last page. */
    @Nullable
    String nextCursor();
}
