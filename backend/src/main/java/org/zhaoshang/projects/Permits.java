package org.zhaoshang.projects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.zhaoshang.calls.Calls;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.Role;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.rules.Severity;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.units.Units;

/** Decides whether an action may be done now: the same answer refuses the request and explains the greyed button. */
@ApplicationScoped
public class Permits {
    private static final Text NOT_YOURS = new Text("您的角色不能执行此操作", "Your role may not do this");

    private final Units units;
    private final Calls calls;
    private final CityClock clock;
    private final PublishingSettings settings;
    private final Instance<Objection> objections;
    private final ProjectFindings findings;

    Permits(
            Units units,
            Calls calls,
            CityClock clock,
            PublishingSettings settings,
            @Any Instance<Objection> objections,
            ProjectFindings findings) {
        this.units = units;
        this.calls = calls;
        this.clock = clock;
        this.settings = settings;
        this.objections = objections;
        this.findings = findings;
    }

    /** @throws Problem 403, 409 or 422 with the remedy */
    public void require(Action action, Project project, Caller caller) {
        if (!action.isFor(caller)) {
            throw Problem.forbidden(NOT_YOURS);
        }
        refusal(action, project, caller, () -> findings.of(project)).ifPresent(refusal -> {
            throw refusal.problem();
        });
    }

    Optional<Refusal> refusal(Action action, Project project, Caller caller, Supplier<List<Finding>> known) {
        if (!action.startsFrom(project.state())) {
            return Optional.of(Refusal.state(new Text(
                    "项目目前为“" + project.state().label().zh() + "”，不能执行此操作",
                    "The project is " + project.state().label().en() + ": this can not be done now")));
        }
        return switch (action) {
            case DELETE ->
                project.mayBeDeleted()
                        ? Optional.empty()
                        : Optional.of(Refusal.state(
                                new Text("报送过的项目不能删除，可以撤回（保留记录）", "Once submitted it can only be withdrawn")));
            case SUBMIT -> submission(project, caller, known.get());
            case RECALL ->
                project.reviewStartedAt().isEmpty()
                        ? Optional.empty()
                        : Optional.of(Refusal.state(
                                new Text("市商务局已开始审核，如需修改请联系退回", "Review has begun: ask the bureau to return it")));
            case ACCEPT -> acceptance(project);
            case PUBLISH ->
                settings.secondPerson()
                                && project.acceptedBy()
                                        .filter(caller.id()::equals)
                                        .isPresent()
                        ? Optional.of(Refusal.state(new Text(
                                "入库和发布须由两人分别办理，请由另一位同事发布",
                                "Accepting and publishing take two people: ask a colleague")))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<Refusal> submission(Project project, Caller caller, List<Finding> findings) {
        boolean leadOnly = units.byCode(project.unitCode())
                .map(unit -> unit.leadSubmitsOnly())
                .orElse(false);
        if (leadOnly && caller.kind() == Caller.Kind.PERSON && !caller.is(Role.UNIT_LEAD)) {
            return Optional.of(Refusal.state(
                    new Text("本单位规定由分管领导报送，请提请分管领导办理", "In your unit only the lead submits: ask the lead")));
        }
        Instant now = clock.now();
        boolean closed = project.submissions() == 0
                && calls.byYear(project.callYear())
                        .map(call -> call.refuses(project.unitCode(), now))
                        .orElse(false);
        if (closed) {
            return Optional.of(Refusal.state(
                    new Text("本次征集已截止，不再接收报送；确有需要请向市商务局申请延期", "The call is closed: ask the bureau for an extension")));
        }
        List<Finding> open = findings.stream()
                .filter(finding -> finding.severity() == Severity.BLOCK || project.isUnexplained(finding))
                .toList();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        long blocks = open.stream().filter(f -> f.severity() == Severity.BLOCK).count();
        long explains = open.size() - blocks;
        return Optional.of(Refusal.of(
                422,
                new Text(
                        "还差 " + open.size() + " 项即可报送" + (explains > 0 ? "（其中 " + explains + " 项写一句说明即可）" : ""),
                        open.size() + " to settle before submitting"
                                + (explains > 0 ? " (" + explains + " of them by a word of explanation)" : "")),
                open));
    }

    private Optional<Refusal> acceptance(Project project) {
        List<Finding> failed = findings.barringAcceptance(project);
        if (!failed.isEmpty()) {
            return Optional.of(Refusal.of(
                    409, new Text("有一票否决的原则自查为不符合，不能入库，请退回", "A barring principle fails: return the project"), failed));
        }
        List<Finding> open = objections.stream()
                .flatMap(objection -> objection.toAccepting(project).stream())
                .toList();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        409,
                        new Text(
                                "与 " + open.size() + " 个项目重复或疑似重复，不能入库：请先裁决，已裁定重复的请退回",
                                open.size() + " duplicates stand in the way: judge them first, or return the project"),
                        open));
    }
}
