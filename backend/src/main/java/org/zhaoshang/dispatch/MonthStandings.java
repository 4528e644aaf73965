package org.zhaoshang.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhaoshang.shared.time.CityClock;

/** What the monthly dispatch asks of a unit and of the bureau now; closed months ask nothing any more. */
@ApplicationScoped
public class MonthStandings {
    /** Three years of a unit's months. */
    private static final int MOST = 36;

    /** As many as a page of the list holds: three years of thirty units. */
    private static final int MOST_WAITING = 1000;

    private final EntityManager database;
    private final OpenMonths open;
    private final Entries entries;
    private final EntryFindings findings;
    private final CityClock clock;

    MonthStandings(EntityManager database, OpenMonths open, Entries entries, EntryFindings findings, CityClock clock) {
        this.database = database;
        this.open = open;
        this.entries = entries;
        this.findings = findings;
        this.clock = clock;
    }

    /**
     * A report that its unit still has to send.
     *
     * @param returned the bureau sent it back
     * @param lastDay the last day in time, extensions included
     */
    public record Owed(String month, boolean returned, LocalDate lastDay) {}

    /**
     * The reports that wait for the bureau.
     *
     * @param month and unit: of the first of them
     * @param months of all of them
     * @param all how many there are
     */
    public record Waiting(String month, String unitCode, List<String> months, long all) {}

    /**
     * A month that can be closed: each unit has reported, or is overdue.
     *
     * @param all how many can be closed
     */
    public record Closable(String month, long all) {}

    /** The newest month first, at most three years of them. */
    public List<Owed> owedBy(String unitCode) {
        open.upToNow();
        return owed(unitCode).stream()
                .map(report -> new Owed(report.month(), report.state() == ReportState.RETURNED, report.lastDay()))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<MonthlyReport> owed(String unitCode) {
        return database.createNativeQuery("""
                        select r.* from monthly_reports r join report_months m on m.month = r.month
                        where r.unit_code = :unit and r.month <= :now and m.frozen_at is null
                            and r.state in ('OPEN', 'DRAFT', 'RETURNED')
                        order by r.month desc limit :most""", MonthlyReport.class)
                .setParameter("unit", unitCode)
                .setParameter("now", MonthCode.of(clock.now()))
                .setParameter("most", MOST)
                .getResultList();
    }

    /** In how many rows something keeps the unit's newest owed report from being submitted. */
    public long openRows(String unitCode) {
        return owed(unitCode).stream()
                .findFirst()
                .map(report -> findings.open(report, entries.of(report)).stream()
                        .map(finding -> finding.pointer().split("/", 4)[2])
                        .distinct()
                        .count())
                .orElse(0L);
    }

    /** Those that were submitted and not decided on, the oldest month first. */
    public Optional<Waiting> waiting() {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = database.createNativeQuery("""
                        select r.month, r.unit_code from monthly_reports r join report_months m on m.month = r.month
                        where r.state = 'SUBMITTED' and m.frozen_at is null
                        order by r.month, r.submitted_at limit :most""", Tuple.class)
                .setParameter("most", MOST_WAITING)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(first -> new Waiting(
                        first.get("month", String.class),
                        first.get("unit_code", String.class),
                        rows.stream()
                                .map(row -> row.get("month", String.class))
                                .distinct()
                                .toList(),
                        rows.size()));
    }

    /** The oldest of those that can be closed. */
    public Optional<Closable> closable() {
        open.upToNow();
        @SuppressWarnings("unchecked")
        List<Tuple> rows = database.createNativeQuery(
                        "select m.month, count(*) over () closable from report_months m where " + MonthBoard.CLOSABLE
                                + " order by m.month limit 1",
                        Tuple.class)
                .setParameter("today", clock.today())
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new Closable(row.get("month", String.class), row.get("closable", Long.class)));
    }
}
