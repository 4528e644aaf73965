package org.zhaoshang.audit;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.zhaoshang.shared.language.Language;

/** A field's old and new value with the field's name. */
@Schema(name = "FieldChange")
public record LabelledChange(
        @Schema(required = true) String pointer,

        @Schema(required = true, description = "In the caller's language")
        String label,

        @Schema(implementation = Object.class) JsonNode from,
        @Schema(implementation = Object.class) JsonNode to) {

    public static LabelledChange of(String subjectKind, Change change, Language language) {
        return new LabelledChange(
                change.pointer(),
                FieldLabels.of(subjectKind, change.pointer()).in(language),
                change.from(),
                change.to());
    }
}
