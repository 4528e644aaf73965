package org.zhaoshang.projects;

import java.util.List;
import java.util.Map;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/** Why an action is refused now, and what to do about it. */
record Refusal(int status, String rule, Text remedy, List<Finding> findings) {
    static Refusal state(Text remedy) {
        return new Refusal(409, "STATE", remedy, List.of(Finding.of("STATE", "", Map.of("problem", remedy))));
    }

    static Refusal of(int status, Text remedy, List<Finding> findings) {
        return new Refusal(status, findings.getFirst().rule(), remedy, findings);
    }

    Problem problem() {
        return Problem.of(status, remedy, findings);
    }
}
