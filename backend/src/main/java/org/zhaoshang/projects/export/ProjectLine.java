package org.zhaoshang.projects.export;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.projects.HeldAppraisal;
import org.zhaoshang.projects.ProjectFields;
import org.zhaoshang.projects.ProjectState;

/** A project as a line of an export: what is stored, without judging it anew. */
@Schema(name = "ProjectLine", description = "One project of an export: its fields and where it stands.")
record ProjectLine(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "ORD-2021-150622-0001")
        String code,

        @Schema(required = true) long version,
        @Schema(required = true) ProjectState state,
        @JsonUnwrapped @Schema(required = true) ProjectFields fields,
        @Schema(required = true) boolean late,
        @Schema(required = true) boolean publiclyListed,

        @Schema(required = true, description = "Open BLOCK findings")
        int blocking,

        @Schema(required = true, description = "EXPLAIN findings without a word")
        int explaining,

        @Schema(required = true) boolean appraised,
        @Nullable @Schema(description = "The latest") HeldAppraisal appraisal,
        @Nullable OffsetDateTime submittedAt,
        @Nullable OffsetDateTime acceptedAt,
        @Nullable OffsetDateTime publishedAt,
        @Schema(required = true) OffsetDateTime updatedAt,
        @Schema(required = true) String updatedBy,
        @Schema(required = true, description = "示例") boolean example) {}
