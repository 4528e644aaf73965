package org.zhaoshang.prices.premises;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.rules.Severity;
import org.zhaoshang.shared.rules.WhyNot;

/**
 * Decides whether an action may be done now: the same answer refuses the request and explains the greyed button. The unit
 * prepares and the bureau publishes, so two people look at all that becomes public without a setting for it.
 */
@ApplicationScoped
class ListingPermits {
    private static final Text NOT_YOURS = new Text("您的角色不能执行此操作", "Your role may not do this");

    private final ListingFindings findings;

    ListingPermits(ListingFindings findings) {
        this.findings = findings;
    }

    /** What one caller may do with one listing, and why not the rest. */
    record Permitted(List<String> allowed, List<WhyNot> whyNot) {}

    private record Refusal(int status, Text remedy, List<Finding> findings) {
        static Refusal state(Text remedy) {
            return new Refusal(409, remedy, List.of(Finding.of("STATE", "", Map.of("problem", remedy))));
        }
    }

    /** @throws Problem 403, 409 or 422 with the remedy */
    void require(ListingAction action, Listing listing, Caller caller) {
        if (!action.isFor(caller, listing.kind())) {
            throw Problem.forbidden(NOT_YOURS);
        }
        refusal(action, listing, () -> findings.of(listing)).ifPresent(refusal -> {
            throw Problem.of(refusal.status(), refusal.remedy(), refusal.findings());
        });
    }

    Permitted of(Listing listing, List<Finding> found, Caller viewer, Language language) {
        List<String> allowed = new ArrayList<>();
        List<WhyNot> whyNot = new ArrayList<>();
        for (ListingAction action : ListingAction.values()) {
            if (action.isOf(listing.kind()) && action.isFor(viewer, listing.kind())) {
                refusal(action, listing, () -> found)
                        .ifPresentOrElse(
                                refusal -> whyNot.add(new WhyNot(
                                        action.verb(),
                                        refusal.findings().getFirst().rule(),
                                        refusal.remedy().in(language))),
                                () -> allowed.add(action.verb()));
            }
        }
        return new Permitted(List.copyOf(allowed), List.copyOf(whyNot));
    }

    private static Optional<Refusal> refusal(ListingAction action, Listing listing, Supplier<List<Finding>> known) {
        if (!action.startsFrom(listing.state())) {
            return Optional.of(Refusal.state(listing.notNow()));
        }
        return switch (action) {
            case DELETE ->
                listing.mayBeDeleted()
                        ? Optional.empty()
                        : Optional.of(Refusal.state(
                                new Text("发布过的不能删除，可以停用（保留记录）", "Once published it can only be withdrawn")));
            case PUBLISH ->
                listing.isPubliclyListed() && !listing.hasChangedSince()
                        ? Optional.of(Refusal.state(new Text("已经发布，没有新的修改", "It is public as it is")))
                        : publication(listing, known.get());
            case UNPUBLISH ->
                listing.isPubliclyListed()
                        ? Optional.empty()
                        : Optional.of(Refusal.state(new Text("还没有发布", "It is not public")));
            default -> Optional.empty();
        };
    }

    private static Optional<Refusal> publication(Listing listing, List<Finding> findings) {
        List<Finding> open = findings.stream()
                .filter(finding -> finding.severity() == Severity.BLOCK || listing.isUnexplained(finding))
                .toList();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(new Refusal(
                        422,
                        new Text(
                                "还有 " + open.size() + " 项待填报单位完善，不能发布",
                                open.size() + " to settle by the unit before it can be published"),
                        open));
    }
}
