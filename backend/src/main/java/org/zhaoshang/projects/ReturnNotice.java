package org.zhaoshang.projects;

import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a project went back to its unit, field by field. */
@Schema(description = "Why a project went back to its unit; only the named fields and those tied to them reopen.")
public record ReturnNotice(
        @Schema(required = true) String reason,
        @Schema(required = true) List<Remark> fields,
        @Schema(required = true) OffsetDateTime at,
        @Schema(required = true) String by) {

    @Schema(name = "ReturnRemark")
    public record Remark(
            @Schema(required = true, examples = "/totalInvestmentYuan")
            String pointer,

            @Schema(required = true) String reason) {}
}
