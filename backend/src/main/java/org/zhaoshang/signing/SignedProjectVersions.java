package org.zhaoshang.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.zhaoshang.audit.Versions;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.search.Conditions;

/** The versions of signed projects and when each stood. */
@ApplicationScoped
class SignedProjectVersions {
    static final String TABLE = "signed_project_versions";

    private static final String COPIED = """
            code, name, unit_code, location_code, event_code, signed_on, investor, origin, industry_code, stage, stage_on,
            current_kind, current_amount_yuan, current_outside_yuan, current_investor, exclusion, search_text, blocking,
            explaining, exit_reason, merged_into, example, created_at, created_by, updated_at, updated_by""";

    private final EntityManager database;
    private final Versions versions;

    SignedProjectVersions(EntityManager database) {
        this.database = database;
        this.versions = new Versions(database, "signed_projects", TABLE, COPIED);
    }

    void keep(List<SignedProject> projects, Instant at) {
        versions.keep(
                projects.stream()
                        .map(project -> new Versions.Kept(project.id(), project.version()))
                        .toList(),
                at);
    }

    void end(List<SignedProject> projects, Instant at) {
        versions.end(projects.stream().map(SignedProject::id).toList(), at);
    }

    /** The version that stood then, if the scope sees that one. */
    Optional<Tuple> find(UUID id, Conditions asOf, RowScope scope) {
        Conditions conditions = asOf.and("p.id = :id", Map.of("id", id))
                .and(scope.where(SignedProjects.COLUMNS), SignedProjectList.scopeParameters(scope));
        @SuppressWarnings("unchecked")
        List<Tuple> found = conditions
                .bind(database.createNativeQuery(
                        "select p.id, p.version, p.valid_from, %s from %s p where %s"
                                .formatted(COPIED, TABLE, conditions.where()),
                        Tuple.class))
                .getResultList();
        return found.stream().findFirst();
    }
}
