package org.zhaoshang.signing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The queries on signing events. */
@ApplicationScoped
public class SigningEvents implements PanacheRepositoryBase<SigningEvent, UUID> {
    /** So many are offered in a drop-down: those of about ten years. */
    private static final int MOST_CHOICES = 500;

    private static final long FRESH_NANOS = 1_000_000_000L;

    private record Remembered(Map<String, String> names, long at) {}

    private volatile @Nullable Remembered remembered;

    /** Codes that were seen: events are never deleted. */
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    Optional<SigningEvent> byCode(String code) {
        return find("code", code).firstResultOptional();
    }

    boolean exists(String code) {
        if (seen.contains(code)) {
            return true;
        }
        boolean exists = !getEntityManager()
                .createNativeQuery("select 1 from signing_events where code = :code")
                .setParameter("code", code)
                .getResultList()
                .isEmpty();
        if (exists) {
            seen.add(code);
        }
        return exists;
    }

    boolean nameTaken(String name, @Nullable UUID except) {
        return !getEntityManager()
                .createNativeQuery(
                        "select 1 from signing_events where name = :name and id is distinct from cast(:except as uuid)")
                .setParameter("name", name)
                .setParameter("except", except)
                .getResultList()
                .isEmpty();
    }

    /** {@code EVT-2021-03}: the year's next number. Events are few, so that one waits for another to take it. */
    String nextCode(int year) {
        getEntityManager()
                .createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtext('signing_events'))) held")
                .getResultList();
        Number last = (Number) getEntityManager()
                .createNativeQuery("""
                        select coalesce(max(cast(substring(code from 10) as integer)), 0) from signing_events
                        where code like 'EVT-' || :year || '-%'""")
                .setParameter("year", Integer.toString(year))
                .getSingleResult();
        return "EVT-%d-%02d".formatted(year, last.intValue() + 1);
    }

    /** When events took place. */
    Map<String, SignedProjectRules.Days> days(Set<String> codes) {
        if (codes.isEmpty()) {
            return Map.of();
        }
        @SuppressWarnings("unchecked")
        List<Tuple> found = getEntityManager()
                .createNativeQuery(
                        "select code, starts_on, ends_on from signing_events where code in (:codes)", Tuple.class)
                .setParameter("codes", codes)
                .getResultList();
        return found.stream()
                .collect(Collectors.toMap(
                        row -> row.get("code", String.class),
                        row -> new SignedProjectRules.Days(
                                row.get("starts_on", LocalDate.class), row.get("ends_on", LocalDate.class))));
    }

    /**
     * The newest events by code with their names, as they were at most a moment ago: a sheet asks for them with every cell.
     */
    Map<String, String> remembered() {
        Remembered last = remembered;
        if (last == null || last.at() + FRESH_NANOS - System.nanoTime() < 0) {
            last = new Remembered(names(), System.nanoTime());
            remembered = last;
        }
        return last.names();
    }

    private Map<String, String> names() {
        @SuppressWarnings("unchecked")
        List<Tuple> found = getEntityManager()
                .createNativeQuery("select code, name from signing_events order by code desc limit :most", Tuple.class)
                .setParameter("most", MOST_CHOICES)
                .getResultList();
        Map<String, String> names = new LinkedHashMap<>();
        found.forEach(row -> names.put(row.get("code", String.class), row.get("name", String.class)));
        return names;
    }

    /** Names of some events. */
    public Map<String, String> namesOf(Set<String> codes) {
        if (codes.isEmpty()) {
            return Map.of();
        }
        @SuppressWarnings("unchecked")
        List<Tuple> found = getEntityManager()
                .createNativeQuery("select code, name from signing_events where code in (:codes)", Tuple.class)
                .setParameter("codes", codes)
                .getResultList();
        return found.stream()
                .collect(Collectors.toMap(row -> row.get("code", String.class), row -> row.get("name", String.class)));
    }
}
