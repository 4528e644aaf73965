package org.zhaoshang.projects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.search.Conditions;

/**
 * Counts by the very conditions of the list, so that a figure is what its link lists. For the rows of one unit or one
 * expert; figures over the city come from the call's counts.
 */
@ApplicationScoped
public class ProjectTally {
    private final EntityManager database;
    private final ProjectList list;

    ProjectTally(EntityManager database, ProjectList list) {
        this.database = database;
        this.list = list;
    }

    /**
     * What a list holds.
     *
     * @param open findings that bar submission, over all its projects
     * @param onlyId the one project, where there is just one
     */
    public record Tally(
            long count,
            long open,
            @Nullable UUID onlyId,
            @Nullable String onlyName) {}

    /**
     * @param states comma is "or"
     * @param callYear null for all years
     * @param hasFindings null for either
     * @param appraised null for either
     */
    public Tally of(
            RowScope scope,
            String states,
            @Nullable Integer callYear,
            @Nullable Boolean hasFindings,
            @Nullable Boolean appraised) {
        ProjectFilter filter = new ProjectFilter();
        filter.state = states;
        filter.callYear = callYear == null ? null : callYear.toString();
        filter.hasFindings = hasFindings == null ? null : hasFindings.toString();
        filter.appraised = appraised == null ? null : appraised.toString();
        Conditions conditions = list.conditions(filter, scope);
        Tuple row = (Tuple) conditions
                .bind(database.createNativeQuery("""
                        select count(*) count, coalesce(sum(p.blocking + p.explaining), 0) open,
                            cast(min(cast(p.id as text)) as uuid) id, min(p.name) name
                        from projects p where %s""".formatted(conditions.where()), Tuple.class))
                .getSingleResult();
        long count = row.get("count", Long.class);
        boolean only = count == 1;
        return new Tally(
                count,
                row.get("open", Number.class).longValue(),
                only ? row.get("id", UUID.class) : null,
                only ? row.get("name", String.class) : null);
    }
}
