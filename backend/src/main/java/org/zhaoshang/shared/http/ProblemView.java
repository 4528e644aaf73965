package org.zhaoshang.shared.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.rules.Finding;

/** RFC 9457 on the wire. */
@Schema(name = "Problem", description = "An answer other than success (RFC 9457), with all findings at once.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProblemView(
        @Schema(required = true, examples = "about:blank") String type,

        @Schema(required = true, description = "What went wrong and what to do, in the caller's language")
        String title,

        @Schema(required = true, examples = "422") int status,
        @Nullable String detail,
        @Nullable String instance,
        @Nullable List<Finding.View> errors,

        @Nullable @Schema(description = "412 only: the record as it is now")
        Object current,

        @Nullable @Schema(description = "410 only: the address of the snapshot to begin anew with")
        String snapshot) {}
