package org.zhaoshang.projects;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Appraisals by the projects they cover; whoever asks has made sure that the project may be seen. */
@ApplicationScoped
class Appraisals implements PanacheRepositoryBase<Appraisal, UUID> {
    /** Newest first. */
    List<Appraisal> of(UUID project) {
        return list(
                "select a from Appraisal a join a.projectIds p where p = ?1 order by a.heldOn desc, a.id desc",
                project);
    }

    /** The newest of those that were on record before the moment. */
    Optional<Appraisal> before(UUID project, Instant moment) {
        return of(project).stream()
                .filter(appraisal -> appraisal.createdAt().isBefore(moment))
                .findFirst();
    }

    /** What the rules ask of the appraisals of each of these projects. */
    Map<UUID, List<HeldAppraisal>> heldFor(Set<UUID> projects) {
        if (projects.isEmpty()) {
            return Map.of();
        }
        return getEntityManager()
                .createQuery("""
                        select p as project, a.heldOn as heldOn, a.body as body, a.conclusion as conclusion
                        from Appraisal a join a.projectIds p where p in (:projects) order by a.heldOn, a.id
                        """, Tuple.class)
                .setParameter("projects", projects)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> row.get("project", UUID.class),
                        Collectors.mapping(
                                row -> new HeldAppraisal(
                                        row.get("heldOn", LocalDate.class),
                                        row.get("body", String.class),
                                        row.get("conclusion", Appraisal.Conclusion.class)),
                                Collectors.toList())));
    }
}
