package org.zhaoshang.audit;

import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.language.Language;

/** A line of a record's history with the fields named as the form names them. */
@Schema(name = "ProjectHistoryEntry")
public record LabelledEntry(
        @Schema(required = true) long id,
        @Schema(required = true) OffsetDateTime at,
        @Schema(required = true) Entry.Actor actor,
        @Schema(required = true) String action,
        @Nullable String reason,
        @Nullable Long version,
        @Schema(required = true) List<LabelledChange> changes) {

    public static Page<LabelledEntry> page(Page<Entry> entries, Language language) {
        return new Page<>(
                entries.items().stream().map(entry -> of(entry, language)).toList(),
                entries.nextCursor(),
                entries.total());
    }

    public static LabelledEntry of(Entry entry, Language language) {
        return new LabelledEntry(
                entry.id(),
                entry.at(),
                entry.actor(),
                entry.action(),
                entry.reason(),
                entry.version(),
                entry.changes().stream()
                        .map(change -> LabelledChange.of(entry.subjectKind(), change, language))
                        .toList());
    }
}
