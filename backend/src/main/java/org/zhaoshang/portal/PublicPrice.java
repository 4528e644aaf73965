package org.zhaoshang.portal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.prices.FactorItem;
import org.zhaoshang.prices.PricePublished;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.units.Units;

/** An accepted factor price as the public sees it. */
@Schema(name = "PublicFactorPrice", description = "An accepted factor price.")
record PublicPrice(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "ORD-P-150622-000017")
        String code,

        @Schema(required = true) String unitCode,
        @Schema(required = true) String unitName,
        @Nullable String parkName,

        @Schema(required = true, examples = "WATER_INDUSTRIAL")
        String itemCode,

        @Schema(required = true, examples = "工业用水") String itemName,

        @Schema(required = true, examples = "Water, industrial")
        String itemNameEn,

        @Schema(required = true) FactorItem.Category category,
        @Schema(required = true, examples = "元/立方米") String unitOfMeasure,
        @Nullable String condition,

        @Nullable @Schema(description = "Land: another term is another item")
        Integer termYears,

        @Schema(required = true, description = "Only a part of what is paid in the end")
        boolean partial,

        @Schema(required = true, examples = "4.32") BigDecimal priceLow,

        @Schema(required = true, description = "The same as priceLow for a single price", examples = "4.32")
        BigDecimal priceHigh,

        @Schema(required = true) LocalDate validFrom,

        @Nullable @Schema(description = "The last day; absent until a new price closes it")
        LocalDate validTo,

        @Nullable String composition,
        @Nullable String sourceDocument,
        @Schema(required = true) int reportYear,

        @Schema(required = true, description = "示例: demonstration data, not a real figure")
        boolean example,

        @Schema(required = true) OffsetDateTime publishedAt,
        @Schema(required = true) OffsetDateTime updatedAt) {
    /** @param first when it came onto the list */
    static PublicPrice of(PricePublished price, Instant first, Units units) {
        FactorItem item = price.item();
        return new PublicPrice(
                price.id(),
                price.code(),
                price.unitCode(),
                units.nameOf(price.unitCode()),
                price.parkName(),
                item.code(),
                item.name().zh(),
                item.name().en(),
                item.category(),
                item.unit(),
                price.condition(),
                item.termYears(),
                item.partial(),
                price.priceLow(),
                price.priceHigh(),
                price.validFrom(),
                price.validTo(),
                price.composition(),
                price.sourceDocument(),
                price.reportYear(),
                price.example(),
                CityClock.local(first),
                CityClock.local(price.at()));
    }
}
