package org.zhaoshang.audit;

import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One line of the trail or of a record's history, as it is shown. */
@Schema(name = "HistoryEntry")
public record Entry(
        @Schema(required = true) long id,
        @Schema(required = true) OffsetDateTime at,
        @Schema(required = true) Actor actor,
        @Schema(required = true, examples = "submit") String action,
        @Nullable String reason,
        @Schema(required = true) String subjectKind,
        @Schema(required = true) String subjectId,
        @Nullable String unitCode,
        @Nullable Long version,
        @Nullable String requestId,
        @Schema(required = true) List<Change> changes) {

    @Schema(name = "Actor")
    public record Actor(
            @Schema(
                    required = true,
                    enumeration = {"PERSON", "CLIENT", "SYSTEM"})
            String kind,

            @Schema(required = true) String name,
            @Schema(required = true) String displayName) {}
}
