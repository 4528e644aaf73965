package org.zhaoshang.audit;

import java.time.Instant;
import org.zhaoshang.shared.caller.Caller;

/**
 * What is set once for the whole city: one row, which is never added and never taken away.
 *
 * @param <F> the fields that are set
 */
public interface Settings<F> {
    /** Moved by each change, with the flush that writes it. */
    long version();

    F fields();

    void set(F to, Caller by, Instant at);
}
