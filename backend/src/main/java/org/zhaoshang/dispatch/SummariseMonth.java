package org.zhaoshang.dispatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.units.Units;

/**
 * Sums a month from what the units submitted: the last submission of each counts, so that a report that was sent back and is
 * being written again changes no figure until it comes. Of a closed month the figures are those that were kept.
 */
@ApplicationScoped
class SummariseMonth {
    private final EntityManager database;
    private final MonthlyReports reports;
    private final Units units;
    private final ObjectMapper json;

    SummariseMonth(EntityManager database, MonthlyReports reports, Units units, ObjectMapper json) {
        this.database = database;
        this.reports = reports;
        this.units = units;
        this.json = json;
    }

    private record Submitted(
            String month, String unitCode, int revision, String number, Timeliness timeliness, Figures figures) {}

    /** @param until what came from then on does not count */
    MonthSummary of(Month month, Instant until) {
        Optional<String> kept =
                month.frozenAt().filter(at -> !until.isBefore(at)).flatMap(at -> month.snapshot());
        return kept.isPresent() ? read(kept.get(), MonthSummary.class) : sum(month.month(), until);
    }

    /** As it stands then, from what was submitted. */
    MonthSummary sum(String month, Instant until) {
        Map<String, MonthSummary.Year> years = new HashMap<>();
        Map<String, Submitted> present = new HashMap<>();
        for (Submitted one : submitted(month, until)) {
            years.merge(one.unitCode(), MonthSummary.Year.NONE.plus(one.figures()), MonthSummary.Year::plus);
            if (one.month().equals(month)) {
                present.put(one.unitCode(), one);
            }
        }
        List<MonthSummary.Row> rows = new ArrayList<>();
        Map<String, MonthlyReport> owed =
                reports.ofMonth(month).stream().collect(Collectors.toMap(MonthlyReport::unitCode, Function.identity()));
        units.all().stream()
                .map(unit -> owed.get(unit.code()))
                .filter(Objects::nonNull)
                .forEach(report -> rows.add(row(report, present.get(report.unitCode()), years, until)));
        return new MonthSummary(month, CityClock.local(until), List.copyOf(rows), total(rows));
    }

    private MonthSummary.Row row(
            MonthlyReport report, @Nullable Submitted counted, Map<String, MonthSummary.Year> years, Instant until) {
        Timeliness missing =
                until.isBefore(CityClock.endOf(report.lastDay())) ? Timeliness.PENDING : Timeliness.MISSING;
        return new MonthSummary.Row(
                report.unitCode(),
                units.nameOf(report.unitCode()),
                counted == null ? null : counted.revision(),
                counted == null ? null : counted.number(),
                counted == null ? missing : counted.timeliness(),
                counted == null ? Figures.NONE : counted.figures(),
                years.getOrDefault(report.unitCode(), MonthSummary.Year.NONE));
    }

    private static MonthSummary.Total total(List<MonthSummary.Row> rows) {
        return new MonthSummary.Total(
                rows.size(),
                (int) rows.stream().filter(row -> row.revision() != null).count(),
                rows.stream().map(MonthSummary.Row::figures).reduce(Figures.NONE, Figures::plus),
                rows.stream().map(MonthSummary.Row::year).reduce(MonthSummary.Year.NONE, MonthSummary.Year::plus));
    }

    /**
     * The last submission of each unit and month of the year, up to that month. One that came before past years were summed over
     * all origins has them in its content.
     */
    private List<Submitted> submitted(String month, Instant until) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = database.createNativeQuery("""
                        select distinct on (month, unit_code) month, unit_code, revision, number, timeliness,
                            cast(case when figures -> 'fundsPastYearYuan' is not null then figures
                                else figures || jsonb_build_object('fundsPastYearYuan', (
                                    select coalesce(sum(cast(told ->> 'amountYuan' as numeric)), 0)
                                    from jsonb_array_elements(cast(content as jsonb) -> 'receipts') told
                                    where told ->> 'receivedOn' < :first)) end as text) figures
                        from report_submissions where month between :first and :month and submitted_at < :until
                        order by month, unit_code, revision desc""", Tuple.class)
                .setParameter("first", MonthCode.firstOfYear(month))
                .setParameter("month", month)
                .setParameter("until", until)
                .getResultList();
        return rows.stream()
                .map(row -> new Submitted(
                        row.get("month", String.class),
                        row.get("unit_code", String.class),
                        row.get("revision", Integer.class),
                        row.get("number", String.class),
                        Timeliness.valueOf(row.get("timeliness", String.class)),
                        read(row.get("figures", String.class), Figures.class)))
                .toList();
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("unreadable figures", broken);
        }
    }
}
