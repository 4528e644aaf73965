package org.zhaoshang.prices.premises;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.rules.WhyNot;

/** Where premises or a parcel stand: all that the product adds to the unit's fields, alike for both. */
@Schema(name = "ListingStanding")
record ListingStanding(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "ORD-PRM-150622-0001")
        String code,

        @Schema(required = true) long version,
        @Schema(required = true) ListingState state,
        @Schema(required = true) String unitName,
        @Nullable String locationName,
        @Schema(required = true) boolean publiclyListed,

        @Schema(
                required = true,
                description =
                        "Whether the fields have changed since the bureau published them: publish shows the change")
        boolean changedSince,

        @Nullable OffsetDateTime publishedAt,
        @Nullable String publishedBy,

        @Schema(required = true, description = "When the unit last said that all of it is true")
        LocalDate verifiedOn,

        @Schema(required = true, description = "The last day on which it counts as verified")
        LocalDate verifiedUntil,

        @Nullable @Schema(description = "Since when it no longer counts as verified; absent while it does")
        LocalDate unverifiedSince,

        @Nullable @Schema(description = "The project that uses the premises, or who the parcel was granted to")
        String takenBy,

        @Nullable @Schema(description = "When that was") LocalDate takenOn,
        @Nullable String exitReason,

        @Schema(required = true, description = "示例: demonstration data, not a real figure")
        boolean example,

        @Schema(required = true) long attachmentsCount,
        @Schema(required = true) List<Finding.View> findings,
        @Schema(required = true) OffsetDateTime createdAt,
        @Schema(required = true) String createdBy,
        @Schema(required = true) OffsetDateTime updatedAt,
        @Schema(required = true) String updatedBy,
        @Schema(required = true) List<String> allowedActions,
        @Schema(required = true) List<WhyNot> whyNot) {}
