package org.zhaoshang.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.steps.ReturnNotice;
import org.zhaoshang.signing.funds.Ledger;

/** What the rules say of a report with all its rows, and where the bureau can point when it sends one back. */
@ApplicationScoped
class ReportContentCheck {
    static final Form FORM = Form.load("monthly-report");
    private static final String ROWS = "/entries/";
    private static final String RECEIPTS = "/receipts";
    private static final Text NOTHING = new Text(
            "本月没有填报内容：如确无变化请确认零报告（noChange）", "Nothing was filled in: confirm that nothing changed (noChange)");
    private static final Text SOMETHING =
            new Text("本月有变化，不是零报告，请直接报送", "Something changed: submit it as it is, not as no change");

    private final Entries entries;
    private final EntryFindings findings;
    private final Ledger ledger;

    ReportContentCheck(Entries entries, EntryFindings findings, Ledger ledger) {
        this.entries = entries;
        this.findings = findings;
        this.ledger = ledger;
    }

    /** All findings, settled or not. */
    List<Finding> of(MonthlyReport report, List<Entry> rows) {
        List<Finding> all = new ArrayList<>(findings.of(report, rows));
        all.addAll(ledger.open(report.unitCode(), report.month()));
        all.addAll(ledger.difference(report.unitCode()));
        return all;
    }

    /** V15 is settled by the reason that the report has a field for. */
    private List<Finding> openOnReceipts(MonthlyReport report) {
        List<Finding> open = new ArrayList<>(ledger.open(report.unitCode(), report.month()));
        MonthlyReportFields fields = report.fields();
        if (fields.entryDifferenceReason() == null && fields.justification("V15") == null) {
            open.addAll(ledger.difference(report.unitCode()));
        }
        return open;
    }

    /**
     * @param rows all of the report
     * @throws Problem 422 with what keeps the report from being submitted
     */
    void require(MonthlyReport report, List<Entry> rows, boolean noChange) {
        List<Finding> open = new ArrayList<>(findings.open(report, rows));
        open.addAll(openOnReceipts(report));
        if (!open.isEmpty()) {
            throw Problem.unprocessable(
                    new Text("还差 " + open.size() + " 项即可报送", open.size() + " to settle before submitting"), open);
        }
        boolean changed = ledger.hasNews(report.unitCode(), report.month())
                || rows.stream().anyMatch(Entry::isChanged);
        // What was sent back was not empty.
        boolean empty = !changed && report.fields().isEmpty() && report.submissions() == 0;
        if (noChange ? changed : empty) {
            Text problem = noChange ? SOMETHING : NOTHING;
            throw Problem.unprocessable(problem, List.of(Finding.of("STATE", "/noChange", Map.of("problem", problem))));
        }
    }

    List<ReturnNotice.Remark> remarks(MonthlyReport report, @Nullable List<ReturnNotice.@Nullable Remark> given) {
        Set<String> codes = given == null || given.isEmpty() ? Set.of() : new HashSet<>(entries.codes(report));
        Set<String> receipts = given == null || given.isEmpty()
                ? Set.of()
                : new HashSet<>(ledger.codes(report.unitCode(), report.month(), false));
        return ReturnNotice.remarks(given, pointer -> isPlace(pointer, codes, receipts), ReportContentCheck::label);
    }

    /** Whether a remark is on the month's receipts, all of them or one. */
    static boolean isOnReceipts(ReturnNotice.Remark remark) {
        return remark.pointer().equals(RECEIPTS) || remark.pointer().startsWith(RECEIPTS + "/");
    }

    private static boolean isPlace(String pointer, Set<String> codes, Set<String> receipts) {
        if (pointer.equals(RECEIPTS)) {
            return true;
        }
        if (pointer.startsWith(RECEIPTS + "/")) {
            return receipts.contains(pointer.substring(RECEIPTS.length() + 1));
        }
        if (!pointer.startsWith(ROWS)) {
            return pointer.startsWith("/") && FORM.find(pointer.substring(1)) != null;
        }
        String[] steps = pointer.substring(ROWS.length()).split("/", 2);
        return codes.contains(steps[0]) && (steps.length == 1 || EntryRules.fieldAt("/" + steps[1]) != null);
    }

    private static Text label(String pointer) {
        return pointer.startsWith(ROWS) || pointer.startsWith(RECEIPTS)
                ? new Text(pointer, pointer)
                : FORM.label(pointer);
    }
}
