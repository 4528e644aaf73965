package org.zhaoshang.prices.premises;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A listing became public, or its public version was replaced. Observed in the same transaction.
 *
 * @param pictures to be shown with it, see {@link ListingPictures}
 */
public record ListingPublished(
        ListingKind kind,
        UUID id,
        String code,
        ListingFields fields,
        ListingState state,
        LocalDate verifiedUntil,
        boolean example,
        List<UUID> pictures,
        Instant at) {}
