package org.zhaoshang.dispatch;

import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;

/**
 * A unit's report was submitted, once more or for the first time. Told inside the transaction that submits it.
 *
 * @param month {@code 2021-03}
 */
public record ReportSubmitted(
        String month,
        String unitCode,
        @Nullable String experience,
        @Nullable String problems,
        @Nullable String suggestions,
        Caller by) {}
