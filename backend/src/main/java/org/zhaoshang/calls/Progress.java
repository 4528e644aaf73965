package org.zhaoshang.calls;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How many projects of a call each unit has in each state, counted by the transaction that moves them. A transaction that
 * moves projects of several units should do so in the order of unit codes, or two of them may wait for each other.
 */
@ApplicationScoped
public class Progress {
    /** Project state to the column that counts it. */
    private static final Map<String, String> COLUMNS = Map.of(
            "DRAFT", "drafts",
            "SUBMITTED", "submitted",
            "RETURNED", "returned",
            "ACCEPTED", "accepted",
            "PUBLISHED", "published",
            "NEGOTIATING", "negotiating",
            "SIGNED", "signed",
            "WITHDRAWN", "withdrawn",
            "ARCHIVED", "archived");

    private final EntityManager database;

    Progress(EntityManager database) {
        this.database = database;
    }

    /**
     * Counts one project's move. Holds the unit's row until the transaction ends.
     *
     * @param fromState null when the project is new
     * @param toState null when it is deleted
     * @param lateDelta 1 when it becomes late, -1 when it no longer is, else 0
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void moved(int year, String unitCode, @Nullable String fromState, @Nullable String toState, int lateDelta) {
        moved(year, unitCode, fromState, toState, lateDelta, 1);
    }

    /** Counts the same move of many projects. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void moved(
            int year,
            String unitCode,
            @Nullable String fromState,
            @Nullable String toState,
            int lateDelta,
            int projects) {
        StringJoiner changes = new StringJoiner(", ");
        if (fromState == null || !fromState.equals(toState)) {
            add(changes, fromState, -projects);
            add(changes, toState, projects);
        }
        if (lateDelta != 0) {
            changes.add("late = late + " + lateDelta);
        }
        if (changes.length() == 0) {
            return;
        }
        int counted = database.createNativeQuery(
                        "update call_units set %s where call_year = :year and unit_code = :unit".formatted(changes))
                .setParameter("year", year)
                .setParameter("unit", unitCode)
                .executeUpdate();
        if (counted != 1) {
            throw new IllegalStateException("call " + year + " does not count unit " + unitCode);
        }
    }

    /** What a project that came into the library, or left it, adds to or takes from its sum. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void invested(int year, String unitCode, BigDecimal yuan) {
        database.createNativeQuery("""
                        update call_units set library_investment_yuan = library_investment_yuan + :yuan
                        where call_year = :year and unit_code = :unit""")
                .setParameter("yuan", yuan)
                .setParameter("year", year)
                .setParameter("unit", unitCode)
                .executeUpdate();
    }

    /** Total investment in yuan of the call's projects that were accepted and did not leave the library. */
    public BigDecimal investment(int year) {
        return (BigDecimal) database.createNativeQuery(
                        "select coalesce(sum(library_investment_yuan), 0) from call_units where call_year = :year")
                .setParameter("year", year)
                .getSingleResult();
    }

    private static void add(StringJoiner changes, @Nullable String state, int delta) {
        if (state == null) {
            return;
        }
        changes.add("%1$s = %1$s + %2$d".formatted(column(state), delta));
    }

    private static String column(String state) {
        String column = COLUMNS.get(state);
        if (column == null) {
            throw new IllegalArgumentException("no count for state " + state);
        }
        return column;
    }

    /**
     * Where a unit stands.
     *
     * @param accepted what counts for the quota: accepted, published, negotiating or signed
     * @param late projects marked late
     */
    public record Standing(
            String unitCode,
            int quota,
            int drafts,
            int submitted,
            int returned,
            int accepted,
            int published,
            int late) {
        public boolean quotaReached() {
            return accepted >= quota;
        }

        public int missing() {
            return Math.max(0, quota - accepted);
        }
    }

    /**
     * How many projects are in these states.
     *
     * @param year of the call; null for all
     * @param unitCode null for all units
     */
    public long count(@Nullable Integer year, @Nullable String unitCode, Collection<String> states) {
        String columns = states.stream().map(Progress::column).collect(Collectors.joining(" + "));
        return ((Number) database.createNativeQuery("""
                                select coalesce(sum(%s), 0) from call_units
                                where call_year = coalesce(cast(:year as integer), call_year)
                                    and unit_code = coalesce(cast(:unit as text), unit_code)""".formatted(columns))
                        .setParameter("year", year)
                        .setParameter("unit", unitCode)
                        .getSingleResult())
                .longValue();
    }

    /** All units of the call, in the official order. */
    public List<Standing> of(int year) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = database.createNativeQuery("""
                        select unit_code, quota, drafts, submitted, returned,
                            accepted + published + negotiating + signed accepted, published, late
                        from call_units join units on code = unit_code where call_year = :year order by position""", Tuple.class)
                .setParameter("year", year)
                .getResultList();
        return rows.stream()
                .map(row -> new Standing(
                        row.get("unit_code", String.class),
                        row.get("quota", Integer.class),
                        row.get("drafts", Integer.class),
                        row.get("submitted", Integer.class),
                        row.get("returned", Integer.class),
                        row.get("accepted", Integer.class),
                        row.get("published", Integer.class),
                        row.get("late", Integer.class)))
                .toList();
    }
}
