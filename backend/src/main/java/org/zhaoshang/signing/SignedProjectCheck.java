package org.zhaoshang.signing;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Describes the body of a check, which is read leniently: it may hold what could not be stored. */
@Schema(name = "SignedProjectCheck")
record SignedProjectCheck(
        @Nullable @Schema(description = "A stored one: its other fields count as they are")
        UUID id,

        @JsonUnwrapped SignedProjectFields fields) {}
