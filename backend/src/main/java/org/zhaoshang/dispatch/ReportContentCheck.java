package org.zhaoshang.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
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

/** What the rules say of a report with all its rows, and where the bureau can point when it sends one back. */
@ApplicationScoped
class ReportContentCheck {
    static final Form FORM = Form.load("monthly-report");
    private static final String ROWS = "/entries/";
    private static final Text NOTHING = new Text(
            "本月没有填报内容：如确无变化请确认零报告（noChange）", "Nothing was filled in: confirm that nothing changed (noChange)");
    private static final Text SOMETHING =
            new Text("本月有变化，不是零报告，请直接报送", "Something changed: submit it as it is, not as no change");

    private final Entries entries;
    private final EntryFindings findings;

    ReportContentCheck(Entries entries, EntryFindings findings) {
        this.entries = entries;
        this.findings = findings;
    }

    /** All findings, settled or not. */
    List<Finding> of(MonthlyReport report, List<Entry> rows) {
        return findings.of(report, rows);
    }

    /**
     * @param rows all of the report
     * @param news whether there is any beside the rows, such as receipts
     * @throws Problem 422 with what keeps the report from being submitted
     */
    void require(MonthlyReport report, List<Entry> rows, boolean news, boolean noChange) {
        List<Finding> open = findings.open(report, rows);
        if (!open.isEmpty()) {
            throw Problem.unprocessable(
                    new Text("还差 " + open.size() + " 项即可报送", open.size() + " to settle before submitting"), open);
        }
        boolean changed = news || rows.stream().anyMatch(Entry::isChanged);
        // What was sent back was not empty.
        boolean empty = !changed && report.fields().isEmpty() && report.submissions() == 0;
        if (noChange ? changed : empty) {
            Text problem = noChange ? SOMETHING : NOTHING;
            throw Problem.unprocessable(problem, List.of(Finding.of("STATE", "/noChange", Map.of("problem", problem))));
        }
    }

    List<ReturnNotice.Remark> remarks(MonthlyReport report, @Nullable List<ReturnNotice.@Nullable Remark> given) {
        Set<String> codes = given == null || given.isEmpty() ? Set.of() : new HashSet<>(entries.codes(report));
        return ReturnNotice.remarks(given, pointer -> isPlace(pointer, codes), ReportContentCheck::label);
    }

    private static boolean isPlace(String pointer, Set<String> codes) {
        if (!pointer.startsWith(ROWS)) {
            return pointer.startsWith("/") && FORM.find(pointer.substring(1)) != null;
        }
        String[] steps = pointer.substring(ROWS.length()).split("/", 2);
        return codes.contains(steps[0]) && (steps.length == 1 || EntryRules.fieldAt("/" + steps[1]) != null);
    }

    private static Text label(String pointer) {
        return pointer.startsWith(ROWS) ? new Text(pointer, pointer) : FORM.label(pointer);
    }
}
