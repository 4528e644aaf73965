package org.zhaoshang.dispatch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.fields.Body;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/** A merge patch on what a report says; of a returned one only what was sent back, and the words that explain it. */
final class ReportPatch {
    private static final String JUSTIFICATIONS = "justifications";
    private static final Text CLOSED = new Text("只能修改退回的内容", "Only what was sent back can be changed");

    private final ObjectMapper json;
    private final Body body;

    ReportPatch(ObjectMapper json) {
        this.json = json;
        this.body = new Body(ReportContentCheck.FORM, (list, code) -> false, json);
    }

    /** @throws Problem 400 for what can not be stored, 409 for what was not sent back */
    MonthlyReportFields on(MonthlyReport report, @Nullable JsonNode patch) {
        ObjectNode present = json.valueToTree(report.fields());
        MonthlyReportFields merged = body.merge(present, patch, MonthlyReportFields.class);
        Set<String> open = report.reopened();
        if (!open.isEmpty()) {
            ObjectNode wanted = json.valueToTree(merged);
            List<Finding> closed = ReportContentCheck.FORM.fields().stream()
                    .filter(field -> !field.name().equals(JUSTIFICATIONS) && !open.contains(field.pointer()))
                    .filter(field -> !wanted.path(field.name()).equals(present.path(field.name())))
                    .map(field -> Finding.of("STATE", field.pointer(), Map.of("problem", CLOSED)))
                    .toList();
            if (!closed.isEmpty()) {
                throw Problem.conflict(CLOSED, closed);
            }
        }
        return merged;
    }
}
