package org.zhaoshang.bulk;

import java.util.List;
import org.zhaoshang.shared.rules.Finding;

/** Ends an import with nothing stored: someone cancelled it, or a plan no longer holds. */
final class Stopped extends Exception {
    private static final long serialVersionUID = 1;

    private final ImportState how;
    private final transient Tally rows;
    private final transient List<Finding> findings;

    Stopped(ImportState how, Tally rows, List<Finding> findings) {
        super(how.name(), null, false, false);
        this.how = how;
        this.rows = rows.withNothingApplied();
        this.findings = findings;
    }

    ImportState how() {
        return how;
    }

    Tally rows() {
        return rows;
    }

    List<Finding> findings() {
        return findings;
    }
}
