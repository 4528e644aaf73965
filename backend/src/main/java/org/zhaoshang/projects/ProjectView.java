package org.zhaoshang.projects;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.rules.WhyNot;
import org.zhaoshang.shared.steps.ReturnNotice;

/** A project as it is shown to who may see it: the unit's fields and all that the product adds. */
@Schema(name = "Project")
public record ProjectView(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "ORD-2021-150622-0001")
        String code,

        @Schema(required = true) long version,
        @Schema(required = true) ProjectState state,
        @JsonUnwrapped @Schema(required = true) ProjectFields fields,
        @Schema(required = true) String unitName,
        @Nullable String industryName,
        @Nullable String locationName,
        @Nullable @Schema(description = "投资强度, 万元/亩") BigDecimal investmentIntensityWanPerMu,
        @Schema(required = true) boolean publiclyListed,
        @Schema(required = true) boolean late,

        @Schema(required = true, description = "示例: demonstration data, not a real figure")
        boolean example,

        @Schema(required = true) List<Finding.View> findings,
        @Nullable ReturnNotice returned,

        @Nullable @Schema(description = "Only while RETURNED: the fields that may be changed")
        List<String> editablePointers,

        @Nullable Review review,
        @Nullable AppraisalSummary appraisal,
        @Schema(required = true) int submissions,
        @Schema(required = true) long attachmentsCount,
        @Nullable OffsetDateTime submittedAt,
        @Nullable OffsetDateTime acceptedAt,
        @Nullable OffsetDateTime publishedAt,
        @Nullable String exitReason,
        @Nullable String signedProject,
        @Schema(required = true) OffsetDateTime createdAt,
        @Schema(required = true) String createdBy,
        @Schema(required = true) OffsetDateTime updatedAt,
        @Schema(required = true) String updatedBy,
        @Schema(required = true) List<String> allowedActions,
        @Schema(required = true) List<WhyNot> whyNot) {

    @Schema(name = "ReviewStart")
    public record Review(
            @Schema(required = true) OffsetDateTime startedAt,
            @Schema(required = true) String by) {}

    @Schema(name = "AppraisalSummary")
    record AppraisalSummary(
            @Schema(required = true) UUID id,
            @Schema(required = true) LocalDate heldOn,
            @Schema(required = true) String body,
            @Schema(required = true) Appraisal.Conclusion conclusion) {

        static AppraisalSummary of(Appraisal appraisal) {
            return new AppraisalSummary(appraisal.id(), appraisal.heldOn(), appraisal.body(), appraisal.conclusion());
        }
    }
}
