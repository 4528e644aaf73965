package org.zhaoshang.dashboards;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One thing asked of the caller (本月要办). */
@Schema(name = "Duty")
record Duty(
        @Schema(required = true, examples = "RETURNED") Kind kind,
        @Schema(required = true) long count,

        @Schema(required = true, description = "In the caller's language")
        String title,

        @Nullable String detail,
        @Nullable LocalDate dueOn,

        @Nullable @Schema(description = "0 on the last day, negative afterwards")
        Long daysLeft,

        @Schema(required = true, description = "The query that lists exactly what is counted")
        String href,

        @Schema(required = true, description = "The client's page for it")
        String page,

        @Schema(required = true) Urgency urgency) {

    @Schema(name = "DutyKind")
    enum Kind {
        RETURNED,
        UNFINISHED,
        READY,
        /** Premises or parcels that no longer count as verified. */
        UNVERIFIED,
        QUOTA,
        REVIEW,
        PUBLISH,
        /** Signed projects that look like one another. */
        DUPLICATES,
        BEHIND,
        APPRAISE,
        PRICES,
        /** Monthly reports to write, to review, and months to close. */
        MONTHS,
        LOCKED,
        REFUSED
    }

    @Schema(name = "Urgency")
    enum Urgency {
        OVERDUE,
        SOON,
        NORMAL,
        DONE;

        /** From when on a deadline presses. */
        private static final long PRESSING_DAYS = 7;

        static Urgency of(long daysLeft) {
            if (daysLeft < 0) {
                return OVERDUE;
            }
            return daysLeft <= PRESSING_DAYS ? SOON : NORMAL;
        }
    }
}
