package org.zhaoshang.signing.funds;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.time.CityClock;

/** A set of columns as readers see it. */
@Schema(name = "FundColumnSet", description = "In which columns the ledger leaves as a file (栏目方案).")
record FundColumnSetView(
        @Schema(required = true) UUID id,
        @Schema(required = true) long version,

        @Nullable @Schema(description = "Absent for a set of the bureau")
        String unitCode,

        @JsonUnwrapped @Schema(required = true) FundColumnSetFields fields,
        @Schema(required = true) OffsetDateTime updatedAt,
        @Schema(required = true) String updatedBy,

        @Schema(required = true, description = "edit and delete, for those of its office")
        List<String> allowedActions) {

    static FundColumnSetView of(FundColumnSet set, Caller reader) {
        return new FundColumnSetView(
                set.id(),
                set.version(),
                set.unitCode().orElse(null),
                set.fields(),
                CityClock.local(set.updatedAt()),
                set.updatedBy(),
                WriteFundColumnSet.isOwn(reader, set) ? List.of("edit", "delete") : List.of());
    }
}
