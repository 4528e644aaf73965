package org.zhaoshang.signing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.audit.Change;
import org.zhaoshang.audit.Subject;
import org.zhaoshang.audit.Trail;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.time.CityClock;

/**
 * Carries out a change of signed projects with all that belongs to it, in the caller's transaction: findings are counted, the
 * events' credits written anew, stages and versions kept, the trail written, the reserve library told, duplicates
 * looked for.
 */
@ApplicationScoped
class SignedProjectJournal {
    private final SignedProjects projects;
    private final Agreements agreements;
    private final SignedProjectForm form;
    private final SignedProjectFindings findings;
    private final SignedProjectVersions versions;
    private final Credits credits;
    private final StageLog stages;
    private final ReserveLink reserve;
    private final SigningNotices notices;
    private final Trail trail;
    private final ObjectMapper json;
    private final CityClock clock;

    SignedProjectJournal(
            SignedProjects projects,
            Agreements agreements,
            SignedProjectForm form,
            SignedProjectFindings findings,
            SignedProjectVersions versions,
            Credits credits,
            StageLog stages,
            ReserveLink reserve,
            SigningNotices notices,
            Trail trail,
            ObjectMapper json,
            CityClock clock) {
        this.projects = projects;
        this.agreements = agreements;
        this.form = form;
        this.findings = findings;
        this.versions = versions;
        this.credits = credits;
        this.stages = stages;
        this.reserve = reserve;
        this.notices = notices;
        this.trail = trail;
        this.json = json;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void created(Caller who, SignedProject project, @Nullable String reason) {
        project.judged(findings.of(project.fields(), null));
        projects.persistAndFlush(project);
        kept(who, List.of(project), Map.of(), List.of(step(project, StageEvidence.NONE, null)));
        trail.change(
                who, subject(project), "create", reason, project.version(), NullNode.getInstance(), document(project));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void changed(Caller who, SignedProject project, String action, @Nullable String reason, Runnable change) {
        changed(who, project, action, reason, StageEvidence.NONE, change);
    }

    /** @param evidence of the stage that the change brings, if it brings one */
    @Transactional(Transactional.TxType.MANDATORY)
    void changed(
            Caller who,
            SignedProject project,
            String action,
            @Nullable String reason,
            StageEvidence evidence,
            Runnable change) {
        carryOut(who, project, action, reason, evidence, NullNode.getInstance(), change);
    }

    /** @param agreement that comes with the change */
    @Transactional(Transactional.TxType.MANDATORY)
    void agreed(Caller who, SignedProject project, @Nullable String reason, JsonNode agreement, Runnable change) {
        carryOut(who, project, "agree", reason, StageEvidence.NONE, agreement, change);
    }

    private void carryOut(
            Caller who,
            SignedProject project,
            String action,
            @Nullable String reason,
            StageEvidence evidence,
            JsonNode agreement,
            Runnable change) {
        SignedProjectFields was = project.fields();
        ObjectNode before = document(project);
        change.run();
        project.judged(findings.of(project, evidence));
        projects.flush();
        List<StageLog.Step> steps = evidence.equals(StageEvidence.NONE) && !moved(was, project.fields())
                ? List.of()
                : List.of(step(project, evidence, reason));
        kept(who, List.of(project), agreements.ofAll(List.of(project.id())), steps);
        ObjectNode after = document(project);
        after.set("agreements", agreement);
        trail.change(who, subject(project), action, reason, project.version(), before, after);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void deleted(Caller who, SignedProject project, @Nullable String reason) {
        ObjectNode before = document(project);
        versions.end(List.of(project), clock.now());
        projects.delete(project);
        projects.flush();
        trail.change(who, subject(project), "delete", reason, project.version() + 1, before, NullNode.getInstance());
    }

    /**
     * Something that hangs on the project came or went; the fields stay as they are, what the rules say of them may not.
     *
     * @param from null node when it came
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void beside(Caller who, SignedProject project, String action, String member, JsonNode from, JsonNode to) {
        project.judged(findings.of(project));
        projects.flush();
        versions.keep(List.of(project), clock.now());
        ObjectNode before = document(project);
        ObjectNode after = document(project);
        before.set(member, from);
        after.set(member, to);
        trail.change(who, subject(project), action, null, project.version(), before, after);
    }

    /** Many new projects of one unit, judged already. */
    @Transactional(Transactional.TxType.MANDATORY)
    void createdAll(Caller who, List<SignedProject> lot, String reason) {
        projects.insertAll(lot);
        kept(
                who,
                lot,
                Map.of(),
                lot.stream()
                        .map(project -> step(project, StageEvidence.NONE, null))
                        .toList());
        trail.changes(
                who,
                "create",
                reason,
                lot.stream()
                        .map(project -> written(project, NullNode.getInstance()))
                        .toList());
    }

    /**
     * Many projects whose fields were revised and judged.
     *
     * @param before what each was
     * @param further agreements by project
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void revisedAll(
            Caller who,
            List<SignedProject> lot,
            List<Before> before,
            Map<UUID, List<Agreement>> further,
            String action,
            String reason) {
        projects.updateAll(lot);
        List<StageLog.Step> steps = new ArrayList<>();
        List<Trail.Changed> changed = new ArrayList<>(lot.size());
        for (int at = 0; at < lot.size(); at++) {
            SignedProject project = lot.get(at);
            if (moved(before.get(at).fields(), project.fields())) {
                steps.add(step(project, before.get(at).evidence(), reason));
            }
            changed.add(written(project, before.get(at).document()));
        }
        kept(who, lot, further, steps);
        trail.changes(who, action, reason, changed);
    }

    /** @param evidence of the stage that the change brings, if it brings one */
    record Before(SignedProjectFields fields, ObjectNode document, StageEvidence evidence) {}

    Before before(SignedProject project, StageEvidence evidence) {
        return new Before(project.fields(), document(project), evidence);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void deletedAll(Caller who, List<SignedProject> lot, String reason) {
        versions.end(lot, clock.now());
        projects.deleteAll(lot);
        trail.changes(
                who,
                "delete",
                reason,
                lot.stream()
                        .map(project -> new Trail.Changed(
                                subject(project),
                                project.version() + 1,
                                Change.between(document(project), NullNode.getInstance()),
                                NullNode.getInstance()))
                        .toList());
    }

    private void kept(
            Caller who, List<SignedProject> lot, Map<UUID, List<Agreement>> further, List<StageLog.Step> steps) {
        Instant now = clock.now();
        versions.keep(lot, now);
        credits.rewrite(lot, further);
        stages.keep(who, steps, now);
        reserve.follow(who, lot);
        notices.look(lot);
    }

    private static boolean moved(SignedProjectFields was, SignedProjectFields is) {
        return was.stage() != is.stage() || !Objects.equals(was.stageOn(), is.stageOn());
    }

    private static StageLog.Step step(SignedProject project, StageEvidence evidence, @Nullable String reason) {
        SignedProjectFields fields = project.fields();
        String words = Optional.ofNullable(fields.justification("V23")).orElse(reason);
        return new StageLog.Step(project.id(), fields.stage(), fields.stageOn(), evidence, words);
    }

    private Trail.Changed written(SignedProject project, JsonNode before) {
        ObjectNode after = document(project);
        return new Trail.Changed(subject(project), project.version(), Change.between(before, after), after);
    }

    static Subject subject(SignedProject project) {
        return new Subject("signed-project", project.id().toString(), project.unitCode());
    }

    /** What the history keeps: the unit's fields and what stands beside them. */
    ObjectNode document(SignedProject project) {
        ObjectNode document = form.records().document(project.fields());
        document.set("permits", json.valueToTree(project.permits()));
        project.exitReason().ifPresent(why -> document.put("exitReason", why));
        project.exclusion().ifPresent(why -> document.put("exclusion", why.name()));
        project.exclusionNote().ifPresent(note -> document.put("exclusionNote", note));
        return document;
    }
}
