package org.zhaoshang.dispatch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.audit.Change;
import org.zhaoshang.audit.Subject;
import org.zhaoshang.audit.Trail;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.signing.SignedProjects;

/** Writes many rows of a report at once: each is stored, or says why it is not. A fixed number of statements. */
@ApplicationScoped
class WriteEntries {
    private static final Text ENTRIES = new Text("项目（entries）", "entries");
    private static final Text LIST = new Text("应为 1 到 1000 项的列表", "must be a list of 1 to 1000 entries");
    private static final Text UNSEEN =
            new Text("请先读取该行并附上 version，或附上 If-Match", "Send the row's version, or If-Match with the report's");
    private static final Text MOVED =
            new Text("该行已被他人修改，请核对后重新填写", "The row was changed meanwhile: look at it and fill it in again");
    private static final Text TWICE = new Text("同一项目出现了两次", "The project stands there twice");
    static final Text CLOSED = new Text("只能修改退回的内容", "Only what was sent back can be changed");

    private final Entries entries;
    private final SignedProjects projects;
    private final EntryFindings findings;
    private final MonthlyReportSteps steps;
    private final Trail trail;
    private final ObjectMapper json;
    private final CityClock clock;
    private final CurrentLanguage language;
    private final EntryReader reader;

    WriteEntries(
            Entries entries,
            SignedProjects projects,
            EntryFindings findings,
            MonthlyReportSteps steps,
            Trail trail,
            ObjectMapper json,
            CityClock clock,
            CurrentLanguage language) {
        this.entries = entries;
        this.projects = projects;
        this.findings = findings;
        this.steps = steps;
        this.trail = trail;
        this.json = json;
        this.clock = clock;
        this.language = language;
        this.reader = new EntryReader(json);
    }

    @Schema(name = "MonthlyEntryOutcome")
    enum Status {
        SAVED,
        UNCHANGED,
        REJECTED
    }

    /** What became of one row. */
    @Schema(name = "MonthlyEntryResult")
    record Result(
            @Schema(required = true, description = "Its place in the request, from 0")
            int row,

            @Schema(required = true) Status status,

            @Schema(required = true, description = "Why it was not stored; pointers are within the row")
            List<Finding.View> errors,

            @Nullable @Schema(description = "The row as it stands; absent where no project of the unit is named")
            EntryView entry) {}

    /** Rows as they would be after a save, and what can not be. */
    private record Planned(List<Entry> wanted, Map<Integer, Entry> byRow, Map<Integer, List<Finding>> refused) {}

    /**
     * @param report held by this transaction
     * @param rows fields of rows, each with its project and the version that its writer saw
     * @param seen whether the writer has seen the whole report as it is, so that single versions may be left out
     */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Result> save(
            Caller who, MonthlyReport report, @Nullable JsonNode rows, boolean seen, @Nullable String reason) {
        if (!seen && !isVersioned(rows)) {
            throw Problem.of(428, UNSEEN);
        }
        List<EntryReader.Row> sent = read(rows);
        Map<UUID, Entry> present = new LinkedHashMap<>();
        Planned planned = plan(report, sent, present);
        List<Entry> changed = planned.wanted().stream()
                .filter(entry -> {
                    Entry was = present.get(entry.project().id());
                    return was == null || !was.fields().equals(entry.fields());
                })
                .toList();
        Map<UUID, Long> versions = Map.of();
        if (!changed.isEmpty()) {
            versions = store(who, report, changed, present, "update", reason);
        }
        return results(report, sent.size(), planned, versions);
    }

    /**
     * Stores rows of a held report, with the trail.
     *
     * @param present the same rows as they were
     * @return the new versions
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Map<UUID, Long> store(
            Caller who,
            MonthlyReport report,
            List<Entry> changed,
            Map<UUID, Entry> present,
            String action,
            @Nullable String reason) {
        Instant at = clock.now();
        Map<UUID, Long> versions = entries.store(report, changed, who, at);
        steps.noted(who, report, "enter", reason, () -> report.begin(who, at));
        noted(who, report, changed, present, versions, action, reason);
        return versions;
    }

    /** All rows of the report as they would be with these on them; nothing is stored. */
    List<Entry> tried(MonthlyReport report, @Nullable JsonNode rows) {
        Map<UUID, Entry> all = new LinkedHashMap<>();
        entries.of(report).forEach(entry -> all.put(entry.project().id(), entry));
        if (rows != null && !rows.isEmpty()) {
            Planned planned = plan(report, read(rows), new LinkedHashMap<>());
            List<Finding> refused = new ArrayList<>();
            planned.refused()
                    .forEach((row, found) -> found.forEach(finding -> refused.add(
                            Finding.of(finding.rule(), "/entries/" + row + finding.pointer(), finding.params()))));
            if (!refused.isEmpty()) {
                throw Problem.badRequest(refused);
            }
            planned.wanted().forEach(entry -> all.put(entry.project().id(), entry));
        }
        return List.copyOf(all.values());
    }

    /** Whether each row says as what its writer saw it. */
    private static boolean isVersioned(@Nullable JsonNode rows) {
        return rows != null
                && rows.isArray()
                && !rows.isEmpty()
                && rows.valueStream().allMatch(row -> row.hasNonNull("version"));
    }

    private List<EntryReader.Row> read(@Nullable JsonNode rows) {
        if (rows == null || !rows.isArray() || rows.isEmpty() || rows.size() > EntryReader.MOST) {
            throw Problem.badRequest(Finding.of("FORMAT", "/entries", Map.of("label", ENTRIES, "problem", LIST)));
        }
        return rows.valueStream().map(reader::read).toList();
    }

    private Planned plan(MonthlyReport report, List<EntryReader.Row> sent, Map<UUID, Entry> present) {
        Map<String, UUID> named = projects.byName(
                report.unitCode(),
                sent.stream()
                        .map(EntryReader.Row::project)
                        .filter(name -> !name.isEmpty() && name.indexOf('\0') < 0)
                        .collect(Collectors.toSet()));
        entries.of(report, new HashSet<>(named.values()))
                .forEach(entry -> present.put(entry.project().id(), entry));
        Map<Integer, List<Finding>> refused = new LinkedHashMap<>();
        Map<Integer, Entry> byRow = new LinkedHashMap<>();
        List<Entry> wanted = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        for (int at = 0; at < sent.size(); at++) {
            EntryReader.Row row = sent.get(at);
            List<Finding> problems = new ArrayList<>(row.refused());
            Entry entry = named.containsKey(row.project()) ? present.get(named.get(row.project())) : null;
            if (entry == null && !row.project().isEmpty()) {
                problems.add(Finding.of(
                        "CODE",
                        "/signedProject",
                        Map.of(
                                "label", EntryRules.FORM.field("signedProject").label(),
                                "value", row.project())));
            }
            if (entry != null) {
                byRow.put(at, entry);
                if (!seen.add(entry.project().id())) {
                    problems.add(Finding.of("STATE", "", Map.of("problem", TWICE)));
                }
                if (row.version() != null && row.version() != entry.version()) {
                    problems.add(Finding.of("STATE", "", Map.of("problem", MOVED)));
                }
                if (problems.isEmpty()) {
                    Entry merged = entry.with(reader.merge(entry.fields(), row.values()));
                    problems.addAll(closed(report, entry, merged));
                    if (problems.isEmpty()) {
                        wanted.add(merged);
                        byRow.put(at, merged);
                    }
                }
            }
            if (!problems.isEmpty()) {
                refused.put(at, List.copyOf(problems));
            }
        }
        return new Planned(wanted, byRow, refused);
    }

    /** Of a report that was sent back in places, what lies outside of them. */
    List<Finding> closed(MonthlyReport report, Entry present, Entry wanted) {
        Optional<List<String>> open = EntryRules.open(report.reopened(), present.code());
        if (open.isEmpty()) {
            return List.of();
        }
        ObjectNode before = json.valueToTree(present.fields());
        ObjectNode after = json.valueToTree(wanted.fields());
        return after.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !name.equals("justifications"))
                .filter(name -> !after.path(name).equals(before.path(name)))
                .filter(name -> !open.get().contains(name))
                .map(name -> Finding.of("STATE", "/" + name, Map.of("problem", CLOSED)))
                .toList();
    }

    private void noted(
            Caller who,
            MonthlyReport report,
            List<Entry> changed,
            Map<UUID, Entry> present,
            Map<UUID, Long> versions,
            String action,
            @Nullable String reason) {
        trail.changes(
                who,
                action,
                reason,
                changed.stream()
                        .map(entry -> {
                            Entry was = present.get(entry.project().id());
                            JsonNode before = was == null ? NullNode.getInstance() : json.valueToTree(was.fields());
                            JsonNode after = json.valueToTree(entry.fields());
                            return new Trail.Changed(
                                    new Subject(
                                            "monthly-entry", report.month() + "/" + entry.code(), report.unitCode()),
                                    versions.getOrDefault(entry.project().id(), 0L),
                                    Change.between(before, after),
                                    after);
                        })
                        .toList());
    }

    private List<Result> results(MonthlyReport report, int rows, Planned planned, Map<UUID, Long> versions) {
        List<Result> results = new ArrayList<>();
        for (int at = 0; at < rows; at++) {
            List<Finding> refused = planned.refused().getOrDefault(at, List.of());
            Entry entry = planned.byRow().get(at);
            Long version = entry == null ? null : versions.get(entry.project().id());
            Entry stored = entry == null || version == null || !refused.isEmpty() ? entry : entry.stored(version);
            Status status = !refused.isEmpty() ? Status.REJECTED : version == null ? Status.UNCHANGED : Status.SAVED;
            results.add(new Result(
                    at,
                    status,
                    refused.stream().map(finding -> finding.in(language.get())).toList(),
                    stored == null ? null : EntryView.of(report, stored, findings.of(report, stored), language.get())));
        }
        return results;
    }
}
