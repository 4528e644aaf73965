package org.zhaoshang.calls;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/** What makes a call's terms possible. */
final class CallRules {
    static final int FIRST_YEAR = 2000;
    static final int LAST_YEAR = 2100;

    private static final Text TOO_EARLY = new Text("不能早于策划开始日期", "must not be before the planning starts");
    private static final Text BEFORE_PLANNED = new Text("不能早于策划结束日期", "must not be before the planning ends");
    private static final Text NONE = new Text("至少选择一项", "needs at least one entry");
    private static final Text YEAR = new Text("应在 2000 至 2100 之间", "must be between 2000 and 2100");

    private CallRules() {}

    /** All that is wrong at once. */
    static List<Finding> check(int year, Call.Terms terms) {
        List<Finding> findings = new ArrayList<>();
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            findings.add(finding("year", YEAR));
        }
        if (terms.planningTo().isBefore(terms.planningFrom())) {
            findings.add(finding("planningTo", TOO_EARLY));
        }
        if (terms.deadline().isBefore(terms.planningTo())) {
            findings.add(finding("deadline", BEFORE_PLANNED));
        }
        if (terms.industryCodes().isEmpty()) {
            findings.add(finding("industryCodes", NONE));
        }
        return findings;
    }

    /** An extension gives more time than the unit has: anything else is a slip. */
    static List<Finding> checkExtension(LocalDate until, LocalDate present) {
        return until.isAfter(present)
                ? List.of()
                : List.of(Finding.of(
                        "FORMAT",
                        "/until",
                        Map.of(
                                "label",
                                ExtensionResource.FORM.field("until").label(),
                                "problem",
                                new Text(
                                        "应晚于该单位现在的截止日期 " + present,
                                        "must be after the unit's present deadline " + present))));
    }

    /** Days until the end of the deadline: 0 on its day, negative afterwards. */
    static long daysLeft(LocalDate deadline, LocalDate today) {
        return ChronoUnit.DAYS.between(today, deadline);
    }

    private static Finding finding(String field, Text problem) {
        return Finding.of(
                "FORMAT",
                "/" + field,
                Map.of("label", CallResource.FORM.field(field).label(), "problem", problem));
    }
}
