package org.zhaoshang.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.rules.Severity;
import org.zhaoshang.shared.time.CityClock;

/** What the rules say of rows, in the report in which they stand. */
@ApplicationScoped
class EntryFindings {
    private final MonthSettings settings;
    private final CityClock clock;

    EntryFindings(MonthSettings settings, CityClock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** With pointers within the row. */
    List<Finding> of(MonthlyReport report, Entry entry) {
        return EntryRules.check(
                entry, new EntryRules.Context(report.periodEndsOn().orElse(clock.today()), settings.stillMonths()));
    }

    /** Of all rows, with pointers within the report. */
    List<Finding> of(MonthlyReport report, List<Entry> entries) {
        List<Finding> all = new ArrayList<>();
        entries.forEach(entry -> of(report, entry).forEach(finding -> all.add(placed(entry, finding))));
        return all;
    }

    /** Those that keep the report from being submitted; a word in the report itself serves for all its rows. */
    List<Finding> open(MonthlyReport report, List<Entry> entries) {
        List<Finding> open = new ArrayList<>();
        for (Entry entry : entries) {
            of(report, entry).stream()
                    .filter(finding -> EntryRules.isOpen(entry, finding))
                    .filter(finding -> finding.severity() == Severity.BLOCK
                            || report.fields().justification(finding.rule()) == null)
                    .forEach(finding -> open.add(placed(entry, finding)));
        }
        return open;
    }

    private static Finding placed(Entry entry, Finding finding) {
        return Finding.of(finding.rule(), "/entries/" + entry.code() + finding.pointer(), finding.params());
    }
}
