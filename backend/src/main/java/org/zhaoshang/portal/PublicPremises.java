package org.zhaoshang.portal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.prices.premises.Listing;
import org.zhaoshang.prices.premises.ListingPublished;
import org.zhaoshang.prices.premises.ListingState;
import org.zhaoshang.prices.premises.PremisesFields;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.units.Units;

/**
 * What anyone may know of published premises. The number of the title, encumbrances and why they stand idle stay with the
 * authorities: what is not named here is not published.
 */
@Schema(
        name = "PublicPremises",
        description = "What anyone may know of published premises; amounts in yuan, areas in square metres.")
record PublicPremises(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "ORD-PRM-150622-0001")
        String code,

        @Schema(required = true) String name,
        @Schema(required = true) String unitCode,
        @Schema(required = true) String unitName,
        @Nullable String locationCode,
        @Nullable String locationName,
        @Nullable String parkName,
        @Nullable String address,
        PremisesFields.@Nullable Kind kind,

        @Schema(
                required = true,
                enumeration = {"IDLE", "IN_TALKS"})
        ListingState state,

        @Schema(required = true) String ownerOffice,

        @Schema(required = true, description = "Of the office")
        String ownerPhone,

        @Nullable Boolean titleClear,
        @Schema(required = true) BigDecimal floorAreaSqm,
        @Schema(required = true) BigDecimal freeAreaSqm,
        @Nullable @Schema(description = "利用率, in percent") BigDecimal utilisationPct,
        @Nullable BigDecimal landAreaMu,
        @Nullable String structure,
        @Nullable Long storeys,
        @Nullable BigDecimal storeyHeightM,
        @Nullable BigDecimal spanM,
        @Nullable BigDecimal floorLoadTonPerSqm,
        @Nullable String crane,
        @Nullable BigDecimal craneTon,
        @Nullable BigDecimal powerKva,
        @Nullable String utilities,
        @Schema(required = true) PremisesFields.Offer offer,
        @Nullable BigDecimal rentYuanPerSqmMonth,
        @Nullable BigDecimal salePriceYuan,

        @Schema(required = true, description = "面议: what is offered has no price")
        boolean priceOnRequest,

        @Nullable LocalDate idleSince,
        @Nullable String suitableFor,
        @Nullable BigDecimal longitude,
        @Nullable BigDecimal latitude,

        @Schema(required = true, description = "The last day on which they count as verified")
        LocalDate verifiedUntil,

        @Nullable @Schema(description = "Since when they no longer count as verified; absent while they do")
        LocalDate unverifiedSince,

        @Schema(required = true, description = "When they first came onto the list")
        OffsetDateTime publishedAt,

        @Schema(required = true, description = "When this version took its place")
        OffsetDateTime updatedAt,

        @Schema(required = true, description = "示例: demonstration data, not real premises")
        boolean example,

        @Nullable @Schema(description = "In the order of uploading; absent without any")
        List<PublicPicture> pictures) {

    /** The event's fields have passed the rules and {@link PublicRules}. */
    static PublicPremises of(ListingPublished event, PremisesFields fields, Instant firstPublished, Units units) {
        String location = fields.locationCode();
        return new PublicPremises(
                event.id(),
                event.code(),
                fields.name(),
                fields.unitCode(),
                units.nameOf(fields.unitCode()),
                location,
                location == null ? null : units.nameOf(location),
                fields.parkName(),
                fields.address(),
                fields.kind(),
                event.state(),
                Objects.requireNonNull(fields.ownerOffice()),
                Objects.requireNonNull(fields.ownerPhone()),
                fields.titleClear(),
                Objects.requireNonNull(fields.floorAreaSqm()),
                Objects.requireNonNull(fields.freeAreaSqm()),
                fields.utilisationPct(),
                fields.landAreaMu(),
                fields.structure(),
                fields.storeys(),
                fields.storeyHeightM(),
                fields.spanM(),
                fields.floorLoadTonPerSqm(),
                fields.crane(),
                fields.craneTon(),
                fields.powerKva(),
                fields.utilities(),
                Objects.requireNonNull(fields.offer()),
                fields.rentYuanPerSqmMonth(),
                fields.salePriceYuan(),
                fields.priceOnRequest(),
                fields.idleSince(),
                fields.suitableFor(),
                fields.longitude(),
                fields.latitude(),
                event.verifiedUntil(),
                Listing.unverifiedSince(event.verifiedUntil(), CityClock.dayOf(event.at()))
                        .orElse(null),
                CityClock.local(firstPublished),
                CityClock.local(event.at()),
                event.example(),
                PublicPicture.of(PublicKind.PREMISES, event.id(), event.pictures()));
    }
}
