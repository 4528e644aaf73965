package org.zhaoshang.projects;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.search.Conditions;
import org.zhaoshang.shared.steps.ReturnNotice;

/** The versions of projects and when each stood, written by the transaction that makes them. */
@ApplicationScoped
class ProjectVersions {
    private static final String COPIED = """
            code, state, name, call_year, unit_code, location_code, industry_code, total_investment_yuan,
            fixed_investment_yuan, land_area_mu, investor, in_guide, search_text, blocking, explaining, appraised, late,
            publicly_listed, example, submissions, submitted_at, accepted_at, published_at, review_started_at,
            review_started_by, returned, exit_reason, signed_project, created_at, created_by, updated_at, updated_by""";

    private final EntityManager database;
    private final ObjectMapper json;

    ProjectVersions(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * Keeps the projects as they now are in the database; once for each version. A clock that was set back in between gives
     * a new version its place after the one before all the same.
     */
    void keep(List<Project> projects, Instant at) {
        database.createNativeQuery("""
                with lot as (select * from unnest(cast(:ids as uuid[]), cast(:versions as bigint[])) as lot (id, version)),
                before as (
                    update project_versions kept set valid_to = greatest(kept.valid_from, :at) from lot
                    where kept.id = lot.id and kept.valid_to = 'infinity' and kept.version < lot.version
                    returning kept.id, kept.valid_to)
                insert into project_versions (id, version, valid_from, %1$s)
                select id, p.version, greatest(:at, before.valid_to), %1$s
                from projects p join lot using (id) left join before using (id)
                on conflict (id, version) do nothing
                """.formatted(COPIED))
                .setParameter("ids", projects.stream().map(Project::id).toArray(UUID[]::new))
                .setParameter(
                        "versions", projects.stream().map(Project::version).toArray(Long[]::new))
                .setParameter("at", at)
                .executeUpdate();
    }

    /** The projects are deleted: from now on they do not stand at all. */
    void end(List<Project> projects, Instant at) {
        database.createNativeQuery("""
                update project_versions set valid_to = greatest(valid_from, :at)
                where id = any(cast(:ids as uuid[])) and valid_to = 'infinity'""")
                .setParameter("ids", projects.stream().map(Project::id).toArray(UUID[]::new))
                .setParameter("at", at)
                .executeUpdate();
    }

    /** The version that stood then, if the scope sees that one. */
    Optional<Tuple> find(UUID id, Conditions asOf, RowScope scope) {
        Conditions conditions = asOf.and("p.id = :id", Map.of("id", id))
                .and(scope.where(Projects.COLUMNS), ProjectList.scopeParameters(scope));
        var query = conditions.bind(database.createNativeQuery(
                "select p.id, p.version, p.valid_from, cast(p.returned as text) notice, %s from project_versions p where %s"
                        .formatted(COPIED.replace("returned, ", ""), conditions.where()),
                Tuple.class));
        @SuppressWarnings("unchecked")
        List<Tuple> found = query.getResultList();
        return found.stream().findFirst();
    }

    @Nullable
    ReturnNotice notice(Tuple version) {
        String text = version.get("notice", String.class);
        try {
            return text == null ? null : json.readValue(text, ReturnNotice.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("unreadable notice", broken);
        }
    }
}
