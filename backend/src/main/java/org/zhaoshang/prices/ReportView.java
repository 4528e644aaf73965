package org.zhaoshang.prices;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.rules.WhyNot;
import org.zhaoshang.shared.steps.ReturnNotice;

/** A unit's price report of a year: what is owed, what is there, and the last period beside it. */
@Schema(name = "PriceReport")
record ReportView(
        @Schema(required = true, examples = "2021") int year,
        @Schema(required = true) String unitCode,
        @Schema(required = true) String unitName,
        @Schema(required = true) long version,

        @Schema(
                required = true,
                description = "The ETag: moves with the version and with each price. If-Match takes it, or the version"
                        + " alone from whom the prices do not concern",
                examples = "3-5d41402abc4b2a76")
        String revision,

        @Schema(required = true) PriceState state,

        @Schema(required = true, description = "The call's, or a later one that the unit was granted")
        LocalDate deadline,

        @Schema(required = true) boolean extended,

        @Schema(required = true, description = "0 on the last day, negative afterwards")
        long daysLeft,

        @Schema(required = true, description = "By the first submission")
        boolean late,

        @Schema(required = true) int submissions,
        @Nullable OffsetDateTime submittedAt,
        @Nullable String submittedBy,
        @Nullable OffsetDateTime acceptedAt,
        @Nullable String acceptedBy,

        @Nullable @Schema(description = "Pointers are /prices/<id> or /items/<code>")
        ReturnNotice returned,

        @Schema(required = true, description = "Items that every unit owes")
        int required,

        @Schema(required = true, description = "Those of them without a price, by code")
        List<String> missing,

        @Schema(required = true, description = "Open BLOCK findings of its prices")
        int blocking,

        @Schema(required = true, description = "EXPLAIN findings without a word")
        int explaining,

        @Schema(required = true, description = "One for each item, place and condition, in the order of the items")
        List<Line> lines,

        @Schema(required = true) List<String> allowedActions,
        @Schema(required = true) List<WhyNot> whyNot) {
    @Schema(name = "PriceReportLine")
    record Line(
            @Schema(required = true) String itemCode,
            @Schema(required = true) String itemName,
            @Schema(required = true) FactorItem.Category category,
            @Schema(required = true) String unitOfMeasure,
            @Schema(required = true) boolean required,
            @Nullable String parkName,
            @Nullable String condition,
            @Nullable Integer termYears,

            @Nullable @Schema(description = "What the unit reported last before this year")
            Last last,

            @Schema(
                    required = true,
                    description = "In this report: none while it is missing, several for several times")
            List<PriceView> prices) {}

    @Schema(name = "LastPrice")
    record Last(
            @Schema(required = true) UUID id,
            @Schema(required = true) int reportYear,
            @Schema(required = true) PriceState state,
            @Schema(required = true) BigDecimal priceLow,
            @Nullable BigDecimal priceHigh,
            @Schema(required = true) LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable String composition,
            @Nullable String sourceDocument) {}
}
