package org.zhaoshang.dispatch;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.signing.SignedProject;

/**
 * A project's row in a report.
 *
 * @param event the name of its first signing event; null when signed directly
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
        @Nullable String event,
        long version,
        EntryFields fields,
        EntryFields before,
        @Nullable String lastMonth,
        @Nullable EntryFields last,
        int stillBefore,
        BigDecimal yearBefore,
        BigDecimal totalBefore) {

    Entry with(EntryFields other) {
        return new Entry(project, event, version, other, before, lastMonth, last, stillBefore, yearBefore, totalBefore);
    }

    Entry stored(long newVersion) {
        return new Entry(
                project, event, newVersion, fields, before, lastMonth, last, stillBefore, yearBefore, totalBefore);
    }

    String code() {
        return project.code();
    }

    /** Which fields make the news, by name. */
    List<String> news() {
        return fields.newsAfter(before);
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
