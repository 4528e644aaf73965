package org.zhaoshang.prices;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.rules.WhyNot;

/** A price as it is shown to who may see it. */
@Schema(name = "FactorPrice")
record PriceView(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "ORD-P-150622-000017")
        String code,

        @Schema(required = true) long version,
        @Schema(required = true) PriceState state,
        @JsonUnwrapped @Schema(required = true) PriceFields fields,

        @Schema(required = true) String unitName,
        @Schema(required = true, examples = "工业用水") String itemName,
        @Schema(required = true) FactorItem.Category category,

        @Schema(required = true, description = "The report that it goes with", examples = "2021")
        int reportYear,

        @Nullable @Schema(description = "The price before it, of the same unit, item, park, condition and term")
        PreviousView previous,

        @Nullable
        @Schema(description = "From the middle of the last range to the middle of this, in percent", examples = "-3.5")
        BigDecimal changePercent,

        @Nullable @Schema(description = "The price that set its last day")
        UUID closedBy,

        @Nullable @Schema(description = "Why it went back to its unit")
        String returned,

        @Schema(required = true, description = "示例: demonstration data, not a real figure")
        boolean example,

        @Schema(required = true) List<Finding.View> findings,
        @Nullable OffsetDateTime submittedAt,
        @Nullable OffsetDateTime acceptedAt,
        @Schema(required = true) OffsetDateTime createdAt,
        @Schema(required = true) String createdBy,
        @Schema(required = true) OffsetDateTime updatedAt,
        @Schema(required = true) String updatedBy,
        @Schema(required = true) List<String> allowedActions,
        @Schema(required = true) List<WhyNot> whyNot) {
    /** The last price. */
    @Schema(name = "PreviousPrice")
    record PreviousView(
            @Schema(required = true, examples = "1.93") BigDecimal priceLow,
            @Schema(required = true, examples = "1.93") BigDecimal priceHigh,
            @Schema(required = true) LocalDate validFrom) {
        static @Nullable PreviousView of(PriceRules.@Nullable Previous previous) {
            return previous == null
                    ? null
                    : new PreviousView(
                            org.zhaoshang.shared.fields.PlainNumber.of(previous.low()),
                            org.zhaoshang.shared.fields.PlainNumber.of(previous.high()),
                            previous.from());
        }
    }
}
