package org.zhaoshang.dispatch.indicators;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.fields.PlainNumber;
import org.zhaoshang.shared.language.Text;

/**
 * What an indicator says; kept with each month that is closed.
 *
 * @param definitionZh the sentence that is printed with every table (V30)
 * @param threshold a value below it stands out; percent or points as the indicator, null for none
 */
@Embeddable
@Schema(name = "IndicatorFields")
record IndicatorFields(
        @Schema(required = true, maxLength = 30, examples = "完成率")
        String nameZh,

        @Schema(required = true, maxLength = 60, examples = "Completion")
        String nameEn,

        @Schema(required = true, maxLength = 300) String definitionZh,
        @Schema(required = true, maxLength = 500) String definitionEn,

        @Schema(required = true) @Enumerated(EnumType.STRING)
        Measure numerator,

        @Nullable @Enumerated(EnumType.STRING) Measure denominator,
        @Nullable BigDecimal threshold) {

    IndicatorFields {
        threshold = PlainNumber.orNull(threshold);
    }

    Text named() {
        return new Text(nameZh, nameEn);
    }

    Text defined() {
        return new Text(definitionZh, definitionEn);
    }
}
