package org.zhaoshang.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.zhaoshang.projects.Projects;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.duplicates.DuplicateRules;
import org.zhaoshang.shared.duplicates.DuplicateRules.Compared;
import org.zhaoshang.shared.duplicates.DuplicateRules.Offices;
import org.zhaoshang.shared.duplicates.Judgement;

/**
 * The pairs of signed projects that look like one (V19), found in the transaction that writes either. What has ended is nobody's
 * duplicate. A signed project has neither telephone nor address, so there is no level 4.
 */
@ApplicationScoped
class SigningDuplicates {
    /** A pair d that waits for a verdict. */
    static final String OPEN = "d.level <= 2 and (d.verdict is null or d.judged_level > d.level)";

    /** So many pairs of a project are kept, the surest first. */
    private static final int MOST_OF_A_PROJECT = 20;

    private static final Offices NONE = new Offices(Set.of(), Set.of());

    private final EntityManager database;
    private final AlikeSignedProjects alike;

    SigningDuplicates(EntityManager database, AlikeSignedProjects alike) {
        this.database = database;
        this.alike = alike;
    }

    /** Two projects in the order in which the table has them. */
    record Pair(UUID project, UUID other) {
        static Pair of(UUID one, UUID other) {
            return one.toString().compareTo(other.toString()) < 0 ? new Pair(one, other) : new Pair(other, one);
        }
    }

    private record Found(int level, boolean sameUnit) {}

    /**
     * Looks again for what resembles the projects that were just written, with three statements for any number.
     *
     * @return the pairs that wait for a verdict from now on and did not before
     */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Pair> look(List<SignedProject> written) {
        Map<Pair, Found> found = found(
                written.stream().filter(project -> !project.stage().isExit()).toList());
        Set<Pair> open = forget(written.stream().map(SignedProject::id).toList());
        return found.isEmpty()
                ? List.of()
                : keep(found).stream().filter(pair -> !open.contains(pair)).toList();
    }

    private Map<Pair, Found> found(List<SignedProject> written) {
        Map<UUID, List<Tuple>> others = alike.of(written);
        Map<Pair, Found> found =
                new TreeMap<>(Comparator.comparing((Pair pair) -> pair.project().toString())
                        .thenComparing(pair -> pair.other().toString())); // two writers never wait for each other
        for (SignedProject project : written) {
            Compared one = AlikeSignedProjects.compared(project);
            others.getOrDefault(project.id(), List.of()).stream()
                    .map(row -> Map.entry(row, DuplicateRules.compare(one, AlikeSignedProjects.compared(row), NONE)))
                    .filter(pair -> pair.getValue().isPresent())
                    .sorted(Comparator.comparing(
                            pair -> pair.getValue().orElseThrow().level()))
                    .limit(MOST_OF_A_PROJECT)
                    .forEach(pair -> found.put(
                            Pair.of(project.id(), pair.getKey().get("id", UUID.class)),
                            new Found(
                                    pair.getValue().orElseThrow().level(),
                                    pair.getKey().get("unit_code", String.class).equals(project.unitCode()))));
        }
        return found;
    }

    /** Pairs without a verdict go; the open ones among them are answered. */
    private Set<Pair> forget(Collection<UUID> written) {
        @SuppressWarnings("unchecked")
        List<Tuple> gone = database.createNativeQuery("""
                delete from signing_duplicates d
                where d.verdict is null and (d.project_id = any(cast(:ids as uuid[])) or d.other_id = any(cast(:ids as uuid[])))
                returning d.project_id, d.other_id, d.level
                """, Tuple.class)
                .setParameter("ids", written.toArray(UUID[]::new))
                .getResultList();
        Set<Pair> open = new HashSet<>();
        gone.stream()
                .filter(row -> row.get("level", Short.class) <= DuplicateRules.LAST_BARRING_LEVEL)
                .forEach(row -> open.add(pair(row)));
        return open;
    }

    private List<Pair> keep(Map<Pair, Found> found) {
        @SuppressWarnings("unchecked")
        List<Tuple> kept = database.createNativeQuery("""
                insert into signing_duplicates as d (project_id, other_id, level, same_unit)
                select * from unnest(cast(:projects as uuid[]), cast(:others as uuid[]), cast(:levels as smallint[]),
                    cast(:units as boolean[]))
                on conflict (project_id, other_id) do update set level = excluded.level where d.level <> excluded.level
                returning d.project_id, d.other_id, %s open
                """.formatted(OPEN), Tuple.class)
                .setParameter(
                        "projects", found.keySet().stream().map(Pair::project).toArray(UUID[]::new))
                .setParameter("others", found.keySet().stream().map(Pair::other).toArray(UUID[]::new))
                .setParameter(
                        "levels",
                        found.values().stream()
                                .map(pair -> (short) pair.level())
                                .toArray(Short[]::new))
                .setParameter(
                        "units", found.values().stream().map(Found::sameUnit).toArray(Boolean[]::new))
                .getResultList();
        return kept.stream()
                .filter(row -> row.get("open", Boolean.class))
                .map(SigningDuplicates::pair)
                .toList();
    }

    private static Pair pair(Tuple row) {
        return new Pair(row.get("project_id", UUID.class), row.get("other_id", UUID.class));
    }

    /** The surest first, as far as the scope sees the other one. */
    List<SigningDuplicate> of(SignedProject project, RowScope scope) {
        if (project.stage().isExit()) {
            return List.of();
        }
        var query = database.createNativeQuery(
                        """
                        select %s, p.code, p.name, p.stage, p.current_investor, d.verdict, d.reason, d.decided_by, d.decided_at,
                            d.judged_id, d.judged_level as level
                        from (select other_id, verdict, reason, decided_by, decided_at, judged_id, judged_level
                                from signing_duplicates where project_id = :id
                            union all select project_id, verdict, reason, decided_by, decided_at, judged_id, judged_level
                                from signing_duplicates where other_id = :id) d
                            join signed_projects p on p.id = d.other_id
                        where p.stage not in ('TERMINATED', 'MERGED') and (%s)
                        """.formatted(AlikeSignedProjects.COMPARED, scope.where(SignedProjects.COLUMNS)), Tuple.class)
                .setParameter("id", project.id());
        Projects.bind(query, scope);
        @SuppressWarnings("unchecked")
        List<Tuple> rows = query.getResultList();
        Compared one = AlikeSignedProjects.compared(project);
        return rows.stream()
                .flatMap(
                        row -> DuplicateRules.compare(one, AlikeSignedProjects.compared(row), NONE)
                                .map(match -> duplicate(row, match))
                                .stream())
                .sorted(SigningDuplicate.SUREST_FIRST)
                .toList();
    }

    Optional<SigningDuplicate> between(SignedProject project, UUID other, RowScope scope) {
        return of(project, scope).stream()
                .filter(found -> found.id().equals(other))
                .findFirst();
    }

    /** The pair's one verdict; a later one takes its place. */
    void judge(UUID other, Judgement judgement) {
        Pair pair = Pair.of(judgement.judged(), other);
        database.createNativeQuery("""
                update signing_duplicates set verdict = :verdict, reason = :reason, decided_by = :by, decided_at = :at,
                    judged_id = :judged, judged_level = :level
                where project_id = :project and other_id = :other
                """)
                .setParameter("project", pair.project())
                .setParameter("other", pair.other())
                .setParameter("verdict", judgement.verdict().name())
                .setParameter("reason", judgement.reason())
                .setParameter("by", judgement.by())
                .setParameter("at", judgement.at())
                .setParameter("judged", judgement.judged())
                .setParameter("level", judgement.level())
                .executeUpdate();
    }

    private static SigningDuplicate duplicate(Tuple row, DuplicateRules.Match match) {
        return new SigningDuplicate(
                row.get("id", UUID.class),
                row.get("code", String.class),
                row.get("name", String.class),
                row.get("unit_code", String.class),
                Stage.valueOf(row.get("stage", String.class)),
                row.get("current_investor", String.class),
                row.get("current_amount_yuan", BigDecimal.class),
                match,
                Judgement.of(row));
    }
}
