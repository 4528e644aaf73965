package org.zhaoshang.prices;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhaoshang.calls.Calls;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.Role;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.rules.Severity;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.units.Unit;
import org.zhaoshang.units.Units;

/** Decides whether something may be done to a report now: the same answer refuses the request and explains the greyed button. */
@ApplicationScoped
class ReportPermits {
    private static final Text NOT_YOURS = new Text("您的角色不能执行此操作", "Your role may not do this");

    private final Units units;
    private final Calls calls;
    private final PriceFindings findings;
    private final CityClock clock;

    ReportPermits(Units units, Calls calls, PriceFindings findings, CityClock clock) {
        this.units = units;
        this.calls = calls;
        this.findings = findings;
        this.clock = clock;
    }

    /** Why not, and what to do about it. */
    record Refusal(int status, Text remedy, List<Finding> findings) {
        static Refusal state(Text remedy) {
            return new Refusal(409, remedy, List.of(Finding.of("STATE", "", Map.of("problem", remedy))));
        }
    }

    /**
     * @param prices of the report
     * @throws Problem 403, 409 or 422 with the remedy
     */
    void require(ReportAction action, PriceReport report, List<Price> prices, Caller caller) {
        if (!action.isFor(caller, report.unitCode())) {
            throw Problem.forbidden(NOT_YOURS);
        }
        Optional<Refusal> refusal = refusal(action, report, prices, caller);
        if (refusal.isPresent()) {
            throw Problem.of(
                    refusal.get().status(),
                    refusal.get().remedy(),
                    refusal.get().findings());
        }
    }

    Optional<Refusal> refusal(ReportAction action, PriceReport report, List<Price> prices, Caller caller) {
        return switch (action) {
            case CARRY_FORWARD -> Optional.empty();
            case SUBMIT -> submission(report, prices, caller);
            case RETURN ->
                report.state() == PriceState.SUBMITTED || report.state() == PriceState.ACCEPTED
                        ? Optional.empty()
                        : Optional.of(stands(report));
            case ACCEPT -> report.state() == PriceState.SUBMITTED ? Optional.empty() : Optional.of(stands(report));
        };
    }

    private static Refusal stands(PriceReport report) {
        return Refusal.state(new Text(
                "报表目前为“" + report.state().label().zh() + "”，不能执行此操作",
                "The report is " + report.state().label().en() + ": this can not be done now"));
    }

    private Optional<Refusal> submission(PriceReport report, List<Price> prices, Caller caller) {
        List<Price> open =
                prices.stream().filter(price -> price.state().isOpen()).toList();
        if (report.state() == PriceState.SUBMITTED && open.isEmpty()) {
            return Optional.of(stands(report));
        }
        boolean leadOnly =
                units.byCode(report.unitCode()).map(Unit::leadSubmitsOnly).orElse(false);
        if (leadOnly && caller.kind() == Caller.Kind.PERSON && !caller.is(Role.UNIT_LEAD)) {
            return Optional.of(Refusal.state(
                    new Text("本单位规定由分管领导报送，请提请分管领导办理", "In your unit only the lead submits: ask the lead")));
        }
        boolean closed = report.submissions() == 0
                && calls.byYear(report.year())
                        .map(call -> call.refuses(report.unitCode(), clock.now()))
                        .orElse(false);
        if (closed) {
            return Optional.of(Refusal.state(
                    new Text("本次征集已截止，不再接收报送；确有需要请向市商务局申请延期", "The call is closed: ask the bureau for an extension")));
        }
        List<Finding> unsettled = unsettled(prices, open);
        if (!unsettled.isEmpty()) {
            return Optional.of(new Refusal(
                    422,
                    new Text("还差 " + unsettled.size() + " 项即可报送", unsettled.size() + " to settle before submitting"),
                    unsettled));
        }
        return open.isEmpty()
                ? Optional.of(Refusal.state(new Text("没有新的价格需要报送", "There is no new price to submit")))
                : Optional.empty();
    }

    /** What is missing, at {@code /items/<code>}, and what is wrong, at {@code /prices/<id>/<field>}. */
    private List<Finding> unsettled(List<Price> prices, List<Price> open) {
        Set<String> priced =
                prices.stream().map(price -> price.fields().itemCode()).collect(Collectors.toSet());
        List<Finding> unsettled = new ArrayList<>();
        FactorItems.required().stream()
                .filter(item -> !priced.contains(item.code()))
                .forEach(item ->
                        unsettled.add(Finding.of("REQUIRED", "/items/" + item.code(), Map.of("label", item.name()))));
        List<List<Finding>> found =
                findings.of(open.stream().map(PriceFindings.Judged::of).toList());
        for (int at = 0; at < open.size(); at++) {
            Price price = open.get(at);
            found.get(at).stream()
                    .filter(finding -> finding.severity() == Severity.BLOCK || price.isUnexplained(finding))
                    .forEach(finding -> unsettled.add(
                            Finding.of(finding.rule(), "/prices/" + price.id() + finding.pointer(), finding.params())));
        }
        return unsettled;
    }
}
