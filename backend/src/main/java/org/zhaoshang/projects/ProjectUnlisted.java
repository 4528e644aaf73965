package org.zhaoshang.projects;

import java.time.Instant;
import java.util.UUID;

/** A project left the public list. Observed in the same transaction. */
public record ProjectUnlisted(UUID id, Reason reason, Instant at) {
    public enum Reason {
        UNPUBLISHED,
        SIGNED,
        ARCHIVED,
        WITHDRAWN,
        MERGED
    }
}
