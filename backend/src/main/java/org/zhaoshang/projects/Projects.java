package org.zhaoshang.projects;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.search.Keys;

/** The queries of the reserve library. Every read of a row on behalf of someone goes through a {@link RowScope}. */
@ApplicationScoped
public class Projects implements PanacheRepositoryBase<Project, UUID> {
    /** How this table answers the row scope. */
    public static final RowScope.Columns COLUMNS = new RowScope.Columns(
            "p.unit_code",
            "p.submissions > 0 and p.state <> 'DRAFT'",
            "exists (select 1 from project_invitations i where i.project_id = p.id and i.account_id = :scopeAccount)");

    /**
     * The project if the scope sees it.
     *
     * @throws Problem 404 for what is absent and for what is not the caller's to see alike
     */
    public Project seen(UUID id, RowScope scope) {
        return findSeen(id, scope).orElseThrow(Problem::notFound);
    }

    Optional<Project> findSeen(UUID id, RowScope scope) {
        return seen(Set.of(id), scope).stream().findFirst();
    }

    List<Project> seen(Set<UUID> ids, RowScope scope) {
        var query = getEntityManager()
                .createNativeQuery(
                        "select p.* from projects p where p.id in (:ids) and " + scope.where(COLUMNS), Project.class)
                .setParameter("ids", ids);
        bind(query, scope);
        @SuppressWarnings("unchecked")
        List<Project> found = query.getResultList();
        return found;
    }

    /** A unit's projects of one call that are neither withdrawn nor archived, by code. */
    public List<UUID> liveOf(String unitCode, int callYear) {
        @SuppressWarnings("unchecked")
        List<UUID> ids = getEntityManager()
                .createNativeQuery("""
                        select id from projects where unit_code = :unit and call_year = :year
                            and state not in ('WITHDRAWN', 'ARCHIVED') order by code
                        """, UUID.class)
                .setParameter("unit", unitCode)
                .setParameter("year", callYear)
                .getResultList();
        return ids;
    }

    /** Those of a unit's projects that have one of the codes. */
    public List<Project> ofUnit(String unitCode, Set<String> codes) {
        return list("code in ?1 and fields.unitCode = ?2", codes, unitCode);
    }

    /** When the project first stood in each state that it has been in. */
    public Map<ProjectState, Instant> firstReached(UUID id) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = getEntityManager()
                .createNativeQuery(
                        "select state, min(valid_from) at from project_versions where id = :id group by state",
                        Tuple.class)
                .setParameter("id", id)
                .getResultList();
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> ProjectState.valueOf(row.get("state", String.class)),
                        row -> row.get("at", Instant.class)));
    }

    /** Those of the ids that the scope sees. */
    public Set<UUID> idsSeen(Set<UUID> ids, RowScope scope) {
        var query = getEntityManager()
                .createNativeQuery(
                        "select p.id from projects p where p.id in (:ids) and " + scope.where(COLUMNS), UUID.class)
                .setParameter("ids", ids);
        bind(query, scope);
        @SuppressWarnings("unchecked")
        List<UUID> seen = query.getResultList();
        return Set.copyOf(seen);
    }

    /**
     * The projects, held until the transaction ends so that no submission slips in between what is asked of them and what
     * is written; always in the same order, so that two holders never wait for each other.
     *
     * @throws Problem 404 when the scope does not see all of them
     */
    List<Project> held(Set<UUID> ids, RowScope scope) {
        var query = getEntityManager()
                .createNativeQuery(
                        "select p.* from projects p where p.id in (:ids) and " + scope.where(COLUMNS)
                                + " order by p.id for update",
                        Project.class)
                .setParameter("ids", ids);
        bind(query, scope);
        @SuppressWarnings("unchecked")
        List<Project> found = query.getResultList();
        if (found.size() < ids.size()) {
            throw Problem.notFound();
        }
        return found;
    }

    public static void bind(jakarta.persistence.Query query, RowScope scope) {
        if (scope.breadth() == RowScope.Breadth.OWN_UNIT) {
            query.setParameter("scopeUnit", scope.unitCode());
        } else if (scope.breadth() == RowScope.Breadth.INVITED) {
            query.setParameter("scopeAccount", scope.accountId());
        }
    }

    /** Where a name must be unique: among the live projects of a unit's call. */
    record Named(String unitCode, int callYear, String key) {
        static Named of(ProjectFields fields) {
            return new Named(fields.unitCode(), fields.callYear(), Keys.key(fields.name()));
        }
    }

    record Namesake(UUID id, String code) {}

    /** The live projects of these names. Each name is one index look-up: the fence keeps the planner from other ways. */
    Map<Named, List<Namesake>> namesakes(Set<Named> names) {
        @SuppressWarnings("unchecked")
        List<Tuple> found = getEntityManager()
                .createNativeQuery("""
                        select p.id, p.code, p.unit_code, p.call_year, p.name_key
                        from unnest(cast(:keys as text[])) key
                            cross join lateral (select * from projects where name_key = key offset 0) p
                        where p.state not in ('WITHDRAWN', 'ARCHIVED') order by p.code
                        """, Tuple.class)
                .setParameter("keys", names.stream().map(Named::key).distinct().toArray(String[]::new))
                .getResultList();
        return found.stream()
                .collect(Collectors.groupingBy(
                        row -> new Named(
                                row.get("unit_code", String.class),
                                row.get("call_year", Integer.class),
                                row.get("name_key", String.class)),
                        Collectors.mapping(
                                row -> new Namesake(row.get("id", UUID.class), row.get("code", String.class)),
                                Collectors.toList())));
    }

    /**
     * What a unit's uploaded rows may stand for: by code, by the unit's own key, by name in a call. Held until the
     * transaction ends when they are to be written; read apart from the entity manager, since there are many. Each key is
     * one index look-up, whatever the planner believes of a table that grows a hundredfold in this very transaction.
     */
    public List<Project> matching(StatelessSession session, String unitCode, MatchKeys keys, boolean hold) {
        return session.createNativeQuery("""
                        with found as (
                            select p.id from unnest(cast(:codes as text[])) key
                                cross join lateral (select * from projects where code = key offset 0) p
                            where p.unit_code = :unit
                            union select p.id from unnest(cast(:externalIds as text[])) key
                                cross join lateral (
                                    select * from projects where unit_code = :unit and external_id = key offset 0) p
                            union select p.id from unnest(cast(:names as text[])) key
                                cross join lateral (select * from projects where name_key = key offset 0) p
                            where p.unit_code = :unit and p.call_year = any(cast(:years as integer[]))
                                and p.state not in ('WITHDRAWN', 'ARCHIVED'))
                        select p.* from projects p where p.id = any(array(select id from found)) order by p.id %s
                        """.formatted(hold ? "for update" : ""), Project.class)
                .setParameter("unit", unitCode)
                .setParameter("codes", keys.codes().toArray(String[]::new))
                .setParameter("externalIds", keys.externalIds().toArray(String[]::new))
                .setParameter("names", keys.names().toArray(String[]::new))
                .setParameter("years", keys.years().toArray(Integer[]::new))
                .getResultList();
    }

    /** @param names normalised by {@link ProjectKeys#key} */
    public record MatchKeys(Set<String> codes, Set<String> externalIds, Set<String> names, Set<Integer> years) {}

    boolean externalIdTaken(ProjectFields fields, @Nullable UUID except) {
        return fields.externalId() != null
                && count(
                                "fields.unitCode = :unit and fields.externalId = :key and (:except is null or id <> :except)",
                                Parameters.with("unit", fields.unitCode())
                                        .and("key", fields.externalId())
                                        .and("except", except))
                        > 0;
    }

    /** The middle total investment of what is in the library for that industry; null while there are under five. */
    @Nullable
    BigDecimal medianInvestment(@Nullable String industryCode) {
        if (industryCode == null) {
            return null;
        }
        return (BigDecimal) getEntityManager()
                .createNativeQuery("""
                select case when count(*) >= 5
                    then cast(percentile_cont(0.5) within group (order by total_investment_yuan) as numeric(17, 2)) end
                from (select total_investment_yuan from projects
                    where industry_code = :industry and total_investment_yuan is not null
                        and state in ('ACCEPTED', 'PUBLISHED', 'NEGOTIATING', 'SIGNED')
                    order by accepted_at desc limit 500) recent
                """, BigDecimal.class)
                .setParameter("industry", industryCode)
                .getSingleResult();
    }

    long attachments(UUID project) {
        return (Long) getEntityManager()
                .createNativeQuery("select count(*) from attachments where project_id = :project", Long.class)
                .setParameter("project", project)
                .getSingleResult();
    }
}
