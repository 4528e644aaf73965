package org.zhaoshang.signing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.fields.Body;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.steps.Reasons;
import org.zhaoshang.shared.time.CityClock;

/** The steps of a signed project's life: permission first, then what the step asks for; each is journalled. */
@ApplicationScoped
class SigningSteps {
    static final Form STAGE = Form.load("stage-step");
    static final Form PERMITS = Form.load("permit-checklist");
    private static final int LONGEST_NOTE = 500;
    private static final Text IMPOSSIBLE = new Text("请核对阶段信息", "Check the stage");
    private static final Text EXCLUSION = new Text("剔除原因", "Why it is left out");

    private final SignedProjectFindings judge;
    private final WriteSignedProject write;
    private final SignedProjectJournal journal;
    private final CityClock clock;
    private final Body stages;
    private final Body checklists;

    SigningSteps(
            SignedProjectFindings judge,
            WriteSignedProject write,
            SignedProjectJournal journal,
            CityClock clock,
            ObjectMapper json) {
        this.judge = judge;
        this.write = write;
        this.journal = journal;
        this.clock = clock;
        this.stages = new Body(STAGE, (list, code) -> false, json);
        this.checklists = new Body(PERMITS, (list, code) -> false, json);
    }

    /** The body of a stage; what it says beside stage and day is its evidence. */
    @Schema(name = "StageStep")
    record StageStep(
            @Schema(required = true) Stage stage,

            @Schema(required = true, examples = "2021-03-20")
            LocalDate on,

            @Nullable @Schema(maxLength = 500, description = "Owed when it goes back or ends")
            String reason,

            @Nullable @Schema(description = "Code of another of the unit's signed projects; owed by MERGED")
            String mergedInto,

            @Nullable String companyName,
            @Nullable BigDecimal registeredCapitalYuan,
            @Nullable String documentNumber,
            StageEvidence.@Nullable StartKind startKind,
            @Nullable LocalDate aboveScaleOn,
            @Nullable String note) {
        StageEvidence evidence() {
            return new StageEvidence(companyName, registeredCapitalYuan, documentNumber, startKind, aboveScaleOn, note);
        }
    }

    /** Which of the permits is how far. */
    @Schema(name = "PermitChecklist")
    record Checklist(
            @Nullable PermitStatus FILING,
            @Nullable PermitStatus LAND,
            @Nullable PermitStatus ENVIRONMENT,
            @Nullable PermitStatus ENERGY,
            @Nullable PermitStatus PLANNING,
            @Nullable PermitStatus CONSTRUCTION) {
        Map<Permit, PermitStatus> whole() {
            Map<Permit, PermitStatus> whole = new java.util.TreeMap<>();
            put(whole, Permit.FILING, FILING);
            put(whole, Permit.LAND, LAND);
            put(whole, Permit.ENVIRONMENT, ENVIRONMENT);
            put(whole, Permit.ENERGY, ENERGY);
            put(whole, Permit.PLANNING, PLANNING);
            put(whole, Permit.CONSTRUCTION, CONSTRUCTION);
            return whole;
        }

        private static void put(Map<Permit, PermitStatus> whole, Permit permit, @Nullable PermitStatus status) {
            whole.put(permit, status == null ? PermitStatus.NOT_STARTED : status);
        }
    }

    /** @throws Problem 400 for what can not be read, 422 for days that can not be or a missing reason */
    @Transactional(Transactional.TxType.MANDATORY)
    void stage(Caller who, SignedProject project, @Nullable JsonNode body) {
        SigningPermits.require(SigningAction.STAGE, project, who);
        StageStep step = stages.create(body, StageStep.class);
        List<Finding> findings = new ArrayList<>();
        LocalDate today = clock.today();
        if (step.on().isAfter(today)) {
            findings.add(day(new Text(step.on() + " 晚于今天，请核对", step.on() + " is still to come: check it")));
        }
        LocalDate signed = project.fields().signedOn();
        if (step.stage().isSigned() && signed != null && step.on().isBefore(signed)) {
            findings.add(day(new Text(
                    step.on() + " 早于签约日期 " + signed + "，请核对", step.on() + " is before the signing on " + signed)));
        }
        LocalDate reached = project.fields().stageOn();
        boolean onward = !project.stage().isExit()
                && !step.stage().isExit()
                && step.stage().compareTo(project.stage()) > 0;
        if (onward && reached != null && step.on().isBefore(reached)) {
            findings.add(day(new Text(
                    step.on() + " 早于“" + project.stage().label().zh() + "”的日期 " + reached + "，请核对",
                    step.on() + " is before the day of the stage "
                            + project.stage().label().en() + ", " + reached)));
        }
        SignedProjectFields to = project.fields().at(step.stage(), step.on(), step.mergedInto());
        findings.addAll(judge.merged(to, project.id()));
        // Words of an earlier step, which may still stand in the record, answer for that one.
        findings.addAll(SignedProjectRules.stageStep(project.stage(), step.stage(), step.reason()));
        if (!findings.isEmpty()) {
            throw Problem.unprocessable(IMPOSSIBLE, findings);
        }
        write.revise(who, project, to, "stage", step.reason(), step.evidence());
    }

    private static Finding day(Text problem) {
        return Finding.of("V24", "/on", Map.of("problem", problem));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void permits(Caller who, SignedProject project, @Nullable JsonNode body, @Nullable String reason) {
        SigningPermits.require(SigningAction.PERMIT, project, who);
        Map<Permit, PermitStatus> checklist =
                checklists.create(body, Checklist.class).whole();
        if (!checklist.equals(project.permits())) {
            journal.changed(who, project, "permits", Reasons.optional(reason), () -> {
                project.permit(checklist, who, clock.now());
            });
        }
    }

    /** @throws Problem 400 without a known kind or without a reason */
    @Transactional(Transactional.TxType.MANDATORY)
    void exclude(Caller who, SignedProject project, @Nullable String kind, @Nullable String reason) {
        SigningPermits.require(SigningAction.EXCLUDE, project, who);
        Exclusion why = Arrays.stream(Exclusion.values())
                .filter(known -> known.name().equals(kind))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest(Finding.of(
                        "CODE",
                        "/exclusion",
                        Map.of(
                                "label",
                                EXCLUSION,
                                "value",
                                kind == null || kind.length() > LONGEST_NOTE ? "" : kind))));
        String words = Reasons.required(reason);
        journal.changed(who, project, "exclude", words, () -> project.exclude(why, words, who, clock.now()));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void include(Caller who, SignedProject project, @Nullable String reason) {
        SigningPermits.require(SigningAction.INCLUDE, project, who);
        journal.changed(who, project, "include", Reasons.optional(reason), () -> {
            project.exclude(null, null, who, clock.now());
        });
    }
}
