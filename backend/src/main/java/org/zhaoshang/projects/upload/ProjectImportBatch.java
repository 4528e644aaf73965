package org.zhaoshang.projects.upload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhaoshang.bulk.ImportBatch;
import org.zhaoshang.bulk.JustificationText;
import org.zhaoshang.bulk.SeenRows;
import org.zhaoshang.bulk.Verdict;
import org.zhaoshang.bulk.Verdict.Status;
import org.zhaoshang.calls.Call;
import org.zhaoshang.projects.Action;
import org.zhaoshang.projects.HeldAppraisal;
import org.zhaoshang.projects.Project;
import org.zhaoshang.projects.ProjectFields;
import org.zhaoshang.projects.ProjectFindings;
import org.zhaoshang.projects.UploadedAppraisals;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.rules.Severity;
import org.zhaoshang.shared.sheet.Incoming;

/** One upload of projects at work. Every part is looked up, judged and stored with a fixed number of statements. */
final class ProjectImportBatch implements ImportBatch {
    private final ProjectImportParts parts;
    private final Caller caller;
    private final String unit;
    private final String reason;
    private final Instant now;
    private final SeenRows seen = new SeenRows();
    private final Map<String, Optional<BigDecimal>> medians = new HashMap<>();
    private final Map<HeldAppraisal, UploadedAppraisals.Recorded> recorded = new HashMap<>();
    private final Map<Integer, Optional<Call>> calls = new HashMap<>();
    /** Drafts that came or went, by year of the call. */
    private final TreeMap<Integer, Integer> drafts = new TreeMap<>();

    ProjectImportBatch(ProjectImportParts parts, Caller caller, String reason) {
        this.parts = parts;
        this.caller = caller;
        this.unit = Objects.requireNonNull(caller.unitCode(), "uploads are made for a unit");
        this.reason = reason;
        this.now = parts.clock().now();
    }

    @Override
    public List<Verdict> take(List<Incoming.Row> rows, boolean store) {
        List<UploadedRow> taken = rows.stream().map(this::read).toList();
        RowMatches matches = RowMatches.of(taken, parts, unit, store);
        Map<UUID, List<HeldAppraisal>> held = parts.appraisals().heldFor(matches.ids());
        taken.forEach(row -> plan(row, matches, held));
        judge(taken);
        if (store) {
            store(taken);
        }
        return taken.stream().map(row -> verdict(row, store)).toList();
    }

    private UploadedRow read(Incoming.Row row) {
        JsonNode named = row.values().path("unitCode");
        if (named.isTextual()) {
            row.values().put("unitCode", parts.units().codeOf(named.textValue()));
        }
        UploadedRow taken = new UploadedRow(ProjectSheet.read(row, parts.form()));
        ProjectSheet.Said said = taken.said;
        taken.errors.addAll(said.refused());
        taken.call = call(said).orElse(null);
        JsonNode code = said.values().path("unitCode");
        if (code.isTextual() && !code.textValue().equals(unit)) {
            taken.errors.add(Finding.of("SCOPE", "/unitCode", Map.of("unit", named.textValue())));
        }
        said.values().put("unitCode", unit);
        if (said.appraisal() != null) {
            try {
                taken.appraisal = parts.appraisals().read(said.appraisal());
            } catch (Problem refused) {
                refused.findings()
                        .forEach(finding -> taken.errors.add(Finding.of(
                                finding.rule(),
                                "/appraisal"
                                        + Character.toUpperCase(
                                                finding.pointer().charAt(1))
                                        + finding.pointer().substring(2),
                                finding.params())));
            }
        }
        return taken;
    }

    /** The call a row names; the open one, else the latest, where it names none. */
    private Optional<Call> call(ProjectSheet.Said said) {
        JsonNode year = said.values().path("callYear");
        return calls.computeIfAbsent(
                year.isNumber() ? year.asInt() : 0,
                asked -> asked == 0
                        ? parts.calls().current(parts.clock())
                        : parts.calls().byYear(asked));
    }

    // ── What becomes of it ──

    private void plan(UploadedRow row, RowMatches matches, Map<UUID, List<HeldAppraisal>> held) {
        if (row.call == null) {
            String year = row.said.values().path("callYear").asText();
            row.errors.add(Finding.of(
                    "CODE", "/callYear", Map.of("label", ProjectSheet.FORM.label("/callYear"), "value", year)));
            return;
        }
        ProjectSheet.withPrinciples(row.said, row.call).ifPresent(row.errors::add);
        row.stored = matches.of(row);
        if (!row.errors.isEmpty()) {
            return;
        }
        try {
            if (row.stored == null) {
                create(row);
            } else {
                revise(row, held);
            }
        } catch (Problem refused) {
            row.errors.addAll(refused.findings());
        }
        if (row.errors.isEmpty()) {
            matches.requireOnce(row, seen);
        }
    }

    /** The words as the export writes them. */
    private static boolean saysNothingNew(UploadedRow row, Project stored) {
        return row.said.words() == null
                || row.said
                        .words()
                        .equals(JustificationText.read(
                                JustificationText.write(stored.fields().justifications())));
    }

    private void create(UploadedRow row) {
        row.fields = parts.form().create(row.reading(), row.call().year(), unit);
        row.appraisalIsNew = row.appraisal != null;
    }

    private void revise(UploadedRow row, Map<UUID, List<HeldAppraisal>> held) {
        Project stored = Objects.requireNonNull(row.stored);
        row.seenVersion = stored.version();
        row.before = parts.form().document(stored.fields());
        row.said.values().remove("unitCode");
        if (row.said.values().path("callYear").isNull()) {
            row.said.values().remove("callYear"); // empty means the running call, which the record was found in
        }
        ProjectFields merged = parts.form().merge(stored.fields(), row.reading(), null);
        row.appraisalIsNew = row.appraisal != null
                && !held.getOrDefault(stored.id(), List.of()).contains(row.appraisal);
        row.fields = merged;
        row.unchanged = !row.appraisalIsNew && merged.equals(stored.fields()) && saysNothingNew(row, stored);
        if (row.unchanged) {
            return;
        }
        if (!Action.EDIT.startsFrom(stored.state())) {
            Text problem = new Text(
                    "项目目前为“" + stored.state().label().zh() + "”，不能修改",
                    "The project is " + stored.state().label().en() + ": it can not be changed now");
            row.errors.add(Finding.of("STATE", "", Map.of("problem", problem)));
            return;
        }
        // Once more with what a return left open: only now is it known that something changes.
        parts.form().merge(stored.fields(), row.reading(), stored.editablePointers());
    }

    // ── What the rules say ──

    private void judge(List<UploadedRow> taken) {
        List<UploadedRow> live =
                taken.stream().filter(row -> row.errors.isEmpty()).toList();
        if (live.isEmpty()) {
            return;
        }
        List<List<Finding>> findings = findings(live);
        List<UploadedRow> again = new ArrayList<>();
        for (int at = 0; at < live.size(); at++) {
            UploadedRow row = live.get(at);
            row.findings = findings.get(at);
            if (row.said.words() != null) {
                explain(row);
                again.add(row);
            }
        }
        if (!again.isEmpty()) {
            List<List<Finding>> explained = findings(again);
            for (int at = 0; at < again.size(); at++) {
                again.get(at).findings = explained.get(at);
            }
        }
    }

    /** Words that name no rule answer those that ask, which are known only now. */
    private void explain(UploadedRow row) {
        JustificationText words = Objects.requireNonNull(row.said.words());
        List<String> asking = row.findings.stream()
                .filter(finding -> finding.severity() == Severity.EXPLAIN)
                .map(Finding::rule)
                .distinct()
                .toList();
        ObjectNode values = parts.form().document(row.fields());
        values.set("justifications", words.answering(asking));
        row.fields = parts.form().fields(values);
        if (row.stored != null) {
            row.unchanged = !row.appraisalIsNew && row.fields.equals(row.stored.fields());
        }
    }

    private List<List<Finding>> findings(List<UploadedRow> rows) {
        return parts.findings()
                .of(
                        rows.stream()
                                .map(row -> new ProjectFindings.Judged(
                                        row.fields(),
                                        row.stored == null ? null : row.stored.id(),
                                        Stream.ofNullable(row.newAppraisal()).toList(),
                                        row.sameNameRow == null ? null : "第 " + row.sameNameRow + " 行"))
                                .toList(),
                        medians);
    }

    // ── Storing ──

    private void store(List<UploadedRow> taken) {
        List<UploadedRow> created =
                taken.stream().filter(row -> row.status() == Status.CREATED).toList();
        created.stream().collect(Collectors.groupingBy(UploadedRow::call)).forEach((call, rows) -> {
            List<String> codes = parts.callUnits().reserveCodes(call, unit, rows.size());
            for (int at = 0; at < rows.size(); at++) {
                UploadedRow row = rows.get(at);
                row.project = new Project(codes.get(at), row.fields(), false, caller, now);
                row.project.judged(row.findings);
            }
            drafts.merge(call.year(), rows.size(), Integer::sum);
        });
        List<UploadedRow> updated =
                taken.stream().filter(row -> row.status() == Status.UPDATED).toList();
        List<ObjectNode> documents = new ArrayList<>(updated.size());
        updated.forEach(row -> {
            row.project = Objects.requireNonNull(row.stored);
            documents.add(parts.journal().documentOf(row.project));
            row.project.revise(row.fields(), caller, now);
            row.project.judged(row.findings);
        });
        Stream.concat(created.stream(), updated.stream())
                .filter(row -> row.newAppraisal() != null)
                .forEach(row -> row.recorded = recorded.computeIfAbsent(
                        Objects.requireNonNull(row.newAppraisal()),
                        held -> parts.appraisals().record(caller, unit, held, reason, now)));
        if (!created.isEmpty()) {
            parts.journal().createdAll(caller, projects(created), besides(created), reason);
        }
        if (!updated.isEmpty()) {
            parts.journal().revisedAll(caller, projects(updated), documents, besides(updated), "update", reason);
        }
        Map<UUID, UUID> covered = new HashMap<>();
        Stream.concat(created.stream(), updated.stream())
                .filter(row -> row.recorded != null)
                .forEach(row -> covered.put(
                        Objects.requireNonNull(row.project).id(),
                        Objects.requireNonNull(row.recorded).id()));
        if (!covered.isEmpty()) {
            parts.appraisals().cover(covered);
        }
        created.forEach(row -> seen.add(Objects.requireNonNull(row.project).id(), row.said.row()));
    }

    private static List<Project> projects(List<UploadedRow> rows) {
        return rows.stream().map(row -> Objects.requireNonNull(row.project)).toList();
    }

    private static List<JsonNode> besides(List<UploadedRow> rows) {
        return rows.stream().map(UploadedRow::beside).toList();
    }

    private Verdict verdict(UploadedRow row, boolean stored) {
        if (!row.errors.isEmpty()) {
            return Verdict.rejected(
                    row.said.row(),
                    row.stored == null ? null : row.stored.id(),
                    row.stored == null ? row.said.code() : row.stored.code(),
                    row.said.externalId(),
                    row.errors);
        }
        Project project = row.project != null ? row.project : row.stored;
        boolean left = stored && row.project != null;
        return new Verdict(
                row.said.row(),
                row.status(),
                project == null ? null : project.id(),
                row.seenVersion,
                left ? Long.valueOf(Objects.requireNonNull(project).version()) : null,
                project == null ? null : project.code(),
                row.fields().externalId(),
                row.stored == null ? ProjectKeyOfName.of(row.fields()) : null,
                List.of(),
                row.findings,
                row.changes(parts.form()));
    }

    @Override
    public List<Verdict> undo(List<Verdict> done) {
        UndoProjects.Undone undone = new UndoProjects(parts, caller, unit, reason, medians).undo(done, now);
        undone.deleted().forEach((year, count) -> drafts.merge(year, -count, Integer::sum));
        return undone.verdicts();
    }

    @Override
    public void finish() {
        drafts.forEach((year, count) -> {
            if (count != 0) {
                parts.journal().counted(year, unit, count);
            }
        });
    }
}
