package org.zhaoshang.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.accounts.DemonstrationPeople;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.rules.Justification;
import org.zhaoshang.signing.funds.Ledger;

/** Performs the steps of the demonstration's reports as its people would: by the same code that answers their requests. */
@ApplicationScoped
class SampleReportSteps {
    private static final String CORRECTED = "已按审核意见补充（示例）";
    private static final String WAITS = "项目前期手续仍在推进，本月无新变化（示例）";
    private static final String ENTRY_FOLLOWS = "近期到位的资金正在录入自治区系统（示例）";

    private final MonthlyReports reports;
    private final MonthlyReportSteps steps;
    private final Entries entries;
    private final EntryFindings findings;
    private final SampleRows rows;
    private final Ledger ledger;
    private final DemonstrationPeople people;

    SampleReportSteps(
            MonthlyReports reports,
            MonthlyReportSteps steps,
            Entries entries,
            EntryFindings findings,
            SampleRows rows,
            Ledger ledger,
            DemonstrationPeople people) {
        this.reports = reports;
        this.steps = steps;
        this.entries = entries;
        this.findings = findings;
        this.rows = rows;
        this.ledger = ledger;
        this.people = people;
    }

    /** @param sample null where the report says nothing but its rows */
    void perform(
            String step, SampleMonth month, String unitCode, @Nullable SampleReport sample, @Nullable String words) {
        MonthlyReport report =
                reports.held(reports.byKey(month.code(), unitCode).orElseThrow());
        Caller clerk = people.reporter(unitCode);
        switch (step) {
            case "draft" -> {
                steps.require(ReportAction.EDIT, clerk, report);
                rows.fill(clerk, report, month, false);
            }
            case "submit" -> {
                steps.require(ReportAction.EDIT, clerk, report);
                rows.fill(clerk, report, month, true);
                submit(clerk, report, sample);
            }
            case "return" -> steps.sendBack(people.bureau(), report, words, null);
            case "accept" -> steps.accept(people.bureau(), report, words);
            default -> throw new IllegalStateException("no such step: " + step);
        }
    }

    private void submit(Caller clerk, MonthlyReport report, @Nullable SampleReport sample) {
        List<Entry> written = entries.of(report);
        MonthlyReportFields fields = fields(report, written, sample);
        if (!fields.equals(report.fields())) {
            steps.write(clerk, report, fields, null);
        }
        boolean changed = ledger.hasNews(report.unitCode(), report.month())
                || written.stream().anyMatch(Entry::isChanged);
        steps.submit(clerk, report, !changed, null);
    }

    private MonthlyReportFields fields(MonthlyReport report, List<Entry> written, @Nullable SampleReport sample) {
        List<Justification> said = new ArrayList<>(report.fields().justifications());
        if (findings.open(report, written).stream()
                .anyMatch(finding -> finding.rule().equals(EntryRules.STANDS_STILL))) {
            said.add(new Justification(EntryRules.STANDS_STILL, WAITS));
        }
        return new MonthlyReportFields(
                sample == null ? null : sample.experience(),
                sample == null ? null : sample.problems(),
                sample == null ? null : sample.suggestions(),
                report.submissions() > 0 ? CORRECTED : null,
                ledger.difference(report.unitCode()).isEmpty()
                        ? null
                        : Objects.requireNonNullElse(report.fields().entryDifferenceReason(), ENTRY_FOLLOWS),
                said);
    }
}
