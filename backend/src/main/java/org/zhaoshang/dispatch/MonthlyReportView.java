package org.zhaoshang.dispatch;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.rules.Justification;
import org.zhaoshang.shared.rules.WhyNot;
import org.zhaoshang.shared.steps.ReturnNotice;

/** A unit's report of a month as its unit and the city read it. */
@Schema(name = "MonthlyReport", description = "A unit's report of a month (月调度报表).")
record MonthlyReportView(
        @Schema(required = true, examples = "2021-03") String month,
        @Schema(required = true, examples = "150622") String unitCode,
        @Schema(required = true, examples = "准格尔旗") String unitName,
        @Schema(required = true) long version,
        @Schema(required = true) ReportState state,
        @Schema(required = true) Timing timing,
        @Nullable String experience,
        @Nullable String problems,
        @Nullable String suggestions,
        @Nullable String reserveNote,
        @Nullable String entryDifferenceReason,
        @Schema(required = true) List<Justification> justifications,

        @Schema(required = true, description = "零报告: so confirmed by the last submission")
        boolean noChange,

        @Schema(required = true) int submissions,
        @Nullable OffsetDateTime submittedAt,
        @Nullable String submittedBy,
        @Nullable OffsetDateTime acceptedAt,
        @Nullable String acceptedBy,

        @Nullable @Schema(description = "Pointers are /<field> or /entries/<code of the project>/<field>")
        ReturnNotice returned,

        @Nullable @Schema(description = "Of the last submission")
        ReceiptView receipt,

        @Schema(required = true) Funds funds,

        @Schema(required = true) OffsetDateTime updatedAt,
        @Schema(required = true) String updatedBy,
        @Schema(required = true) List<String> allowedActions,
        @Schema(required = true) List<WhyNot> whyNot) {

    /** What the report tells of the ledger of funds; in yuan. */
    @Schema(name = "ReportFunds")
    record Funds(
            @Schema(required = true, description = "Receipts that it tells: first reported with it, or by none yet")
            int receipts,

            @Schema(required = true) BigDecimal allYuan,

            @Schema(required = true, description = "Those of them received in a past year (跨年补报)")
            BigDecimal pastYearYuan,

            @Schema(required = true, description = "国内（区外）: those that count")
            BigDecimal outsideYuan,

            @Schema(required = true, description = "Those that count, received in a past year")
            BigDecimal outsidePastYearYuan,

            @Schema(required = true, description = "台账累计") BigDecimal ledgerYuan,

            @Schema(required = true, description = "自治区系统录入累计")
            BigDecimal enteredYuan) {}

    /** When a report is due, and when it came. */
    @Schema(name = "ReportTiming")
    record Timing(
            @Schema(required = true, description = "The last day in time, extensions included")
            LocalDate dueOn,

            @Schema(
                    required = true,
                    description = "The first instant that is late",
                    examples = "2021-03-29T00:00:00+08:00")
            OffsetDateTime lateFrom,

            @Nullable MoreTime extension,

            @Schema(required = true, description = "By the first submission")
            Timeliness timeliness,

            @Nullable OffsetDateTime firstSubmittedAt,

            @Nullable @Schema(description = "How late the first submission was; 0 in time")
            Long lateBySeconds,

            @Nullable @Schema(description = "The day of the first submission")
            LocalDate periodEndsOn,

            @Schema(required = true, description = "0 on the last day, negative afterwards")
            long daysLeft) {}
}
