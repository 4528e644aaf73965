package org.zhaoshang.prices.premises;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Describes the body of a check, which is read leniently: it may hold what could not be stored. */
@Schema(name = "PremisesCheck")
record PremisesCheck(
        @Nullable @Schema(description = "A stored one: its other fields count as they are")
        UUID id,

        @JsonUnwrapped PremisesFields fields) {}
