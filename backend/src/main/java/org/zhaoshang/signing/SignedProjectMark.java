package org.zhaoshang.signing;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.fields.PlainNumber;
import org.zhaoshang.shared.time.CityClock;

/** Where a line of an export stands: what is stored, without judging it anew. */
record SignedProjectMark(
        @Schema(required = true) UUID id,
        @Schema(required = true) String code,
        @Schema(required = true) long version,
        @Nullable AgreementKind currentKind,
        @Nullable BigDecimal currentAmountYuan,
        @Nullable BigDecimal currentOutsideYuan,
        @Nullable String currentInvestor,
        @Nullable String exitReason,
        @Nullable Exclusion exclusion,

        @Schema(required = true, description = "Open BLOCK findings")
        int blocking,

        @Schema(required = true, description = "EXPLAIN findings without a word")
        int explaining,

        @Schema(required = true) OffsetDateTime updatedAt,
        @Schema(required = true) String updatedBy,
        @Schema(required = true, description = "示例") boolean example) {

    static SignedProjectMark of(SignedProject project) {
        return new SignedProjectMark(
                project.id(),
                project.code(),
                project.version(),
                project.currentKind().orElse(null),
                project.currentAmountYuan().map(PlainNumber::of).orElse(null),
                project.currentOutsideYuan().map(PlainNumber::of).orElse(null),
                project.currentInvestor().orElse(null),
                project.exitReason().orElse(null),
                project.exclusion().orElse(null),
                project.blocking(),
                project.explaining(),
                CityClock.local(project.updatedAt()),
                project.updatedBy(),
                project.isExample());
    }
}
