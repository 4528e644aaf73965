package org.zhaoshang.signing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.rules.WhyNot;

/** Decides whether an action may be done now: the same answer refuses the request and explains the greyed button. */
final class SigningPermits {
    static final Text BOUND = new Text(
            "已有后续协议、到位资金或月报，不能删除；不再推进的请如实终止并说明原因",
            "Agreements, receipts or reports rest on it: end it with a reason instead of deleting it");

    private static final Text NOT_YOURS = new Text("您的角色不能执行此操作", "Your role may not do this");
    private static final Text EXCLUDED = new Text("已经剔除", "It is left out already");
    private static final Text INCLUDED = new Text("没有被剔除", "It is not left out");
    private static final Text UNSIGNED = new Text("请先填写首次签约的协议", "Enter the first agreement before further ones");

    private SigningPermits() {}

    record Permitted(List<String> allowed, List<WhyNot> whyNot) {}

    /** @throws Problem 403 or 409 with the remedy */
    static void require(SigningAction action, SignedProject project, Caller caller) {
        if (!action.isFor(caller)) {
            throw Problem.forbidden(NOT_YOURS);
        }
        refusal(action, project).ifPresent(why -> {
            throw Problem.conflict(why, List.of(Finding.of("STATE", "", Map.of("problem", why))));
        });
    }

    static Permitted of(SignedProject project, Caller viewer, Language language) {
        List<String> allowed = new ArrayList<>();
        List<WhyNot> whyNot = new ArrayList<>();
        for (SigningAction action : SigningAction.values()) {
            if (action.isFor(viewer)) {
                refusal(action, project)
                        .ifPresentOrElse(
                                why -> whyNot.add(new WhyNot(action.word(), "STATE", why.in(language))),
                                () -> allowed.add(action.word()));
            }
        }
        return new Permitted(List.copyOf(allowed), List.copyOf(whyNot));
    }

    private static Optional<Text> refusal(SigningAction action, SignedProject project) {
        return switch (action) {
            case DELETE -> project.isBound() ? Optional.of(BOUND) : Optional.empty();
            case AGREE ->
                project.fields().agreementKind() == null || project.fields().signedOn() == null
                        ? Optional.of(UNSIGNED)
                        : Optional.empty();
            case EXCLUDE -> project.exclusion().map(none -> EXCLUDED);
            case INCLUDE -> project.exclusion().isPresent() ? Optional.empty() : Optional.of(INCLUDED);
            default -> Optional.empty();
        };
    }
}
