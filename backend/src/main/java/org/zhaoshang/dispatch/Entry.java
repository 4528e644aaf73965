package org.zhaoshang.dispatch;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.signing.SignedProject;

/**
 * A project's row in a report.
 *
 * @param version 0 while nobody has written it
 * @param fields as written, or as carried over
 * @param before what it is news against: last month's, or the project as it stands
 * @param lastMonth of the row before it; null where no report has spoken of the project yet
 * @param last that row
 * @param stillBefore for how many months it had stood still by then
 * @param yearBefore investment completed in this year's months before this one, yuan
 * @param totalBefore in all months before this one
 */
record Entry(
        SignedProject project,
        long version,
        EntryFields fields,
        EntryFields before,
        @Nullable String lastMonth,
        @Nullable EntryFields last,
        int stillBefore,
        BigDecimal yearBefore,
        BigDecimal totalBefore) {

    Entry with(EntryFields other) {
        return new Entry(project, version, other, before, lastMonth, last, stillBefore, yearBefore, totalBefore);
    }

    Entry stored(long newVersion) {
        return new Entry(project, newVersion, fields, before, lastMonth, last, stillBefore, yearBefore, totalBefore);
    }

    String code() {
        return project.code();
    }

    boolean isChanged() {
        return fields.isNewsAfter(before);
    }

    /** For how many months it has stood still with this one; 0 where there is news, and in its first month. */
    int still() {
        return isChanged() || last == null ? 0 : stillBefore + 1;
    }

    BigDecimal year() {
        return yearBefore.add(fields.completedInvestmentYuan());
    }

    BigDecimal total() {
        return totalBefore.add(fields.completedInvestmentYuan());
    }
}
