package org.zhaoshang.prices.premises;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A parcel as it is shown to who may see it: the unit's fields and all that the product adds. */
@Schema(name = "LandParcel")
record LandParcelView(
        @JsonUnwrapped @Schema(required = true) ListingStanding standing,
        @JsonUnwrapped @Schema(required = true) LandParcelFields fields,

        @Nullable @Schema(description = "From the square metres, three decimals; else as stated")
        BigDecimal computedAreaMu,

        @Nullable @Schema(description = "起始价, 万元/亩, two decimals")
        BigDecimal startPriceWanPerMu,

        @Nullable @Schema(description = "投资强度, 万元/亩, two decimals, whichever unit it was stated in")
        BigDecimal investmentIntensityWanPerMu) {}
