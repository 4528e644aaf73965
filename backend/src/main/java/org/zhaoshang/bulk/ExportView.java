package org.zhaoshang.bulk;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.time.CityClock;

/** An export as its caller sees it. */
@Schema(name = "Export")
record ExportView(
        @Schema(required = true) UUID id,
        @Schema(required = true, examples = "projects") String kind,
        @Schema(required = true) ExportFormat format,

        @Schema(required = true, description = "By the names of the list's query parameters")
        Map<String, String> filter,

        @Schema(required = true) ExportState state,

        @Schema(required = true, description = "Of the file; 0 until it is complete")
        int rows,

        @Nullable @Schema(description = "Bytes") Long size,
        @Nullable String unitCode,
        @Schema(required = true) OffsetDateTime createdAt,
        @Schema(required = true) String createdBy,
        @Nullable OffsetDateTime startedAt,
        @Nullable OffsetDateTime finishedAt,

        @Schema(required = true, description = "When the file goes; it can be made anew")
        OffsetDateTime expiresAt) {

    static ExportView of(Export of) {
        return new ExportView(
                of.id(),
                of.kind(),
                of.format(),
                of.filter(),
                of.state(),
                of.rows(),
                of.size().orElse(null),
                of.unitCode().orElse(null),
                CityClock.local(of.createdAt()),
                of.caller().displayName(),
                local(of.startedAt()),
                local(of.finishedAt()),
                CityClock.local(of.expiresAt()));
    }

    private static @Nullable OffsetDateTime local(Optional<Instant> at) {
        return at.map(CityClock::local).orElse(null);
    }
}
