package org.zhaoshang.signing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What shows that a stage was reached: each stage has its own; files come beside it.
 *
 * @param registeredCapitalYuan stands apart from money in place (V13)
 * @param documentNumber of the filing, approval or permit
 * @param startKind V25: how it was started
 * @param aboveScaleOn the day from which it is in the statistics of large enterprises (进规)
 */
@Schema(name = "StageEvidence")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StageEvidence(
        @Nullable @Schema(maxLength = 100) String companyName,
        @Nullable BigDecimal registeredCapitalYuan,
        @Nullable @Schema(maxLength = 100) String documentNumber,
        @Nullable StartKind startKind,
        @Nullable LocalDate aboveScaleOn,
        @Nullable @Schema(maxLength = 500) String note) {

    static final StageEvidence NONE = new StageEvidence(null, null, null, null, null, null);

    /** 建安, 设备购置, 开业. */
    @Schema(name = "StartKind")
    public enum StartKind {
        CONSTRUCTION,
        EQUIPMENT,
        OPENING
    }
}
