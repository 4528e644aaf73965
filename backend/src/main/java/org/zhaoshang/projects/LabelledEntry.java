package org.zhaoshang.projects;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.audit.Change;
import org.zhaoshang.audit.Entry;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.language.Text;

/** A line of a project's history with the fields named as the form names them. */
@Schema(name = "ProjectHistoryEntry")
public record LabelledEntry(
        @Schema(required = true) long id,
        @Schema(required = true) OffsetDateTime at,
        @Schema(required = true) Entry.Actor actor,
        @Schema(required = true) String action,
        @Nullable String reason,
        @Nullable Long version,
        @Schema(required = true) List<LabelledChange> changes) {

    @Schema(name = "FieldChange")
    public record LabelledChange(
            @Schema(required = true) String pointer,
            @Schema(required = true) String label,
            @Schema(implementation = Object.class) JsonNode from,
            @Schema(implementation = Object.class) JsonNode to) {

        public static LabelledChange of(Change change, Language language) {
            Text label = switch (change.pointer()) {
                case "/state" -> new Text("状态", "State");
                case "/late" -> new Text("逾期", "Late");
                case "/publiclyListed" -> new Text("对外发布", "Public");
                case "/appraisals" -> new Text("初步论证", "Appraisal");
                case "/attachments" -> new Text("附件", "File");
                case "/invitations" -> new Text("邀请的专家", "Invited expert");
                default -> ProjectForm.FORM.label(change.pointer());
            };
            return new LabelledChange(change.pointer(), label.in(language), change.from(), change.to());
        }
    }

    static LabelledEntry of(Entry entry, Language language) {
        return new LabelledEntry(
                entry.id(),
                entry.at(),
                entry.actor(),
                entry.action(),
                entry.reason(),
                entry.version(),
                entry.changes().stream()
                        .map(change -> LabelledChange.of(change, language))
                        .toList());
    }
}
