package org.zhaoshang.prices;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Describes the body of a check, which is read leniently: it may hold what could not be stored. */
@Schema(name = "FactorPriceCheck")
record PriceCheck(
        @Nullable @Schema(description = "A stored price: its other fields count as they are")
        UUID id,

        @JsonUnwrapped PriceFields fields) {}
