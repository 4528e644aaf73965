package org.zhaoshang.projects;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.calls.Call;
import org.zhaoshang.calls.CallUnits;
import org.zhaoshang.calls.Calls;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.fields.Reading;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.time.CityClock;

/** The unit writes its fields: a draft is made or what is open in a project changes, whoever brings the input. */
@ApplicationScoped
class WriteProject {
    private final Projects projects;
    private final ProjectForm form;
    private final ProjectFindings findings;
    private final ProjectJournal journal;
    private final Permits permits;
    private final Calls calls;
    private final CallUnits callUnits;
    private final CityClock clock;

    WriteProject(
            Projects projects,
            ProjectForm form,
            ProjectFindings findings,
            ProjectJournal journal,
            Permits permits,
            Calls calls,
            CallUnits callUnits,
            CityClock clock) {
        this.projects = projects;
        this.form = form;
        this.findings = findings;
        this.journal = journal;
        this.permits = permits;
        this.calls = calls;
        this.callUnits = callUnits;
        this.clock = clock;
    }

    /** A new project and what was found in it. */
    record Draft(Project project, List<Finding> findings) {}

    /**
     * @param example 示例: shown as such wherever the project is shown
     * @throws Problem 400 for what can not be stored, 403 for another unit, 409 for a key that is taken
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Draft draft(Caller who, @Nullable JsonNode body, boolean example, @Nullable String reason) {
        Reading reading = form.read(body);
        String unit = ownUnit(who, reading, who.unitCode() == null ? "" : who.unitCode());
        ProjectFields fields = form.create(reading, callOf(reading).year(), unit);
        refuseTakenKey(fields, null);
        Call call = calls.byYear(fields.callYear()).orElseThrow();
        List<Finding> found = findings.of(fields, null);
        // From here on the unit's others wait: all that needs no code has been done.
        Project project = new Project(callUnits.enrol(call, unit), fields, example, who, clock.now());
        project.judged(found);
        journal.created(who, project, reason);
        return new Draft(project, found);
    }

    /**
     * A merge patch (RFC 7396); one that changes nothing leaves no trace.
     *
     * @throws Problem 400 for what can not be stored, 403 for another unit, 409 for what is not open or a key that is taken
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void revise(Caller who, Project project, @Nullable JsonNode patch, @Nullable String reason) {
        Reading reading = form.read(patch);
        ownUnit(who, reading, project.unitCode());
        permits.require(Action.EDIT, project, who);
        ProjectFields merged = form.merge(project.fields(), reading, project.editablePointers());
        if (!merged.equals(project.fields())) {
            refuseTakenKey(merged, project.id());
            journal.changed(who, project, "update", reason, () -> project.revise(merged, who, clock.now()));
        }
    }

    /** The call the input names; the open one, else the latest, where it names none. */
    Call callOf(Reading reading) {
        JsonNode year = reading.values().path("callYear");
        return (year.isNumber() ? calls.byYear(year.asInt()) : calls.current(clock))
                .orElseThrow(() -> Problem.badRequest(Finding.of(
                        "CODE",
                        "/callYear",
                        Map.of("label", ProjectForm.FORM.label("/callYear"), "value", year.asText()))));
    }

    private static String ownUnit(Caller who, Reading reading, String otherwise) {
        String unit = reading.values().path("unitCode").asText(otherwise);
        if (!who.belongsTo(unit)) {
            throw Problem.foreignUnit(unit);
        }
        return unit;
    }

    private void refuseTakenKey(ProjectFields fields, @Nullable UUID except) {
        if (projects.externalIdTaken(fields, except)) {
            Text taken = new Text("本单位已有相同编号的项目", "your unit has a project with this key");
            throw Problem.conflict(
                    taken,
                    List.of(Finding.of(
                            "FORMAT",
                            "/externalId",
                            Map.of("label", ProjectForm.FORM.label("/externalId"), "problem", taken))));
        }
    }
}
