package org.zhaoshang.shared.steps;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a verb: why, at most 500 characters; owed where the step says so. */
@Schema(name = "Reason")
public record Reason(@Nullable String reason) {
    /** What a request without a body says: nothing. */
    public static @Nullable String in(@Nullable Reason body) {
        return body == null ? null : body.reason();
    }
}
