package org.zhaoshang.prices;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.time.CityClock;

/** A price as a line of an export: what is stored, without judging it anew. */
@Schema(name = "FactorPriceLine", description = "One price of an export: its fields and where it stands.")
record PriceLine(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "ORD-P-150622-000017")
        String code,

        @Schema(required = true) long version,
        @Schema(required = true) PriceState state,
        @Schema(required = true) int reportYear,
        @JsonUnwrapped @Schema(required = true) PriceFields fields,

        @Schema(required = true, description = "Open BLOCK findings")
        int blocking,

        @Schema(required = true, description = "EXPLAIN findings without a word")
        int explaining,

        @Nullable OffsetDateTime submittedAt,
        @Nullable OffsetDateTime acceptedAt,
        @Schema(required = true) OffsetDateTime updatedAt,
        @Schema(required = true) String updatedBy,
        @Schema(required = true, description = "示例") boolean example) {
    static PriceLine of(Price price) {
        return new PriceLine(
                price.id(),
                price.code(),
                price.version(),
                price.state(),
                price.reportYear(),
                price.fields(),
                price.blocking(),
                price.explaining(),
                price.submittedAt().map(CityClock::local).orElse(null),
                price.acceptedAt().map(CityClock::local).orElse(null),
                CityClock.local(price.updatedAt()),
                price.updatedBy(),
                price.isExample());
    }
}
