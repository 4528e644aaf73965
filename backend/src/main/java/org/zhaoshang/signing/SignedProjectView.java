package org.zhaoshang.signing;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.rules.WhyNot;

/** A signed project as it is shown to who may see it: the unit's fields and all that the product adds. */
@Schema(name = "SignedProject")
record SignedProjectView(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "ORD-SGN-150622-0001")
        String code,

        @Schema(required = true) long version,
        @JsonUnwrapped @Schema(required = true) SignedProjectFields fields,
        @Schema(required = true) String unitName,
        @Nullable String locationName,
        @Nullable String industryName,
        @Nullable String eventName,
        @Schema(required = true) String stageName,
        @Schema(required = true) Agreed agreed,
        @Schema(required = true) Map<Permit, PermitStatus> permits,
        @Nullable String exitReason,

        @Nullable Exclusion exclusion,
        @Nullable String exclusionNote,

        @Schema(required = true, description = "Complete, so that its event is credited with it")
        boolean counted,

        @Schema(required = true, description = "示例") boolean example,
        @Schema(required = true) long attachmentCount,
        @Schema(required = true) List<Finding.View> findings,
        @Schema(required = true) OffsetDateTime createdAt,
        @Schema(required = true) String createdBy,
        @Schema(required = true) OffsetDateTime updatedAt,
        @Schema(required = true) String updatedBy,
        @Schema(required = true) List<String> allowedActions,
        @Schema(required = true) List<WhyNot> whyNot) {

    @Schema(name = "SigningAgreed", description = "What all agreements together say today")
    record Agreed(
            @Nullable AgreementKind kind,
            @Nullable BigDecimal amountYuan,
            @Nullable BigDecimal outsideYuan,
            @Nullable String investor) {}
}
