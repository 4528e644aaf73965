package org.zhaoshang.dispatch;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.http.Problem;

/** The reports of all months. */
@ApplicationScoped
public class MonthlyReports implements PanacheRepositoryBase<MonthlyReport, UUID> {
    static final RowScope.Columns COLUMNS = new RowScope.Columns("r.unit_code", "r.submissions > 0", "false");

    private static final int MONTHS_AT_HAND = 36;

    private final OpenMonths open;
    private final Months months;

    MonthlyReports(OpenMonths open, Months months) {
        this.open = open;
        this.months = months;
    }

    /** @throws Problem 404 for a month that has not begun, a unit that owes none of it, and for what the scope does not see */
    MonthlyReport seen(String month, String unitCode, RowScope scope) {
        open.upToNow();
        MonthlyReport report = byKey(month, unitCode).orElseThrow(Problem::notFound);
        boolean seen = switch (scope.breadth()) {
            case ALL -> true;
            case SUBMITTED -> report.submissions() > 0;
            case OWN_UNIT -> unitCode.equals(scope.unitCode());
            case INVITED, NONE -> false;
        };
        if (!seen) {
            throw Problem.notFound();
        }
        return report;
    }

    /** @throws Problem 404 as {@link #seen} */
    public void require(String month, String unitCode, RowScope scope) {
        seen(month, unitCode, scope);
    }

    Optional<MonthlyReport> byKey(String month, String unitCode) {
        return find("month = ?1 and unitCode = ?2", month, unitCode).firstResultOptional();
    }

    /**
     * Held until the transaction ends, so that two steps at once come one after the other. The month comes first: who closes it
     * holds it before its reports too.
     */
    MonthlyReport held(MonthlyReport seen) {
        months.keptOpen(seen.month());
        getEntityManager().refresh(seen, LockModeType.PESSIMISTIC_WRITE);
        return seen;
    }

    /** All reports of the month, held in the order of the units. */
    List<MonthlyReport> heldOf(String month) {
        return find("month = ?1 order by unitCode", month)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Reports that are not here and whose last day is still to come. */
    List<MonthlyReport> owedFrom(LocalDate day) {
        return list("submissions = 0 and timeliness is null and greatest(dueOn, extendedUntil) >= ?1", day);
    }

    /** Of three years, the newest first. */
    List<MonthlyReport> newestOf(String unitCode) {
        return find("unitCode = ?1 order by month desc", unitCode)
                .page(0, MONTHS_AT_HAND)
                .list();
    }

    /** In the order of the months. */
    List<MonthlyReport> ofYear(int year) {
        return list("month between ?1 and ?2 order by month", year + "-01", year + "-12");
    }

    List<MonthlyReport> ofMonth(String month) {
        return list("month", month);
    }
}
