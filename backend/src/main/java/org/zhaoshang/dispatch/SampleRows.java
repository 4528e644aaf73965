package org.zhaoshang.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.seed.DataFile;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.signing.Permit;
import org.zhaoshang.signing.PermitStatus;
import org.zhaoshang.signing.SignedProject;
import org.zhaoshang.signing.SignedProjectFields;
import org.zhaoshang.signing.Stage;
import org.zhaoshang.signing.StageEvidence.StartKind;

/** Fills in the rows of the demonstration's reports as a clerk would who knows how the projects of the unit stand. */
@ApplicationScoped
class SampleRows {
    /** A start that is overdue by so long is not talked about any more: the project stands still. */
    private static final int OVERDUE_DAYS = 90;
    /** A stage was reached some days before it is reported. */
    private static final int DAYS_BEFORE = 3;

    private final Entries entries;
    private final WriteEntries write;
    private final CityClock clock;
    private final Map<Stage, List<SampleWork>> work = SampleWork.byStage();
    private final List<Reached> reached = DataFile.rows("demonstration-reported-stages.csv").stream()
            .map(row ->
                    new Reached(row.getField("month"), row.getField("project"), Stage.valueOf(row.getField("stage"))))
            .toList();

    SampleRows(Entries entries, WriteEntries write, CityClock clock) {
        this.entries = entries;
        this.write = write;
        this.clock = clock;
    }

    /** A stage that the report of a month tells of first. */
    private record Reached(String month, String project, Stage stage) {}

    /** @param whole whether all rows are done, or the clerk has got as far as the middle */
    void fill(Caller who, MonthlyReport report, SampleMonth month, boolean whole) {
        List<Entry> rows = entries.of(report);
        List<Entry> changed = new ArrayList<>();
        for (Entry row : whole ? rows : rows.subList(0, (rows.size() + 1) / 2)) {
            Entry filled = filled(row, month);
            if (!filled.fields().equals(row.fields())) {
                changed.add(filled);
            }
        }
        if (!changed.isEmpty()) {
            Map<UUID, Entry> present =
                    rows.stream().collect(Collectors.toMap(row -> row.project().id(), Function.identity()));
            write.store(who, report, changed, new LinkedHashMap<>(present), "update", null);
        }
    }

    private Entry filled(Entry row, SampleMonth month) {
        SignedProject project = row.project();
        Stage next = reached.stream()
                .filter(one -> month.isNamed(one.month())
                        && one.project().equals(project.fields().name()))
                .map(Reached::stage)
                .filter(stage -> !project.stage().hasReached(stage))
                .findFirst()
                .orElse(null);
        SampleWork said = said(row, month, next);
        return said == null ? row : row.with(fields(row, said, next));
    }

    /** Null where there is nothing to say. */
    private @Nullable SampleWork said(Entry row, SampleMonth month, @Nullable Stage next) {
        Stage stage = next == null ? row.fields().stage() : next;
        List<SampleWork> turns = work.getOrDefault(stage, List.of());
        if (turns.isEmpty()) {
            return null;
        }
        int turn = Math.floorMod(
                month.month().getMonthValue() + row.project().fields().name().hashCode(), turns.size());
        SampleWork said = turns.get(turn);
        boolean silent = said.isNothing() || isOverdue(row.project(), stage);
        // A stage that moved is news, and news owes its words.
        return !silent
                ? said
                : next == null && !row.isChanged()
                        ? null
                        : turns.stream()
                                .filter(one -> !one.isNothing())
                                .findFirst()
                                .orElse(null);
    }

    private boolean isOverdue(SignedProject project, Stage stage) {
        LocalDate planned = project.fields().plannedStartOn();
        return !stage.hasReached(Stage.STARTED)
                && planned != null
                && planned.isBefore(clock.today().minusDays(OVERDUE_DAYS));
    }

    private EntryFields fields(Entry row, SampleWork said, @Nullable Stage next) {
        EntryFields was = row.fields();
        Stage stage = next == null ? was.stage() : next;
        return new EntryFields(
                stage,
                next == null ? was.stageOn() : day(row.project().fields()),
                stage == Stage.STARTED && row.before().stage() != stage ? StartKind.CONSTRUCTION : was.startKind(),
                said.completed(row.project()),
                said.progress(),
                said.problemKinds(),
                said.problems(),
                said.coordination(),
                said.nextPlan(),
                stage == Stage.PERMITTING ? onward(was.permits()) : was.permits(),
                was.justifications());
    }

    private LocalDate day(SignedProjectFields project) {
        LocalDate day = clock.today().minusDays(DAYS_BEFORE);
        LocalDate before = Objects.requireNonNullElse(project.stageOn(), day);
        LocalDate signed = Objects.requireNonNullElse(project.signedOn(), day);
        LocalDate least = before.isAfter(signed) ? before : signed;
        return day.isBefore(least) ? least : day;
    }

    /** One permit further; the last one is still under way when the building begins. */
    private static Map<Permit, PermitStatus> onward(Map<Permit, PermitStatus> was) {
        Map<Permit, PermitStatus> now = new TreeMap<>();
        boolean moved = false;
        for (Permit permit : Permit.values()) {
            PermitStatus status = was.getOrDefault(permit, PermitStatus.NOT_STARTED);
            boolean next = !moved && status != PermitStatus.DONE;
            moved |= next;
            now.put(
                    permit,
                    !next ? status : permit == Permit.CONSTRUCTION ? PermitStatus.IN_PROGRESS : PermitStatus.DONE);
        }
        return now;
    }
}
