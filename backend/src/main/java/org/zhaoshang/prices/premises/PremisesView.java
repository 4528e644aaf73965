package org.zhaoshang.prices.premises;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Premises as they are shown to who may see them: the unit's fields and all that the product adds. */
@Schema(name = "Premises")
record PremisesView(
        @JsonUnwrapped @Schema(required = true) ListingStanding standing,
        @JsonUnwrapped @Schema(required = true) PremisesFields fields,

        @Nullable @Schema(description = "已用面积 = 建筑面积 - 可用面积")
        BigDecimal occupiedAreaSqm,

        @Nullable @Schema(description = "利用率, in percent, one decimal")
        BigDecimal utilisationPct,

        @Nullable @Schema(description = "The largest load that the words on the cranes name, in tons")
        BigDecimal craneTon,

        @Schema(required = true, description = "面议: what is offered has no price")
        boolean priceOnRequest) {}
