package org.zhaoshang.prices.premises;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A listing left the public list. Observed in the same transaction. */
public record ListingUnlisted(ListingKind kind, UUID id, Reason reason, Instant at) {
    @Schema(name = "ListingUnlistedReason")
    public enum Reason {
        UNPUBLISHED,
        REUSED,
        GRANTED,
        WITHDRAWN
    }
}
