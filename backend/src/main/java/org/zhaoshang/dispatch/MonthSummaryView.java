package org.zhaoshang.dispatch;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.time.CityClock;

/** A month's figures as the caller may read them: the city all of them, a unit its own row. */
@Schema(name = "MonthSummary")
record MonthSummaryView(
        @Schema(required = true, examples = "2021-03") String month,

        @Schema(required = true, description = "What was submitted by then is counted")
        OffsetDateTime cutOff,

        @Schema(required = true, description = "Whether these are the figures with which the month was closed")
        boolean frozen,

        @Nullable OffsetDateTime frozenAt,
        @Schema(required = true) List<MonthSummary.Row> items,

        @Schema(
                required = true,
                description = "What was corrected since the month was closed (调增、调减): beside the figures, not in them")
        List<Adjustments.Sum> adjustments,

        @Schema(description = "Over all units; for the city only")
        MonthSummary.@Nullable Total total) {

    static MonthSummaryView of(MonthSummary summary, Month month, List<Adjustments.Sum> adjustments, RowScope scope) {
        boolean frozen = month.frozenAt()
                .filter(at -> !summary.cutOff().toInstant().isBefore(at))
                .isPresent();
        return new MonthSummaryView(
                summary.month(),
                summary.cutOff(),
                frozen,
                month.frozenAt().map(CityClock::local).orElse(null),
                scope.seesOtherUnits()
                        ? summary.items()
                        : summary.items().stream()
                                .filter(row -> Objects.equals(row.unitCode(), scope.unitCode()))
                                .toList(),
                adjustments.stream()
                        .filter(sum -> scope.seesOtherUnits() || sum.unitCode().equals(scope.unitCode()))
                        .toList(),
                scope.seesOtherUnits() ? summary.total() : null);
    }
}
