package org.zhaoshang.dispatch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.zhaoshang.audit.Change;
import org.zhaoshang.audit.Subject;
import org.zhaoshang.audit.Trail;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.time.CityClock;

/**
 * Months open by themselves when they begin, with a report for each unit that then owes one; what was missed while no server
 * ran is made up for. Whoever comes first opens, a request or the clock, on whatever server: the others find it done.
 */
@ApplicationScoped
class OpenMonths {
    private final EntityManager database;
    private final MonthSettings settings;
    private final CityClock clock;
    private final Trail trail;
    private final ObjectMapper json;

    /** The last month that this server knows to be open: most requests ask the database nothing. */
    private volatile String known = "";

    OpenMonths(EntityManager database, MonthSettings settings, CityClock clock, Trail trail, ObjectMapper json) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
        this.trail = trail;
        this.json = json;
    }

    /** Opens what is due, in a transaction of its own: a request that fails afterwards does not close it again. */
    void upToNow() {
        String month = MonthCode.of(clock.now());
        if (!month.equals(known)) {
            QuarkusTransaction.requiringNew().run(() -> open(from(month), month));
            known = month;
        }
    }

    /** Opens months in the transaction that plants them, which no other one sees yet. */
    @Transactional(Transactional.TxType.MANDATORY)
    void plant(String first, String last) {
        open(first, last);
        known = last;
    }

    private String from(String month) {
        Object[] opened = (Object[])
                database.createNativeQuery("""
                        select min(month), max(month) filter (where month <= :now) from report_months""").setParameter("now", month).getSingleResult();
        if (opened[1] != null) {
            return (String) opened[1];
        }
        String first = settings.first().orElse(month);
        return first.compareTo(month) < 0 && opened[0] == null ? first : month;
    }

    /**
     * Opens each month from the first to the last that is not open yet.
     *
     * @return those that this transaction opened
     */
    @Transactional(Transactional.TxType.MANDATORY)
    List<String> open(String first, String last) {
        List<String> wanted = java.util.stream.Stream.iterate(
                        YearMonth.parse(first),
                        month -> month.compareTo(YearMonth.parse(last)) <= 0,
                        month -> month.plusMonths(1))
                .map(YearMonth::toString)
                .toList();
        // A second server waits here for the first, and then opens nothing: the set of units is written once.
        @SuppressWarnings("unchecked")
        List<String> opened = database.createNativeQuery("""
                        insert into report_months (month, version, opened_at)
                        select m, 0, :at from unnest(cast(:months as text[])) m
                        where exists (select from units where monthly_report_due_day is not null)
                        order by m on conflict (month) do nothing returning month""", String.class)
                .setParameter("at", clock.now())
                .setParameter("months", wanted.toArray(String[]::new))
                .getResultList();
        if (opened.isEmpty()) {
            return opened;
        }
        database.createNativeQuery("""
                        insert into monthly_reports (id, version, month, unit_code, state, due_on, updated_at, updated_by)
                        select gen_random_uuid(), 0, m, code, 'OPEN',
                            cast(m || '-01' as date) - 1 + least(monthly_report_due_day,
                                cast(extract(day from cast(m || '-01' as date) + interval '1 month' - interval '1 day') as integer)),
                            :at, :by
                        from unnest(cast(:months as text[])) m cross join units where monthly_report_due_day is not null""")
                .setParameter("at", clock.now())
                .setParameter("by", Caller.SYSTEM.name())
                .setParameter("months", opened.toArray(String[]::new))
                .executeUpdate();
        trail.changes(
                Caller.SYSTEM,
                "open",
                null,
                opened.stream()
                        .map(month -> {
                            JsonNode document = json.valueToTree(Map.of("month", month));
                            return new Trail.Changed(
                                    new Subject("month", month, null),
                                    0,
                                    Change.between(NullNode.getInstance(), document),
                                    document);
                        })
                        .toList());
        return opened;
    }
}
