package org.zhaoshang.projects.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zhaoshang.bulk.ListFile;
import org.zhaoshang.projects.HeldAppraisal;
import org.zhaoshang.projects.ProjectFields;
import org.zhaoshang.projects.ProjectState;
import org.zhaoshang.projects.Projects;
import org.zhaoshang.projects.UploadedAppraisals;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.time.CityClock;

/** Projects as lines of an export, with as many queries for five hundred as for one. */
@ApplicationScoped
class ProjectLines implements ListFile.Lines<ProjectLine> {
    private final Projects projects;
    private final UploadedAppraisals appraisals;
    private final EntityManager database;

    ProjectLines(Projects projects, UploadedAppraisals appraisals, EntityManager database) {
        this.projects = projects;
        this.appraisals = appraisals;
        this.database = database;
    }

    @Override
    public Map<UUID, ProjectLine> read(Set<UUID> ids, RowScope scope) {
        Set<UUID> seen = projects.idsSeen(ids, scope);
        Map<UUID, List<HeldAppraisal>> held = appraisals.heldFor(seen);
        List<Tuple> found =
                database.createQuery("""
                select p.id as id, p.code as code, p.version as version, p.state as state, p.fields as fields,
                    p.late as late, p.publiclyListed as listed, p.blocking as blocking, p.explaining as explaining,
                    p.appraised as appraised, p.submittedAt as submitted, p.acceptedAt as accepted,
                    p.publishedAt as published, p.updatedAt as updated, p.updatedBy as updatedBy, p.example as example
                from Project p where p.id in (:ids)
                """, Tuple.class).setParameter("ids", seen).getResultList();
        return found.stream()
                .map(row -> line(row, held.getOrDefault(row.get("id", UUID.class), List.of())))
                .collect(Collectors.toMap(ProjectLine::id, line -> line));
    }

    private static ProjectLine line(Tuple row, List<HeldAppraisal> held) {
        return new ProjectLine(
                row.get("id", UUID.class),
                row.get("code", String.class),
                row.get("version", Long.class),
                row.get("state", ProjectState.class),
                row.get("fields", ProjectFields.class),
                row.get("late", Boolean.class),
                row.get("listed", Boolean.class),
                row.get("blocking", Integer.class),
                row.get("explaining", Integer.class),
                row.get("appraised", Boolean.class),
                held.isEmpty() ? null : held.getLast(),
                CityClock.localOrNull(row.get("submitted", Instant.class)),
                CityClock.localOrNull(row.get("accepted", Instant.class)),
                CityClock.localOrNull(row.get("published", Instant.class)),
                CityClock.local(Objects.requireNonNull(row.get("updated", Instant.class))),
                row.get("updatedBy", String.class),
                row.get("example", Boolean.class));
    }
}
