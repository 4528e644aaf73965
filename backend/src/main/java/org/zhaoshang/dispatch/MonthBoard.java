package org.zhaoshang.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.caller.Permission;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.WhyNot;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.units.Units;

/** Who reported a month and when, unit by unit and counted. */
@ApplicationScoped
class MonthBoard {
    /** Twenty years. */
    private static final int MOST = 240;

    /** Of a month m on a day: each unit has reported, or is overdue. */
    static final String CLOSABLE = """
            m.frozen_at is null and exists (select from monthly_reports r where r.month = m.month)
            and not exists (select from monthly_reports r where r.month = m.month and r.submissions = 0
                and greatest(r.due_on, r.extended_until) >= :today)
            """;

    private final EntityManager database;
    private final OpenMonths open;
    private final MonthlyReports reports;
    private final MonthlyReportViews views;
    private final FreezeMonth freeze;
    private final Units units;
    private final CurrentCaller current;
    private final CurrentLanguage language;
    private final CityClock clock;

    MonthBoard(
            EntityManager database,
            OpenMonths open,
            MonthlyReports reports,
            MonthlyReportViews views,
            FreezeMonth freeze,
            Units units,
            CurrentCaller current,
            CurrentLanguage language,
            CityClock clock) {
        this.database = database;
        this.open = open;
        this.reports = reports;
        this.views = views;
        this.freeze = freeze;
        this.units = units;
        this.current = current;
        this.language = language;
        this.clock = clock;
    }

    @Schema(name = "MonthStatus", description = "The board of a month: when each unit's report came.")
    record Status(
            @Schema(required = true, examples = "2021-03") String month,
            @Schema(required = true) long version,

            @Nullable @Schema(description = "Absent while the month is open")
            OffsetDateTime frozenAt,

            @Schema(required = true) List<Row> items) {}

    @Schema(name = "MonthStatusRow")
    record Row(
            @Schema(required = true) String unitCode,
            @Schema(required = true) String unitName,
            @Schema(required = true) ReportState state,
            @Schema(required = true) MonthlyReportView.Timing timing,
            @Schema(required = true) int submissions) {}

    Status of(Month month) {
        Map<String, MonthlyReport> owed = reports.ofMonth(month.month()).stream()
                .collect(Collectors.toMap(MonthlyReport::unitCode, Function.identity()));
        return new Status(
                month.month(),
                month.version(),
                month.frozenAt().map(CityClock::local).orElse(null),
                units.all().stream()
                        .map(unit -> owed.get(unit.code()))
                        .filter(Objects::nonNull)
                        .map(report -> new Row(
                                report.unitCode(),
                                units.nameOf(report.unitCode()),
                                report.state(),
                                views.timing(report),
                                report.submissions()))
                        .toList());
    }

    /** @param closable only those that can be closed now */
    List<MonthView> months(boolean closable) {
        open.upToNow();
        return counted(null, closable);
    }

    MonthView view(Month month) {
        MonthView seen = counted(month.month(), false).getFirst();
        Optional<Text> refusal = freeze.refusal(month);
        boolean may = current.get().may(Permission.MONTHLY_REPORTS_REVIEW);
        return new MonthView(
                seen.month(),
                seen.version(),
                seen.openedAt(),
                seen.frozenAt(),
                seen.frozenBy(),
                seen.freezeReason(),
                seen.units(),
                seen.onTime(),
                seen.late(),
                seen.missing(),
                seen.accepted(),
                may && refusal.isEmpty() ? List.of("freeze") : List.of(),
                may
                        ? refusal.map(remedy -> new WhyNot("freeze", "STATE", remedy.in(language.get()))).stream()
                                .toList()
                        : List.of());
    }

    private List<MonthView> counted(@Nullable String one, boolean closable) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = database.createNativeQuery("""
                        select m.month, m.version, m.opened_at, m.frozen_at, m.frozen_by, m.freeze_reason, count(r.id) units,
                            count(*) filter (where r.timeliness = 'ON_TIME') on_time,
                            count(*) filter (where r.timeliness = 'LATE') late,
                            count(*) filter (where r.timeliness = 'MISSING' or r.timeliness is null
                                and greatest(r.due_on, r.extended_until) < :today) missing,
                            count(*) filter (where r.state = 'ACCEPTED') accepted
                        from report_months m left join monthly_reports r on r.month = m.month
                        where (cast(:one as text) is null or m.month = :one) and (not :closable or %s)
                        group by m.month order by m.month desc limit :most""".formatted(CLOSABLE), Tuple.class)
                .setParameter("closable", closable)
                .setParameter("today", clock.today())
                .setParameter("one", one)
                .setParameter("most", MOST)
                .getResultList();
        return rows.stream()
                .map(row -> new MonthView(
                        row.get("month", String.class),
                        row.get("version", Long.class),
                        CityClock.local(Objects.requireNonNull(row.get("opened_at", Instant.class))),
                        CityClock.localOrNull(row.get("frozen_at", Instant.class)),
                        row.get("frozen_by", String.class),
                        row.get("freeze_reason", String.class),
                        row.get("units", Long.class).intValue(),
                        row.get("on_time", Long.class).intValue(),
                        row.get("late", Long.class).intValue(),
                        row.get("missing", Long.class).intValue(),
                        row.get("accepted", Long.class).intValue(),
                        List.of(),
                        List.of()))
                .toList();
    }
}
