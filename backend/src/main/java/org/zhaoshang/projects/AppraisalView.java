package org.zhaoshang.projects;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.time.CityClock;

/** An appraisal as those see it who may see a project it covers. */
@Schema(name = "Appraisal")
record AppraisalView(
        @Schema(required = true) UUID id,
        @Schema(required = true) LocalDate heldOn,
        @Schema(required = true) String body,

        @Schema(required = true, description = "Never published")
        List<String> members,

        @Schema(required = true) Appraisal.Conclusion conclusion,
        @Schema(required = true) List<Appraisal.Opinion> opinions,
        @Nullable String note,

        @Schema(required = true, description = "Of the covered projects those the caller may see")
        List<UUID> projectIds,

        @Schema(required = true) OffsetDateTime createdAt,
        @Schema(required = true) String createdBy) {

    static AppraisalView of(Appraisal appraisal, Set<UUID> seen) {
        return new AppraisalView(
                appraisal.id(),
                appraisal.heldOn(),
                appraisal.body(),
                appraisal.members(),
                appraisal.conclusion(),
                appraisal.opinions(),
                appraisal.note(),
                appraisal.projectIds().stream().filter(seen::contains).sorted().toList(),
                CityClock.local(appraisal.createdAt()),
                appraisal.createdBy());
    }
}
