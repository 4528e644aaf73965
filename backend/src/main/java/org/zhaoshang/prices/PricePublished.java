package org.zhaoshang.prices;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A price was accepted, or what the public sees of an accepted one changed: another closed it, or opened it again.
 *
 * @param priceHigh the same as the lower bound for a single price
 */
public record PricePublished(
        UUID id,
        String code,
        String unitCode,
        @Nullable String parkName,
        FactorItem item,
        @Nullable String condition,
        BigDecimal priceLow,
        BigDecimal priceHigh,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String composition,
        @Nullable String sourceDocument,
        int reportYear,
        boolean example,
        Instant at) {}
