package org.zhaoshang.projects.upload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.audit.Change;
import org.zhaoshang.bulk.Verdict;
import org.zhaoshang.bulk.Verdict.Status;
import org.zhaoshang.projects.Project;
import org.zhaoshang.projects.ProjectFields;
import org.zhaoshang.projects.ProjectFindings;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/** Takes back what an import did: new drafts go, changed ones get their fields back, as long as nobody touched them since. */
final class UndoProjects {
    private static final Text MOVED_ON = new Text("导入之后又有人修改过，没有撤销", "changed since the import: not undone");
    private static final Text REPORTED = new Text("导入之后已报送，没有撤销", "submitted since the import: not undone");

    private final ProjectImportParts parts;
    private final Caller caller;
    private final String unit;
    private final String reason;
    private final Map<String, Optional<BigDecimal>> medians;

    private final List<Verdict> verdicts = new ArrayList<>();
    private final List<Project> deleted = new ArrayList<>();
    private final List<Project> restored = new ArrayList<>();
    private final List<ObjectNode> before = new ArrayList<>();
    private final Map<UUID, UUID> uncovered = new HashMap<>();

    UndoProjects(
            ProjectImportParts parts,
            Caller caller,
            String unit,
            String reason,
            Map<String, Optional<BigDecimal>> medians) {
        this.parts = parts;
        this.caller = caller;
        this.unit = unit;
        this.reason = reason;
        this.medians = medians;
    }

    /** @param deleted how many drafts went, by year of the call */
    record Undone(List<Verdict> verdicts, Map<Integer, Integer> deleted) {}

    Undone undo(List<Verdict> done, Instant now) {
        Set<String> codes =
                done.stream().map(Verdict::code).flatMap(Stream::ofNullable).collect(Collectors.toSet());
        Map<UUID, Project> present = parts
                .projects()
                .matching(parts.session(), unit, ProjectKeyOfName.matchKeys(codes, Set.of(), Set.of()), true)
                .stream()
                .collect(Collectors.toMap(Project::id, project -> project));
        done.forEach(made -> undo(made, present.get(Objects.requireNonNull(made.record())), now));
        Map<Integer, Integer> gone =
                deleted.stream().collect(Collectors.groupingBy(Project::callYear, Collectors.summingInt(project -> 1)));
        write();
        return new Undone(verdicts, gone);
    }

    private void undo(Verdict made, @Nullable Project project, Instant now) {
        if (project == null || !Objects.equals(made.leftVersion(), project.version())) {
            refuse(made, MOVED_ON);
            return;
        }
        if (made.status() == Status.CREATED && !project.mayBeDeleted()) {
            refuse(made, REPORTED);
            return;
        }
        coveredBy(made).ifPresent(appraisal -> uncovered.put(project.id(), appraisal));
        if (made.status() == Status.CREATED) {
            deleted.add(project);
        } else {
            before.add(parts.journal().documentOf(project));
            project.revise(asBefore(project, made.changes()), caller, now);
            restored.add(project);
        }
        List<Change> back = made.changes().stream()
                .map(change -> new Change(change.pointer(), change.to(), change.from()))
                .toList();
        verdicts.add(new Verdict(
                made.row(),
                Status.UPDATED,
                made.record(),
                made.leftVersion(),
                null,
                made.code(),
                made.externalId(),
                null,
                List.of(),
                List.of(),
                back));
    }

    private void refuse(Verdict made, Text why) {
        verdicts.add(Verdict.rejected(
                made.row(),
                made.record(),
                made.code(),
                made.externalId(),
                List.of(Finding.of("STATE", "", Map.of("problem", why)))));
    }

    private void write() {
        if (!deleted.isEmpty()) {
            parts.journal().deletedAll(caller, deleted, reason);
        }
        parts.appraisals().uncover(uncovered);
        if (!restored.isEmpty()) {
            rejudge();
            List<JsonNode> nothing = restored.stream()
                    .map(project -> (JsonNode) NullNode.getInstance())
                    .toList();
            parts.journal().revisedAll(caller, restored, before, nothing, "revert", reason);
        }
    }

    private void rejudge() {
        List<ProjectFindings.Judged> judged = restored.stream()
                .map(project -> new ProjectFindings.Judged(project.fields(), project.id(), List.of(), null))
                .toList();
        List<List<Finding>> findings = parts.findings().of(judged, medians);
        for (int at = 0; at < restored.size(); at++) {
            restored.get(at).judged(findings.get(at));
        }
    }

    private ProjectFields asBefore(Project project, List<Change> changes) {
        ObjectNode values = parts.form().document(project.fields());
        changes.stream()
                .filter(change -> !change.pointer().equals("/appraisals"))
                .forEach(change -> values.set(change.pointer().substring(1), change.from()));
        return parts.form().fields(values);
    }

    private static Optional<UUID> coveredBy(Verdict made) {
        return made.changes().stream()
                .filter(change -> change.pointer().equals("/appraisals"))
                .map(change -> UUID.fromString(change.to().path("id").asText()))
                .findFirst();
    }
}
