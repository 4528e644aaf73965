package org.zhaoshang.projects.upload;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.bulk.ImportBatch;
import org.zhaoshang.bulk.ImportKind;
import org.zhaoshang.bulk.Verdict;
import org.zhaoshang.projects.Project;
import org.zhaoshang.projects.Projects;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.Permission;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.sheet.CodeNames;
import org.zhaoshang.shared.sheet.Template;

/** Projects as a kind of upload. */
@ApplicationScoped
class ProjectImport implements ImportKind {
    private final Projects projects;
    private final ProjectRows rows;
    private final StatelessSession session;
    private final ProjectCodeNames codes;
    private final ProjectImportParts parts;

    ProjectImport(
            Projects projects,
            ProjectRows rows,
            StatelessSession session,
            ProjectCodeNames codes,
            ProjectImportParts parts) {
        this.projects = projects;
        this.rows = rows;
        this.session = session;
        this.codes = codes;
        this.parts = parts;
    }

    @Override
    public String name() {
        return "projects";
    }

    @Override
    public Template template() {
        return ProjectSheet.template(codes);
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

    /** Of the call that is running: what is closed is not there to be corrected. */
    @Override
    public List<UUID> current(Caller caller) {
        String unit = Objects.requireNonNull(caller.unitCode());
        return parts.calls()
                .current(parts.clock())
                .map(call -> projects.liveOf(unit, call.year()))
                .orElse(List.of());
    }

    @Override
    public Map<UUID, ObjectNode> rows(Collection<UUID> records, RowScope scope) {
        return rows.rows(records, scope);
    }

    @Override
    public ObjectNode asSheet(ObjectNode said, @Nullable ObjectNode stored) {
        return rows.ofJson(said, stored);
    }

    @Override
    public Finding atColumn(Finding finding) {
        return ProjectSheet.atColumn(finding);
    }
}
