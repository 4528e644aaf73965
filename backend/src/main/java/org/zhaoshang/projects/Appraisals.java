package org.zhaoshang.projects;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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
}
