package org.zhaoshang.dispatch;

import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.rules.WhyNot;

/** A month and how far the units are with it. */
@Schema(name = "Month")
record MonthView(
        @Schema(required = true, examples = "2021-03") String month,
        @Schema(required = true) long version,
        @Schema(required = true) OffsetDateTime openedAt,

        @Nullable @Schema(description = "Absent while it is open")
        OffsetDateTime frozenAt,

        @Nullable String frozenBy,
        @Nullable String freezeReason,

        @Schema(required = true, description = "That owe a report of it")
        int units,

        @Schema(required = true) int onTime,
        @Schema(required = true) int late,

        @Schema(required = true, description = "Due and not here")
        int missing,

        @Schema(required = true) int accepted,
        @Schema(required = true) List<String> allowedActions,
        @Schema(required = true) List<WhyNot> whyNot) {}
