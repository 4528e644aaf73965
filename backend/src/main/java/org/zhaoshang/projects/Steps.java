package org.zhaoshang.projects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.calls.Calls;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.steps.Reasons;
import org.zhaoshang.shared.steps.ReturnNotice;
import org.zhaoshang.shared.time.CityClock;

/**
 * The steps of a project's life, each with what it asks for first: permission and state, then the reason where one is owed.
 * Every one is refused as {@link Permits#require} says, and journalled.
 */
@ApplicationScoped
public class Steps {
    private static final int LONGEST_SIGNED_PROJECT = 100;
    private static final Text SIGNED_PROJECT = new Text("签约项目", "signed project");
    private static final Text FIELDS = new Text("需要修改的字段", "the fields to correct");

    private final Permits permits;
    private final ProjectJournal journal;
    private final Calls calls;
    private final ProjectNotices notices;
    private final CityClock clock;

    Steps(Permits permits, ProjectJournal journal, Calls calls, ProjectNotices notices, CityClock clock) {
        this.permits = permits;
        this.journal = journal;
        this.calls = calls;
        this.notices = notices;
        this.clock = clock;
    }

    /** What the step does to the project; the reason is null where none is owed and none was given. */
    private interface Change {
        void make(Instant at, @Nullable String reason);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void submit(Caller who, Project project, @Nullable String reason) {
        take(Action.SUBMIT, who, project, reason, (at, words) -> {
            boolean late = calls.byYear(project.callYear())
                    .map(call -> call.isLate(project.unitCode(), at))
                    .orElse(false);
            project.submit(late, who, at);
        });
        notices.submitted(project);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void recall(Caller who, Project project, @Nullable String reason) {
        take(Action.RECALL, who, project, reason, (at, words) -> project.recall(who, at));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void withdraw(Caller who, Project project, @Nullable String reason) {
        take(Action.WITHDRAW, who, project, reason, (at, words) -> project.withdraw(owed(words), who, at));
    }

    /** The bureau reads it: from then on the unit can not recall it. Beginning again changes nothing. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void beginReview(Caller who, Project project) {
        if (project.reviewStartedAt().isEmpty()) {
            journal.changed(who, project, "begin-review", null, () -> project.beginReview(who, clock.now()));
        }
    }

    /** @param given the fields that reopen, each with its own reason; at least one */
    @Transactional(Transactional.TxType.MANDATORY)
    public void sendBack(
            Caller who, Project project, @Nullable String reason, @Nullable List<ReturnNotice.@Nullable Remark> given) {
        take(Action.RETURN, who, project, reason, (at, words) -> {
            project.sendBack(owed(words), remarks(given), who, at);
        });
        notices.returned(project, Reasons.required(reason));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void accept(Caller who, Project project, @Nullable String reason) {
        take(Action.ACCEPT, who, project, reason, (at, words) -> project.accept(who, at));
        notices.accepted(project, Reasons.optional(reason));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void publish(Caller who, Project project, @Nullable String reason) {
        take(Action.PUBLISH, who, project, reason, (at, words) -> project.publish(who, at));
        notices.published(project);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void unpublish(Caller who, Project project, @Nullable String reason) {
        take(Action.UNPUBLISH, who, project, reason, (at, words) -> project.unpublish(who, at));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void negotiate(Caller who, Project project, @Nullable String reason) {
        take(Action.NEGOTIATE, who, project, reason, (at, words) -> project.negotiate(who, at));
    }

    /** @param signedProject code or externalId of the signed project */
    @Transactional(Transactional.TxType.MANDATORY)
    void sign(Caller who, Project project, @Nullable String reason, @Nullable String signedProject) {
        take(Action.SIGN, who, project, reason, (at, words) -> {
            project.sign(
                    Reasons.text("/signedProject", SIGNED_PROJECT, signedProject, LONGEST_SIGNED_PROJECT), who, at);
        });
    }

    /**
     * Its agreement was recorded: what the library still promotes is signed with it, whoever records it. What is elsewhere in
     * its life stays there.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void followSigning(Caller who, Project project, String signedProject) {
        if (Action.NEGOTIATE.startsFrom(project.state())) {
            journal.changed(who, project, Action.NEGOTIATE.verb(), null, () -> project.negotiate(who, clock.now()));
        }
        if (Action.SIGN.startsFrom(project.state())) {
            journal.changed(who, project, Action.SIGN.verb(), null, () -> {
                project.sign(signedProject, who, clock.now());
            });
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void archive(Caller who, Project project, @Nullable String reason) {
        take(Action.ARCHIVE, who, project, reason, (at, words) -> project.archive(owed(words), who, at));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void reopen(Caller who, Project project, @Nullable String reason) {
        take(Action.REOPEN, who, project, reason, (at, words) -> project.reopen(who, at));
    }

    private void take(Action action, Caller who, Project project, @Nullable String reason, Change change) {
        permits.require(action, project, who);
        String words = action.reasonOwed() ? Reasons.required(reason) : Reasons.optional(reason);
        journal.changed(who, project, action.verb(), words, () -> change.make(clock.now(), words));
    }

    /** {@link Action#reasonOwed} has seen to it. */
    private static String owed(@Nullable String words) {
        return java.util.Objects.requireNonNull(words);
    }

    private static List<ReturnNotice.Remark> remarks(@Nullable List<ReturnNotice.@Nullable Remark> given) {
        if (given == null || given.isEmpty()) {
            throw Problem.badRequest(Finding.of("REQUIRED", "/fields", Map.of("label", FIELDS)));
        }
        return ReturnNotice.remarks(
                given,
                pointer -> pointer.startsWith("/") && ProjectForm.FORM.find(pointer.substring(1)) != null,
                ProjectForm.FORM::label);
    }
}
