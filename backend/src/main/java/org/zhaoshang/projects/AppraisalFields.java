package org.zhaoshang.projects;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is said of an appraisal; labels and limits are in {@code data/appraisal-fields.csv}.
 *
 * @param projectIds the projects it covers, beside the one in the address
 * @param members who took part; never published
 */
@Schema(name = "AppraisalFields")
record AppraisalFields(
        @Schema(description = "The projects it covers, beside the one in the address", maxItems = 200)
        List<String> projectIds,

        @Schema(required = true, examples = "2021-03-20") LocalDate heldOn,

        @Schema(required = true, maxLength = 200, examples = "准格尔旗发展和改革委员会")
        String body,

        @Schema(description = "Never published", maxItems = 50)
        List<String> members,

        @Schema(required = true) Appraisal.Conclusion conclusion,
        List<Appraisal.Opinion> opinions,
        @Nullable @Schema(maxLength = 1000) String note) {

    @SuppressWarnings("NullAway") // lists are absent in a request and empty from then on
    AppraisalFields {
        projectIds = projectIds == null ? List.of() : List.copyOf(projectIds);
        members = members == null ? List.of() : List.copyOf(members);
        opinions = opinions == null ? List.of() : List.copyOf(opinions);
    }
}
