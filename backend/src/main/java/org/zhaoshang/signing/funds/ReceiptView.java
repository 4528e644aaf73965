package org.zhaoshang.signing.funds;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.rules.WhyNot;

/** A receipt as it is shown to who may see it: what is declared, and all that stands beside. */
@Schema(name = "FundReceipt", description = "One receipt of funds for a signed project (到位资金).")
record ReceiptView(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "ORD-FND-150622-0001")
        String code,

        @Schema(required = true) long version,
        @JsonUnwrapped @Schema(required = true) ReceiptFields fields,
        @Schema(required = true) String unitName,
        @Schema(required = true) UUID signedProjectId,
        @Schema(required = true) String signedProjectName,

        @Nullable @Schema(description = "审核数: what the bureau left of the declared amount")
        BigDecimal reviewedYuan,

        @Nullable String cutReason,
        @Nullable OffsetDateTime reviewedAt,
        @Nullable String reviewedBy,

        @Nullable @Schema(description = "认定数: what the region recognises")
        BigDecimal recognisedYuan,

        @Nullable LocalDate recognisedOn,

        @Nullable
        @Schema(description = "The receipt that had its proof and amount first; another unit's is told to the bureau")
        Twin proofTwin,

        FundReceipt.@Nullable ProofVerdict proofVerdict,
        @Nullable String verdictReason,

        @Nullable @Schema(description = "The report that first told of it", examples = "2021-03")
        String reportedMonth,

        @Schema(required = true, description = "A report that stands tells of it: its money is closed (V08)")
        boolean locked,

        @Schema(required = true, description = "示例") boolean example,
        @Schema(required = true) List<Finding.View> findings,
        @Schema(required = true) OffsetDateTime createdAt,
        @Schema(required = true) String createdBy,
        @Schema(required = true) OffsetDateTime updatedAt,
        @Schema(required = true) String updatedBy,
        @Schema(required = true) List<String> allowedActions,
        @Schema(required = true) List<WhyNot> whyNot) {

    @Schema(name = "ReceiptTwin")
    record Twin(
            @Schema(required = true) String code,
            @Schema(required = true) String unitCode,
            @Schema(required = true) String unitName) {}
}
