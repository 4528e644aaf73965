package org.zhaoshang.signing;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One signed project as a line of an export. */
@Schema(name = "SignedProjectLine", description = "A line of an export: the fields and where it stands.")
record SignedProjectLine(
        @JsonUnwrapped @Schema(required = true) SignedProjectMark mark,
        @JsonUnwrapped @Schema(required = true) SignedProjectFields fields) {}
