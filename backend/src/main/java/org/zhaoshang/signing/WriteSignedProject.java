package org.zhaoshang.signing;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.fields.Reading;
import org.zhaoshang.shared.fields.RecordForm;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.steps.Reasons;
import org.zhaoshang.shared.time.CityClock;

/** The unit writes its fields: a signed project is made or its fields change, whoever brings the input. */
@ApplicationScoped
class WriteSignedProject {
    private static final Text REASON_OWED = new Text("请写明原因", "Say why");

    private final SignedProjects projects;
    private final Agreements agreements;
    private final SignedProjectForm forms;
    private final RecordForm<SignedProjectFields> form;
    private final SignedProjectJournal journal;
    private final ReserveLink reserve;
    private final CityClock clock;

    WriteSignedProject(
            SignedProjects projects,
            Agreements agreements,
            SignedProjectForm form,
            SignedProjectJournal journal,
            ReserveLink reserve,
            CityClock clock) {
        this.projects = projects;
        this.agreements = agreements;
        this.forms = form;
        this.form = form.records();
        this.journal = journal;
        this.reserve = reserve;
        this.clock = clock;
    }

    /**
     * @param example 示例: shown as such wherever it is shown
     * @throws Problem 400 for what can not be stored, 403 for another unit, 409 for a key that is taken, 422 for an exit
     *     without a reason
     */
    @Transactional(Transactional.TxType.MANDATORY)
    SignedProject create(Caller who, @Nullable JsonNode body, boolean example, @Nullable String reason) {
        Reading reading = form.read(body);
        String unit = ownUnit(who, reading, who.unitCode() == null ? "" : who.unitCode());
        SignedProjectFields fields = form.create(reading, unit);
        String words = Reasons.optional(reason);
        require(fields, null, fields.stage().isExit() ? Stage.NEGOTIATING : fields.stage(), words);
        SignedProject project =
                new SignedProject(projects.nextCodes(unit, 1).getFirst(), fields, example, who, clock.now());
        if (fields.stage().isExit() && words != null) {
            project.ended(words);
        }
        journal.created(who, project, words);
        return project;
    }

    /**
     * A merge patch (RFC 7396); one that changes nothing leaves no trace.
     *
     * @throws Problem 400 for what can not be stored, 403 for another unit, 409 for a key that is taken, 422 for a stage that
     *     goes back or ends without a reason
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void revise(Caller who, SignedProject project, @Nullable JsonNode patch, @Nullable String reason) {
        Reading reading = form.read(patch);
        ownUnit(who, reading, project.unitCode());
        revise(
                who,
                project,
                forms.merge(project.fields(), reading),
                "update",
                Reasons.optional(reason),
                StageEvidence.NONE);
    }

    /** @param evidence of the stage that the fields bring */
    @Transactional(Transactional.TxType.MANDATORY)
    void revise(
            Caller who,
            SignedProject project,
            SignedProjectFields to,
            String action,
            @Nullable String reason,
            StageEvidence evidence) {
        if (to.equals(project.fields()) && evidence.equals(StageEvidence.NONE)) {
            return;
        }
        require(to, project.id(), project.stage(), reason);
        List<Agreement> further = agreements.of(project.id());
        journal.changed(who, project, action, reason, evidence, () -> {
            project.revise(to, further, reason, who, clock.now());
        });
    }

    private void require(SignedProjectFields fields, @Nullable UUID id, Stage from, @Nullable String reason) {
        List<Finding> step = SignedProjectRules.stageStep(
                from, fields.stage(), reason == null ? fields.justification("V23") : reason);
        if (!step.isEmpty()) {
            throw Problem.unprocessable(REASON_OWED, step);
        }
        List<Finding> unknown = reserve.refused(fields);
        if (!unknown.isEmpty()) {
            throw Problem.badRequest(unknown);
        }
        if (projects.externalIdTaken(fields, id)) {
            Text taken = new Text("本单位已有相同编号的记录", "your unit has a record with this key");
            throw Problem.conflict(
                    taken,
                    List.of(Finding.of(
                            "FORMAT",
                            "/externalId",
                            Map.of("label", form.form().label("/externalId"), "problem", taken))));
        }
    }

    static String ownUnit(Caller who, Reading reading, String otherwise) {
        String unit = reading.values().path("unitCode").asText(otherwise);
        if (!who.belongsTo(unit)) {
            throw Problem.foreignUnit(unit);
        }
        return unit;
    }
}
