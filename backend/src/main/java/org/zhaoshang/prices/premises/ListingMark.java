package org.zhaoshang.prices.premises;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.time.CityClock;

/** Where a line of an export stands: what is stored, without judging it anew. */
@Schema(name = "ListingMark")
record ListingMark(
        @Schema(required = true) UUID id,
        @Schema(required = true) String code,
        @Schema(required = true) long version,
        @Schema(required = true) ListingState state,
        @Schema(required = true) boolean publiclyListed,
        @Schema(required = true) boolean changedSince,
        @Schema(required = true) LocalDate verifiedOn,
        @Schema(required = true) LocalDate verifiedUntil,
        @Nullable LocalDate unverifiedSince,
        @Nullable String takenBy,
        @Nullable LocalDate takenOn,

        @Schema(required = true, description = "Open BLOCK findings")
        int blocking,

        @Schema(required = true, description = "EXPLAIN findings without a word")
        int explaining,

        @Schema(required = true) OffsetDateTime updatedAt,
        @Schema(required = true) String updatedBy,
        @Schema(required = true, description = "示例") boolean example) {

    static ListingMark of(Listing listing, LocalDate today) {
        return new ListingMark(
                listing.id(),
                listing.code(),
                listing.version(),
                listing.state(),
                listing.isPubliclyListed(),
                listing.hasChangedSince(),
                listing.verifiedOn(),
                listing.verifiedUntil(),
                listing.unverifiedSince(today).orElse(null),
                listing.takenBy().orElse(null),
                listing.takenOn().orElse(null),
                listing.blocking(),
                listing.explaining(),
                CityClock.local(listing.updatedAt()),
                listing.updatedBy(),
                listing.isExample());
    }
}
