package org.zhaoshang.dispatch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.audit.Subject;
import org.zhaoshang.audit.Trail;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.steps.Reasons;
import org.zhaoshang.shared.steps.ReturnNotice;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.signing.MoveStages;
import org.zhaoshang.signing.StageEvidence;
import org.zhaoshang.signing.funds.Ledger;

/** The steps of a report's life, each refused as the permits say and written to the trail. */
@ApplicationScoped
class MonthlyReportSteps {
    private static final Text NO_LATER = new Text("延期日期须晚于现在的截止日期", "must be later than the present last day");
    private static final Text UNTIL = new Text("延期至", "Until");

    private final Months months;
    private final MonthlyReports reports;
    private final MonthlyReportPermits permits;
    private final Entries entries;
    private final ReportContentCheck check;
    private final SubmittedContent contents;
    private final ReportReceipts receipts;
    private final MoveStages stages;
    private final MonthNotices notices;
    private final Ledger ledger;
    private final Event<ReportSubmitted> submitted;
    private final Trail trail;
    private final ObjectMapper json;
    private final CityClock clock;

    MonthlyReportSteps(
            Months months,
            MonthlyReports reports,
            MonthlyReportPermits permits,
            Entries entries,
            ReportContentCheck check,
            SubmittedContent contents,
            ReportReceipts receipts,
            MoveStages stages,
            MonthNotices notices,
            Ledger ledger,
            Event<ReportSubmitted> submitted,
            Trail trail,
            ObjectMapper json,
            CityClock clock) {
        this.months = months;
        this.reports = reports;
        this.permits = permits;
        this.entries = entries;
        this.check = check;
        this.contents = contents;
        this.receipts = receipts;
        this.stages = stages;
        this.notices = notices;
        this.ledger = ledger;
        this.submitted = submitted;
        this.trail = trail;
        this.json = json;
        this.clock = clock;
    }

    static Subject subject(MonthlyReport report) {
        return new Subject("monthly-report", report.month() + "/" + report.unitCode(), report.unitCode());
    }

    /** Asks whether it may be done; the report is held, and its month with it. */
    @Transactional(Transactional.TxType.MANDATORY)
    void require(ReportAction action, Caller who, MonthlyReport report) {
        permits.require(action, report, months.seen(report.month()).isFrozen(), who);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void write(Caller who, MonthlyReport report, MonthlyReportFields fields, @Nullable String reason) {
        noted(who, report, "update", reason, () -> report.write(fields, who, clock.now()));
    }

    /**
     * Carries the stages of the rows into their projects, too: until then nothing of a draft is seen there.
     *
     * @param noChange the unit confirms that nothing happened (零报告)
     */
    @Transactional(Transactional.TxType.MANDATORY)
    ReportReceipt submit(Caller who, MonthlyReport report, boolean noChange, @Nullable String reason) {
        require(ReportAction.SUBMIT, who, report);
        List<Entry> rows = entries.of(report);
        check.require(report, rows, noChange);
        String words = Reasons.optional(reason);
        Instant at = clock.now();
        noted(who, report, "submit", words, () -> report.submit(noChange, who, at));
        entries.store(report, rows, who, at);
        ledger.report(report.unitCode(), report.month());
        stages.carry(who, report.unitCode(), reported(rows), "月调度 " + report.month());
        MonthlyReportFields texts = report.fields();
        submitted.fire(new ReportSubmitted(
                report.month(), report.unitCode(), texts.experience(), texts.problems(), texts.suggestions(), who));
        notices.submitted(report);
        SubmittedContent.Parts parts = contents.of(report, rows);
        return receipts.add(report, parts.content(), parts.figures(), who);
    }

    private static Map<UUID, MoveStages.Reported> reported(List<Entry> rows) {
        Map<UUID, MoveStages.Reported> reported = new LinkedHashMap<>();
        for (Entry row : rows) {
            EntryFields fields = row.fields();
            reported.put(
                    row.project().id(),
                    new MoveStages.Reported(
                            fields.stage(),
                            fields.stageOn(),
                            new StageEvidence(null, null, null, fields.startKind(), null, null),
                            fields.permits(),
                            fields.justification(EntryRules.STAGE_BACK)));
        }
        return reported;
    }

    /** @param given the places that reopen, each with its own reason; none: all of it reopens */
    @Transactional(Transactional.TxType.MANDATORY)
    void sendBack(
            Caller who,
            MonthlyReport report,
            @Nullable String reason,
            @Nullable List<ReturnNotice.@Nullable Remark> given) {
        require(ReportAction.RETURN, who, report);
        String words = Reasons.required(reason);
        List<ReturnNotice.Remark> remarks = check.remarks(report, given);
        noted(who, report, "return", words, () -> report.sendBack(words, remarks, who, clock.now()));
        if (remarks.isEmpty() || remarks.stream().anyMatch(ReportContentCheck::isOnReceipts)) {
            ledger.reopen(report.unitCode(), report.month());
        }
        notices.returned(report, words);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void accept(Caller who, MonthlyReport report, @Nullable String reason) {
        require(ReportAction.ACCEPT, who, report);
        String words = Reasons.optional(reason);
        noted(who, report, "accept", words, () -> report.accept(who, clock.now()));
        notices.accepted(report);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void extend(Caller who, MonthlyReport report, MoreTime extension) {
        require(ReportAction.EXTEND, who, report);
        if (!extension.until().isAfter(report.lastDay())) {
            throw Problem.unprocessable(
                    NO_LATER, List.of(Finding.of("FORMAT", "/until", Map.of("label", UNTIL, "problem", NO_LATER))));
        }
        noted(who, report, "extend", extension.reason(), () -> report.extend(extension, who, clock.now()));
    }

    /** Makes the change and writes it to the trail. */
    @Transactional(Transactional.TxType.MANDATORY)
    void noted(Caller who, MonthlyReport report, String action, @Nullable String reason, Runnable change) {
        ObjectNode before = document(report);
        change.run();
        reports.flush();
        trail.change(who, subject(report), action, reason, report.version(), before, document(report));
    }

    private ObjectNode document(MonthlyReport report) {
        ObjectNode document = json.valueToTree(report.fields());
        document.put("state", report.state().name())
                .put("submissions", report.submissions())
                .put("noChange", report.isNoChange())
                .put("timeliness", report.timeliness().map(Enum::name).orElse(null));
        document.set("extension", json.valueToTree(report.extension().orElse(null)));
        document.set("returned", json.valueToTree(report.returned().orElse(null)));
        return document;
    }
}
