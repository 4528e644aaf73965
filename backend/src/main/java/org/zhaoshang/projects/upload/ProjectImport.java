package org.zhaoshang.projects.upload;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.zhaoshang.bulk.ImportBatch;
import org.zhaoshang.bulk.ImportKind;
import org.zhaoshang.bulk.Verdict;
import org.zhaoshang.projects.Project;
import org.zhaoshang.projects.Projects;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.Permission;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.sheet.CodeNames;

/** Projects as a kind of upload. */
@ApplicationScoped
class ProjectImport implements ImportKind {
    private final Projects projects;
    private final StatelessSession session;
    private final ProjectCodeNames codes;
    private final ProjectImportParts parts;

    ProjectImport(Projects projects, StatelessSession session, ProjectCodeNames codes, ProjectImportParts parts) {
        this.projects = projects;
        this.session = session;
        this.codes = codes;
        this.parts = parts;
    }

    @Override
    public String name() {
        return "projects";
    }

    @Override
    public Form form() {
        return ProjectSheet.FORM;
    }

    @Override
    public CodeNames codes() {
        return codes;
    }

    @Override
    public boolean isFor(Caller caller) {
        return caller.may(Permission.PROJECTS_WRITE);
    }

    @Override
    public ImportBatch begin(Caller caller, String reason) {
        return new ProjectImportBatch(parts, caller, reason);
    }

    @Override
    public List<Verdict> moved(Caller caller, List<Verdict> planned) {
        String unit = Objects.requireNonNull(caller.unitCode());
        List<Verdict> created = planned.stream()
                .filter(verdict -> verdict.status() == Verdict.Status.CREATED)
                .toList();
        Set<String> keys =
                created.stream().map(Verdict::key).flatMap(Stream::ofNullable).collect(Collectors.toSet());
        Set<String> externalIds = created.stream()
                .map(Verdict::externalId)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toSet());
        Set<String> codes =
                planned.stream().map(Verdict::code).flatMap(Stream::ofNullable).collect(Collectors.toSet());
        Map<UUID, Project> byId = new HashMap<>();
        Set<String> taken = new java.util.HashSet<>();
        projects.matching(session, unit, ProjectKeyOfName.matchKeys(codes, externalIds, keys), false)
                .forEach(project -> {
                    byId.put(project.id(), project);
                    taken.add(ProjectKeyOfName.of(project.fields()));
                    if (project.fields().externalId() != null) {
                        taken.add(ProjectKeyOfName.ofExternalId(project.fields().externalId()));
                    }
                });
        return planned.stream()
                .filter(verdict -> {
                    if (verdict.record() == null) {
                        return verdict.externalId() != null
                                        && taken.contains(ProjectKeyOfName.ofExternalId(verdict.externalId()))
                                || verdict.externalId() == null
                                        && verdict.key() != null
                                        && taken.contains(verdict.key());
                    }
                    Project now = byId.get(verdict.record());
                    return now == null || !Objects.equals(now.version(), verdict.seenVersion());
                })
                .toList();
    }
}
