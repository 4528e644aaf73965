package org.zhaoshang.dispatch;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.rules.Justification;

/**
 * What a unit writes in its report beside the rows of its projects (form K): names are the contract's, labels and limits are
 * in {@code data/monthly-report-fields.csv}.
 */
@Schema(name = "MonthlyReportFields")
record MonthlyReportFields(
        @Nullable @Schema(description = "好的经验和做法") String experience,
        @Nullable @Schema(description = "存在的突出问题") String problems,
        @Nullable @Schema(description = "工作建议") String suggestions,

        @Nullable @Schema(description = "储备项目新增和变更情况") String reserveNote,

        @Nullable @Schema(description = "Why the regional system shows another amount than the ledger")
        String entryDifferenceReason,

        @Schema(required = true, description = "Words that satisfy EXPLAIN findings")
        List<Justification> justifications) {

    MonthlyReportFields {
        justifications = justifications == null ? List.of() : List.copyOf(justifications);
    }

    @Nullable
    String justification(String rule) {
        return justifications.stream()
                .filter(given -> given.rule().equals(rule) && !given.text().isBlank())
                .map(Justification::text)
                .findFirst()
                .orElse(null);
    }

    boolean isEmpty() {
        return experience == null && problems == null && suggestions == null && reserveNote == null;
    }
}
