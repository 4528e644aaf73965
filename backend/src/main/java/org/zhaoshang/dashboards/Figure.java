package org.zhaoshang.dashboards;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One number of the first page. */
@Schema(name = "Figure")
record Figure(
        @Schema(required = true, examples = "accepted") String key,

        @Schema(required = true, description = "In the caller's language")
        String label,

        @Schema(required = true) BigDecimal value,
        @Nullable @Schema(examples = "个") String unit,

        @Schema(required = true, description = "The query that lists exactly what is counted")
        String href,

        @Schema(required = true, description = "The client's page for it")
        String page) {}
