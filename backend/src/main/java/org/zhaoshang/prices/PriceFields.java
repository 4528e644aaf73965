package org.zhaoshang.prices;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.fields.PlainNumber;
import org.zhaoshang.shared.rules.Justification;

/**
 * What a unit says of a price: form F. The same record is the body of requests, the columns of the table, what the rules judge
 * and what the history compares; labels and limits are in {@code data/factor-price-fields.csv}.
 *
 * @param parkName where prices differ by park; null for the whole unit
 * @param condition 采暖季, 高峰 …: one of the item's own where it has some
 * @param priceHigh null for a single price
 * @param unitOfMeasure the item's; anything else is a finding
 * @param validTo the last day; null until a new price closes it
 */
@Embeddable
public record PriceFields(
        @Nullable @Schema(maxLength = 100) String externalId,
        @Schema(required = true, examples = "150622") String unitCode,
        @Nullable @Schema(maxLength = 100) String parkName,

        @Schema(required = true, examples = "GAS_INDUSTRIAL")
        String itemCode,

        @Nullable @Schema(maxLength = 100, examples = "非采暖季")
        String condition,

        @Nullable Integer termYears,
        @Nullable @Schema(examples = "1.93") BigDecimal priceLow,
        @Nullable @Schema(examples = "1.93") BigDecimal priceHigh,
        @Schema(maxLength = 40, examples = "元/立方米") String unitOfMeasure,
        @Nullable @Schema(examples = "2021-01-01") LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable @Schema(maxLength = 500) String composition,
        @Nullable @Schema(maxLength = 200) String sourceDocument,
        @Nullable @Schema(maxLength = 500) String note,

        @Schema(required = true) @JdbcTypeCode(SqlTypes.JSON)
        List<Justification> justifications) {
    @SuppressWarnings("NullAway") // lists are absent in a request and empty from then on
    public PriceFields {
        justifications = justifications == null ? List.of() : List.copyOf(justifications);
        priceLow = PlainNumber.orNull(priceLow);
        priceHigh = PlainNumber.orNull(priceHigh);
    }

    FactorItem item() {
        return FactorItems.get(itemCode);
    }

    /** The price, or the upper end of its range. */
    @Nullable
    BigDecimal high() {
        return priceHigh == null ? priceLow : priceHigh;
    }

    PriceFields until(@Nullable LocalDate lastDay) {
        return new PriceFields(
                externalId,
                unitCode,
                parkName,
                itemCode,
                condition,
                termYears,
                priceLow,
                priceHigh,
                unitOfMeasure,
                validFrom,
                lastDay,
                composition,
                sourceDocument,
                note,
                justifications);
    }
}
