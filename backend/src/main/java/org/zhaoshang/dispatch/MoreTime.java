package org.zhaoshang.dispatch;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.zhaoshang.shared.time.CityClock;

/** More time for one unit's report of a month (延期), as it stands beside the report. */
@Schema(name = "MonthlyExtension", description = "More time for one unit: until when, who approved it and why.")
record MoreTime(
        @Schema(required = true, description = "The last day in time, to its end in Asia/Shanghai")
        LocalDate until,

        @Schema(required = true) String approvedBy,
        @Schema(required = true) String reason,
        @Schema(required = true) OffsetDateTime recordedAt,
        @Schema(required = true) String recordedBy) {
    /** The database keeps the moment and forgets the offset. */
    MoreTime {
        recordedAt = recordedAt.atZoneSameInstant(CityClock.ZONE).toOffsetDateTime();
    }
}
