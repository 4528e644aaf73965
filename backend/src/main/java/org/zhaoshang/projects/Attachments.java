package org.zhaoshang.projects;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.zhaoshang.shared.files.FileOwner;

/** The files of projects; whoever asks has made sure that the project may be seen. */
@ApplicationScoped
class Attachments implements PanacheRepositoryBase<Attachment, UUID>, FileOwner {
    /** In the order of uploading. */
    List<Attachment> of(UUID project) {
        return list("projectId", Sort.by("createdAt").and("id"), project);
    }

    /** An id counts only together with its project: the scope was asked about that one. */
    Optional<Attachment> of(UUID project, UUID id) {
        return find(
                        "id = :id and projectId = :project",
                        Parameters.with("id", id).and("project", project))
                .firstResultOptional();
    }

    @Override
    public Set<String> known(Collection<String> hashes) {
        return new HashSet<>(getEntityManager()
                .createQuery("select a.sha256 from Attachment a where a.sha256 in (:hashes)", String.class)
                .setParameter("hashes", hashes)
                .getResultList());
    }
}
