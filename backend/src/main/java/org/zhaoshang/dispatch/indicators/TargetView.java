package org.zhaoshang.dispatch.indicators;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A target as readers see it, and as a line of an export has it. */
@Schema(name = "Target", description = "A yearly target (年度任务) of a unit, or of the city, for an indicator.")
record TargetView(
        @Schema(required = true) UUID id,
        @Schema(required = true) long version,
        @Schema(required = true, examples = "2021") int year,
        @Schema(required = true, examples = "150622") String unitCode,
        @Schema(required = true, examples = "准格尔旗") String unitName,

        @Schema(required = true, examples = "OUTSIDE_FUNDS") String indicator,

        @Schema(required = true, description = "In the caller's language")
        String indicatorName,

        @Schema(required = true) Quantity quantity,

        @Schema(required = true, description = "In yuan or in projects, as quantity says")
        BigDecimal value,

        @Nullable String docNo,
        @Schema(required = true, description = "示例") boolean example,
        @Schema(required = true) OffsetDateTime updatedAt,
        @Schema(required = true) String updatedBy) {}
