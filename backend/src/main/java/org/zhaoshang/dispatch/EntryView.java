package org.zhaoshang.dispatch;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.rules.Justification;
import org.zhaoshang.signing.Permit;
import org.zhaoshang.signing.PermitStatus;
import org.zhaoshang.signing.Stage;
import org.zhaoshang.signing.StageEvidence.StartKind;

/** A project's row in a report, with last month's beside it. */
@Schema(name = "MonthlyEntry", description = "What a report says of one project.")
record EntryView(
        @Schema(required = true, description = "The project's code", examples = "ORD-SGN-150622-0001")
        String signedProject,

        @Schema(required = true) UUID signedProjectId,

        @Nullable @Schema(description = "The unit's own key")
        String externalId,

        @Schema(required = true) String name,

        @Nullable @Schema(description = "Its first signing event; absent when signed directly")
        String eventName,

        @Nullable LocalDate signedOn,
        @Nullable BigDecimal agreedAmountYuan,

        @Schema(required = true, description = "0 while nobody has written the row: it is as carried over")
        long version,

        @Schema(required = true, description = "Whether there is news against last month: only then it owes its fields")
        boolean changed,

        @Schema(required = true, description = "The fields that make the news, by name")
        List<String> news,

        @Nullable
        @Schema(description = "The fields that are open in a report that was sent back in places; absent where all are")
        List<String> openFields,

        @Schema(required = true) Stage stage,
        @Schema(required = true) String stageName,
        @Nullable LocalDate stageOn,
        @Nullable StartKind startKind,

        @Schema(required = true, description = "本月完成投资, yuan")
        BigDecimal completedInvestmentYuan,

        @Schema(required = true, description = "本年累计, this month included")
        BigDecimal completedInvestmentYearYuan,

        @Schema(required = true, description = "开工以来累计, this month included")
        BigDecimal completedInvestmentTotalYuan,

        @Nullable String progress,
        @Schema(required = true) List<ProblemKind> problemKinds,
        @Nullable String problems,
        @Nullable String coordination,
        @Nullable String nextPlan,
        @Schema(required = true) Map<Permit, PermitStatus> permits,
        @Schema(required = true) List<Justification> justifications,

        @Schema(required = true, description = "For how many months it has stood still with this one")
        int stillMonths,

        @Nullable @Schema(description = "Absent in the first report that speaks of the project")
        Last last,

        @Schema(required = true, description = "Pointers are within the row")
        List<Finding.View> findings) {

    /** As the report before said. */
    @Schema(name = "LastEntry")
    record Last(
            @Schema(required = true, examples = "2021-02") String month,
            @Schema(required = true) Stage stage,
            @Nullable LocalDate stageOn,
            @Schema(required = true) BigDecimal completedInvestmentYuan,
            @Nullable String progress,
            @Schema(required = true) List<ProblemKind> problemKinds,
            @Nullable String problems,
            @Nullable String coordination,
            @Nullable String nextPlan,
            @Schema(required = true) Map<Permit, PermitStatus> permits) {}

    static EntryView of(MonthlyReport report, Entry entry, List<Finding> findings, Language language) {
        EntryFields fields = entry.fields();
        EntryFields last = entry.last();
        return new EntryView(
                entry.code(),
                entry.project().id(),
                entry.project().fields().externalId(),
                entry.project().fields().name(),
                entry.event(),
                entry.project().fields().signedOn(),
                entry.project().currentAmountYuan().orElse(null),
                entry.version(),
                entry.isChanged(),
                entry.news(),
                EntryRules.open(report.reopened(), entry.code()).orElse(null),
                fields.stage(),
                fields.stage().label().in(language),
                fields.stageOn(),
                fields.startKind(),
                fields.completedInvestmentYuan(),
                entry.year(),
                entry.total(),
                fields.progress(),
                fields.problemKinds(),
                fields.problems(),
                fields.coordination(),
                fields.nextPlan(),
                fields.permits(),
                fields.justifications(),
                entry.still(),
                last == null || entry.lastMonth() == null
                        ? null
                        : new Last(
                                entry.lastMonth(),
                                last.stage(),
                                last.stageOn(),
                                last.completedInvestmentYuan(),
                                last.progress(),
                                last.problemKinds(),
                                last.problems(),
                                last.coordination(),
                                last.nextPlan(),
                                last.permits()),
                findings.stream().map(finding -> finding.in(language)).toList());
    }
}
