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
import org.zhaoshang.audit.Versions;
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
    private final Versions versions;
    private final ObjectMapper json;

    ProjectVersions(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.versions = new Versions(database, "projects", "project_versions", COPIED);
        this.json = json;
    }

    void keep(List<Project> projects, Instant at) {
        versions.keep(
                projects.stream()
                        .map(project -> new Versions.Kept(project.id(), project.version()))
                        .toList(),
                at);
    }

    /** The projects are deleted. */
    void end(List<Project> projects, Instant at) {
        versions.end(projects.stream().map(Project::id).toList(), at);
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
