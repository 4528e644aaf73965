package org.zhaoshang.prices.premises;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One of the parcels as a line of an export. */
@Schema(name = "LandParcelLine", description = "A line of an export: the fields and where it stands.")
record LandParcelLine(
        @JsonUnwrapped @Schema(required = true) ListingMark mark,
        @JsonUnwrapped @Schema(required = true) LandParcelFields fields)
        implements ListingLine {}
