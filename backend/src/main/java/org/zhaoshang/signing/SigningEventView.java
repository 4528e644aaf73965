package org.zhaoshang.signing;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.rules.Finding;

/** A signing event with what is credited to it, of the rows that the caller sees. */
@Schema(name = "SigningEvent")
record SigningEventView(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "EVT-2020-01") String code,

        @Schema(required = true) long version,
        @JsonUnwrapped @Schema(required = true) SigningEventFields fields,
        @Schema(required = true) List<EventTotals.Column> columns,

        @Nullable
        @Schema(description = "V22: what was stated less what is counted over all columns; for who sees all rows")
        Long projectsDifference,

        @Nullable @Schema(description = "Likewise, in yuan") BigDecimal amountDifferenceYuan,

        @Schema(required = true, description = "待补录: the days are not known")
        boolean dateUnknown,

        @Schema(required = true) List<Finding.View> findings,
        @Schema(required = true) OffsetDateTime createdAt,
        @Schema(required = true) String createdBy,
        @Schema(required = true) OffsetDateTime updatedAt,
        @Schema(required = true) String updatedBy,
        @Schema(required = true) List<String> allowedActions) {}
