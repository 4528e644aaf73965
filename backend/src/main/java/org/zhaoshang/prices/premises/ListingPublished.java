package org.zhaoshang.prices.premises;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A listing became public, or its public version was replaced. Observed in the same transaction. */
public record ListingPublished(
        ListingKind kind,
        UUID id,
        String code,
        ListingFields fields,
        ListingState state,
        LocalDate verifiedUntil,
        boolean example,
        Instant at) {}
