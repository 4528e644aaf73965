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
import org.zhaoshang.prices.premises.LandParcelFields;
import org.zhaoshang.prices.premises.Listing;
import org.zhaoshang.prices.premises.ListingPublished;
import org.zhaoshang.prices.premises.ListingState;
import org.zhaoshang.shared.fields.Bounds;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.units.Units;

/** What anyone may know of a published parcel: what is not named here is not published. */
@Schema(name = "PublicLandParcel", description = "What anyone may know of a published parcel; amounts in yuan.")
record PublicLandParcel(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "ORD-LND-150627-0001")
        String code,

        @Schema(required = true) String parcelNo,
        @Schema(required = true) String unitCode,
        @Schema(required = true) String unitName,
        @Nullable String locationCode,
        @Nullable String locationName,
        @Nullable String location,

        @Schema(
                required = true,
                enumeration = {"AVAILABLE", "IN_TALKS"})
        ListingState state,

        @Nullable BigDecimal areaSqm,
        @Nullable BigDecimal areaMu,

        @Schema(required = true, description = "From the square metres, three decimals; else as stated")
        BigDecimal computedAreaMu,

        @Schema(required = true) LandParcelFields.Use landUse,
        @Nullable String landUseNote,

        @Nullable @Schema(description = "年: land of another term is not to be compared with it")
        Bounds termYears,

        @Nullable Bounds plotRatio,
        @Nullable @Schema(description = "%") Bounds buildingDensityPct,
        @Nullable @Schema(description = "%") Bounds greenPct,
        @Nullable @Schema(description = "米") Bounds heightLimitM,
        @Nullable Bounds investmentIntensity,
        LandParcelFields.@Nullable IntensityUnit investmentIntensityUnit,
        @Nullable @Schema(description = "投资强度, 万元/亩") BigDecimal investmentIntensityWanPerMu,
        @Nullable BigDecimal startPriceYuan,
        @Nullable @Schema(description = "起始价, 万元/亩") BigDecimal startPriceWanPerMu,
        @Nullable String standardLand,
        @Nullable String noticeNo,
        @Nullable String contactOffice,
        @Nullable @Schema(description = "Of the office") String contactPhone,
        @Nullable BigDecimal longitude,
        @Nullable BigDecimal latitude,

        @Schema(required = true, description = "The last day on which it counts as verified")
        LocalDate verifiedUntil,

        @Nullable @Schema(description = "Since when it no longer counts as verified; absent while it does")
        LocalDate unverifiedSince,

        @Schema(required = true, description = "When it first came onto the list")
        OffsetDateTime publishedAt,

        @Schema(required = true, description = "When this version took its place")
        OffsetDateTime updatedAt,

        @Schema(required = true, description = "示例: demonstration data, not a real parcel")
        boolean example,

        @Nullable @Schema(description = "In the order of uploading; absent without any")
        List<PublicPicture> pictures) {

    /** The event's fields have passed the rules and {@link PublicRules}. */
    static PublicLandParcel of(ListingPublished event, LandParcelFields fields, Instant firstPublished, Units units) {
        String location = fields.locationCode();
        return new PublicLandParcel(
                event.id(),
                event.code(),
                fields.parcelNo(),
                fields.unitCode(),
                units.nameOf(fields.unitCode()),
                location,
                location == null ? null : units.nameOf(location),
                fields.location(),
                event.state(),
                fields.areaSqm(),
                fields.areaMu(),
                Objects.requireNonNull(fields.computedAreaMu()),
                Objects.requireNonNull(fields.landUse()),
                fields.landUseNote(),
                fields.termYears(),
                fields.plotRatio(),
                fields.buildingDensityPct(),
                fields.greenPct(),
                fields.heightLimitM(),
                fields.investmentIntensity(),
                fields.investmentIntensityUnit(),
                fields.investmentIntensityWanPerMu(),
                fields.startPriceYuan(),
                fields.startPriceWanPerMu(),
                fields.standardLand(),
                fields.noticeNo(),
                fields.contactOffice(),
                fields.contactPhone(),
                fields.longitude(),
                fields.latitude(),
                event.verifiedUntil(),
                Listing.unverifiedSince(event.verifiedUntil(), CityClock.dayOf(event.at()))
                        .orElse(null),
                CityClock.local(firstPublished),
                CityClock.local(event.at()),
                event.example(),
                PublicPicture.of(PublicKind.LAND_PARCELS, event.id(), event.pictures()));
    }
}
