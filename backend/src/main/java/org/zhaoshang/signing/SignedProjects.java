package org.zhaoshang.signing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.projects.Projects;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.units.Units;

/** The queries on signed projects. Every read of a row on behalf of someone goes through a {@link RowScope}. */
@ApplicationScoped
public class SignedProjects implements PanacheRepositoryBase<SignedProject, UUID> {
    /** How this table answers the row scope: leaders read what is complete. */
    public static final RowScope.Columns COLUMNS = new RowScope.Columns("p.unit_code", "p.blocking = 0", "false");

    /** Rows a message to the database. */
    private static final int BATCH = 200;

    private final StatelessSession many;
    private final Units units;

    SignedProjects(StatelessSession many, Units units) {
        this.many = many;
        this.units = units;
    }

    /**
     * The project if the scope sees it.
     *
     * @throws Problem 404 for what is absent and for what is not the caller's to see alike
     */
    public SignedProject seen(UUID id, RowScope scope) {
        return read(Set.of(id), scope, "").stream().findFirst().orElseThrow(Problem::notFound);
    }

    /** Those of them that the scope sees. */
    public List<SignedProject> seenOf(Set<UUID> ids, RowScope scope) {
        return ids.isEmpty() ? List.of() : read(ids, scope, "");
    }

    /**
     * The projects, held until the transaction ends; always in the same order, so that two holders never wait for each other.
     *
     * @throws Problem 404 when the scope does not see all of them
     */
    public List<SignedProject> held(Set<UUID> ids, RowScope scope) {
        List<SignedProject> found = read(ids, scope, " order by p.id for update");
        if (found.size() < ids.size()) {
            throw Problem.notFound();
        }
        return found;
    }

    private List<SignedProject> read(Set<UUID> ids, RowScope scope, String end) {
        var query = getEntityManager()
                .createNativeQuery(
                        "select p.* from signed_projects p where p.id in (:ids) and " + scope.where(COLUMNS) + end,
                        SignedProject.class)
                .setParameter("ids", ids);
        Projects.bind(query, scope);
        @SuppressWarnings("unchecked")
        List<SignedProject> found = query.getResultList();
        return found;
    }

    /** Numbers rise over all units and have gaps: nobody waits for another's transaction to draw one. */
    List<String> nextCodes(String unitCode, int count) {
        List<Long> numbers = getEntityManager()
                .createNativeQuery("select nextval('signing_codes') from generate_series(1, :count)", Long.class)
                .setParameter("count", count)
                .getResultList();
        return numbers.stream()
                .map(number -> "%s-SGN-%s-%04d".formatted(units.prefix(), unitCode, number))
                .toList();
    }

    boolean externalIdTaken(SignedProjectFields fields, @Nullable UUID except) {
        return fields.externalId() != null
                && !getEntityManager()
                        .createNativeQuery("""
                        select 1 from signed_projects
                        where unit_code = :unit and external_id = :key and id is distinct from cast(:except as uuid)
                        """)
                        .setParameter("unit", fields.unitCode())
                        .setParameter("key", fields.externalId())
                        .setParameter("except", except)
                        .getResultList()
                        .isEmpty();
    }

    /** A unit's signed projects by the code or the unit's own key that a row names them by. */
    public Map<String, UUID> byName(String unitCode, Set<String> names) {
        if (names.isEmpty()) {
            return Map.of();
        }
        @SuppressWarnings("unchecked")
        List<Tuple> found = getEntityManager()
                .createNativeQuery("""
                        select code name, id from signed_projects where unit_code = :unit and code in (:names)
                        union all select external_id, id from signed_projects
                        where unit_code = :unit and external_id in (:names)
                        """, Tuple.class)
                .setParameter("unit", unitCode)
                .setParameter("names", names)
                .getResultList();
        return found.stream()
                .collect(Collectors.toMap(
                        row -> row.get("name", String.class), row -> row.get("id", UUID.class), (code, key) -> code));
    }

    record Namesake(UUID id, String code) {}

    /** The unit's projects of these names that have not ended, by the name's key. */
    Map<String, List<Namesake>> namesakes(String unitCode, Set<String> keys) {
        @SuppressWarnings("unchecked")
        List<Tuple> found = getEntityManager()
                .createNativeQuery("""
                        select id, code, name_key from signed_projects
                        where unit_code = :unit and name_key in (:keys) and stage not in ('TERMINATED', 'MERGED')
                        order by code
                        """, Tuple.class)
                .setParameter("unit", unitCode)
                .setParameter("keys", keys)
                .getResultList();
        return found.stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("name_key", String.class),
                        Collectors.mapping(
                                row -> new Namesake(row.get("id", UUID.class), row.get("code", String.class)),
                                Collectors.toList())));
    }

    /** What a unit tracks: all that has not ended, by code. */
    public List<UUID> tracked(String unitCode) {
        return getEntityManager()
                .createNativeQuery("""
                        select id from signed_projects
                        where unit_code = :unit and stage not in ('TERMINATED', 'MERGED') order by code
                        """, UUID.class)
                .setParameter("unit", unitCode)
                .getResultList();
    }

    /**
     * What a unit's uploaded rows may stand for: by code, by the unit's own key, by name. Read apart from the entity manager,
     * since there are many; each key is one index look-up, whatever the planner believes of a table that grows in this very
     * transaction.
     *
     * @param hold until the transaction ends, for rows that are to be written
     */
    List<SignedProject> matching(
            String unitCode, Set<String> codes, Set<String> externalIds, Set<String> names, boolean hold) {
        return many.createNativeQuery("""
                        with found as (
                            select p.id from unnest(cast(:codes as text[])) key
                                cross join lateral (select * from signed_projects where code = key offset 0) p
                            where p.unit_code = :unit
                            union select p.id from unnest(cast(:externalIds as text[])) key
                                cross join lateral (select * from signed_projects
                                    where unit_code = :unit and external_id = key offset 0) p
                            union select p.id from unnest(cast(:names as text[])) key
                                cross join lateral (select * from signed_projects where name_key = key offset 0) p
                            where p.unit_code = :unit and p.stage not in ('TERMINATED', 'MERGED'))
                        select p.* from signed_projects p where p.id = any(array(select id from found)) order by p.id %s
                        """.formatted(hold ? "for update" : ""), SignedProject.class)
                .setParameter("unit", unitCode)
                .setParameter("codes", codes.toArray(String[]::new))
                .setParameter("externalIds", externalIds.toArray(String[]::new))
                .setParameter("names", names.toArray(String[]::new))
                .getResultList();
    }

    void insertAll(List<SignedProject> lot) {
        many.setJdbcBatchSize(BATCH);
        many.insertMultiple(lot);
    }

    void updateAll(List<SignedProject> lot) {
        many.setJdbcBatchSize(BATCH);
        many.updateMultiple(lot);
    }

    void deleteAll(List<SignedProject> lot) {
        many.setJdbcBatchSize(BATCH);
        many.deleteMultiple(lot);
    }

    long files(UUID project) {
        return (Long) getEntityManager()
                .createNativeQuery("select count(*) from signing_files where signed_project_id = :id", Long.class)
                .setParameter("id", project)
                .getSingleResult();
    }
}
