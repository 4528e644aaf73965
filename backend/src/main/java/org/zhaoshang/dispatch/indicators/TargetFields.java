package org.zhaoshang.dispatch.indicators;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.fields.PlainNumber;

/**
 * A target as it was handed down.
 *
 * @param unitCode of a reporting unit or, for the city as a whole, of the city
 * @param indicator the code of one that targets are set for
 * @param value in yuan or in projects, as the indicator
 * @param docNo 下达文号
 */
@Embeddable
@Schema(name = "TargetFields")
record TargetFields(
        @Schema(required = true, examples = "2021") int year,
        @Schema(required = true, examples = "150622") String unitCode,
        @Schema(required = true, examples = "OUTSIDE_FUNDS") String indicator,
        @Schema(required = true, examples = "2500000000") BigDecimal value,

        @Nullable @Schema(maxLength = 100, examples = "鄂招商发〔2021〕3号")
        String docNo) {

    TargetFields {
        value = PlainNumber.of(value);
    }
}
