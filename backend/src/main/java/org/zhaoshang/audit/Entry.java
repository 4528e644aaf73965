package org.zhaoshang.audit;

import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One line of the trail, with the fields by their names in the contract; what is shown of it is each reader's to say. */
public record Entry(
        long id,
        OffsetDateTime at,
        Actor actor,
        String action,
        @Nullable String reason,
        String subjectKind,
        String subjectId,
        @Nullable String unitCode,
        @Nullable Long version,
        @Nullable String address,
        @Nullable String requestId,
        List<Change> changes) {

    @Schema(name = "Actor")
    public record Actor(
            @Schema(
                    required = true,
                    enumeration = {"PERSON", "CLIENT", "SYSTEM"})
            String kind,

            @Schema(required = true, description = "User name or client id")
            String name,

            @Schema(required = true) String displayName) {}
}
