package org.zhaoshang.prices.premises;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One of the premises as a line of an export. */
@Schema(name = "PremisesLine", description = "A line of an export: the fields and where it stands.")
record PremisesLine(
        @JsonUnwrapped @Schema(required = true) ListingMark mark,
        @JsonUnwrapped @Schema(required = true) PremisesFields fields)
        implements ListingLine {}
