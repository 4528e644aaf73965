package org.zhaoshang.projects;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A project left the public list. Observed in the same transaction.
 *
 * @param mergedInto the project that goes on in its place; only with MERGED
 */
public record ProjectUnlisted(
        UUID id, Reason reason, @Nullable UUID mergedInto, Instant at) {
    @Schema(name = "UnlistedReason")
    public enum Reason {
        UNPUBLISHED,
        SIGNED,
        ARCHIVED,
        WITHDRAWN,
        MERGED
    }
}
