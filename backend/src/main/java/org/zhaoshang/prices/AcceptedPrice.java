package org.zhaoshang.prices;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An accepted price as everyone may read it. */
@Schema(name = "AcceptedPrice")
public record AcceptedPrice(
        @Schema(required = true) UUID id,
        @Schema(required = true, examples = "1.93") BigDecimal priceLow,

        @Schema(required = true, description = "The same as priceLow for a single price", examples = "1.93")
        BigDecimal priceHigh,

        @Schema(required = true, description = "Of the range: what prices are ordered by")
        BigDecimal middle,

        @Schema(required = true) String unitOfMeasure,
        @Nullable String parkName,
        @Nullable String condition,
        @Schema(required = true) LocalDate validFrom,
        @Nullable LocalDate validTo,

        @Nullable @Schema(description = "What it is made of, where the unit says so")
        String composition,

        @Nullable String sourceDocument,

        @Schema(required = true, description = "示例: demonstration data, not a real figure")
        boolean example) {}
