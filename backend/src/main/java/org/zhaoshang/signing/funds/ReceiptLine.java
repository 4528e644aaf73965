package org.zhaoshang.signing.funds;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.time.CityClock;

/** One receipt as a line of an export: the fields and what stands beside, without judging it anew. */
@Schema(name = "ReceiptLine", description = "A line of an export: the fields and where it stands.")
record ReceiptLine(
        @Schema(required = true) UUID id,
        @Schema(required = true) String code,
        @Schema(required = true) long version,
        @JsonUnwrapped @Schema(required = true) ReceiptFields fields,
        @Schema(required = true) String signedProjectName,
        @Nullable BigDecimal reviewedYuan,
        @Nullable String cutReason,
        @Nullable BigDecimal recognisedYuan,
        @Nullable LocalDate recognisedOn,
        FundReceipt.@Nullable ProofVerdict proofVerdict,
        @Nullable String verdictReason,
        @Nullable String reportedMonth,
        @Schema(required = true) int blocking,
        @Schema(required = true) int explaining,
        @Schema(required = true) OffsetDateTime updatedAt,
        @Schema(required = true) String updatedBy,
        @Schema(required = true, description = "示例") boolean example) {

    static ReceiptLine of(FundReceipt receipt, String projectName) {
        return new ReceiptLine(
                receipt.id(),
                receipt.code(),
                receipt.version(),
                receipt.fields(),
                projectName,
                receipt.reviewedYuan().orElse(null),
                receipt.cutReason().orElse(null),
                receipt.recognisedYuan().orElse(null),
                receipt.recognisedOn().orElse(null),
                receipt.proofVerdict().orElse(null),
                receipt.verdictReason().orElse(null),
                receipt.reportedMonth().orElse(null),
                receipt.blocking(),
                receipt.explaining(),
                CityClock.local(receipt.updatedAt()),
                receipt.updatedBy(),
                receipt.isExample());
    }
}
