package org.zhaoshang.audit;

import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.language.Language;

/** One line of the trail as the auditor sees it. */
@Schema(name = "HistoryEntry")
record LogEntry(
        @Schema(required = true, description = "Rises with time, may have gaps")
        long id,

        @Schema(required = true) OffsetDateTime at,
        @Schema(required = true) Entry.Actor actor,

        @Schema(required = true, examples = "sign-in-refused")
        String action,

        @Nullable String reason,
        @Schema(required = true, examples = "account") String subjectKind,
        @Schema(required = true) String subjectId,
        @Nullable String unitCode,
        @Nullable Long version,

        @Nullable @Schema(description = "The address it came from")
        String address,

        @Nullable String requestId,
        @Schema(required = true) List<LabelledChange> changes) {

    static LogEntry of(Entry entry, Language language) {
        return new LogEntry(
                entry.id(),
                entry.at(),
                entry.actor(),
                entry.action(),
                entry.reason(),
                entry.subjectKind(),
                entry.subjectId(),
                entry.unitCode(),
                entry.version(),
                entry.address(),
                entry.requestId(),
                entry.changes().stream()
                        .map(change -> LabelledChange.of(entry.subjectKind(), change, language))
                        .toList());
    }
}
