package org.zhaoshang.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.steps.ReturnNotice;

/** What the rules say of a report as a whole, and where the bureau can point when it sends one back. */
@ApplicationScoped
class ReportContentCheck {
    static final Form FORM = Form.load("monthly-report");
    private static final Text NOTHING = new Text(
            "本月没有填报内容：如确无变化请确认零报告（noChange）", "Nothing was filled in: confirm that nothing changed (noChange)");
    private static final Text SOMETHING =
            new Text("本月已填报内容，不是零报告，请直接报送", "Something was filled in: submit it as it is, not as no change");

    /** @throws Problem 422 with what keeps the report from being submitted */
    void require(MonthlyReport report, boolean noChange) {
        boolean changed = false;
        if (noChange ? changed : !changed && report.fields().isEmpty()) {
            Text problem = noChange ? SOMETHING : NOTHING;
            throw Problem.unprocessable(problem, List.of(Finding.of("STATE", "/noChange", Map.of("problem", problem))));
        }
    }

    List<ReturnNotice.Remark> remarks(MonthlyReport report, @Nullable List<ReturnNotice.@Nullable Remark> given) {
        return ReturnNotice.remarks(
                given, pointer -> pointer.startsWith("/") && FORM.find(pointer.substring(1)) != null, FORM::label);
    }
}
