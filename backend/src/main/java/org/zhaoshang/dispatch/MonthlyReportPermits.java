package org.zhaoshang.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.Role;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.units.Unit;
import org.zhaoshang.units.Units;

/** Decides whether something may be done to a report now: the same answer refuses the request and explains the greyed button. */
@ApplicationScoped
class MonthlyReportPermits {
    private static final Text NOT_YOURS = new Text("您的角色不能执行此操作", "Your role may not do this");
    private static final Text CLOSED = new Text(
            "本月已关闭，数据不再改动；确需更正请登记调增、调减单",
            "The month is closed: its figures stay; record an adjustment to correct them");
    private static final Text LEAD_ONLY =
            new Text("本单位规定由分管领导报送，请提请分管领导办理", "In your unit only the lead submits: ask the lead");
    private static final Text NO_USE =
            new Text("本月报表已经报送，延期不再有意义", "The report is here already: more time changes nothing");

    private final Units units;

    MonthlyReportPermits(Units units) {
        this.units = units;
    }

    /** @throws Problem 403 or 409 with the remedy */
    void require(ReportAction action, MonthlyReport report, boolean frozen, Caller caller) {
        if (!action.isFor(caller, report.unitCode())) {
            throw Problem.forbidden(NOT_YOURS);
        }
        Optional<Text> remedy = refusal(action, report, frozen, caller);
        if (remedy.isPresent()) {
            throw refused(remedy.get());
        }
    }

    static Problem refused(Text remedy) {
        return Problem.conflict(remedy, List.of(Finding.of("STATE", "", Map.of("problem", remedy))));
    }

    /** What to do about it, where it may not be done now. */
    Optional<Text> refusal(ReportAction action, MonthlyReport report, boolean frozen, Caller caller) {
        if (frozen) {
            return Optional.of(CLOSED);
        }
        return switch (action) {
            case EDIT -> report.state().isOpen() ? Optional.empty() : Optional.of(stands(report));
            case SUBMIT -> submission(report, caller);
            case RETURN ->
                report.state() == ReportState.SUBMITTED || report.state() == ReportState.ACCEPTED
                        ? Optional.empty()
                        : Optional.of(stands(report));
            case ACCEPT -> report.state() == ReportState.SUBMITTED ? Optional.empty() : Optional.of(stands(report));
            case EXTEND -> report.submissions() == 0 ? Optional.empty() : Optional.of(NO_USE);
        };
    }

    private Optional<Text> submission(MonthlyReport report, Caller caller) {
        if (!report.state().isOpen()) {
            return Optional.of(stands(report));
        }
        boolean leadOnly =
                units.byCode(report.unitCode()).map(Unit::leadSubmitsOnly).orElse(false);
        return leadOnly && caller.kind() == Caller.Kind.PERSON && !caller.is(Role.UNIT_LEAD)
                ? Optional.of(LEAD_ONLY)
                : Optional.empty();
    }

    private static Text stands(MonthlyReport report) {
        Text label = report.state().label();
        return new Text(
                "报表目前为“" + label.zh() + "”，不能执行此操作", "The report is " + label.en() + ": this can not be done now");
    }
}
