package org.zhaoshang.dispatch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.zhaoshang.audit.Trail;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.signing.SignedProject;

/** Records a correction of a closed month beside its figures. */
@ApplicationScoped
class AdjustReport {
    private static final Text NOT_CLOSED =
            new Text("本月尚未关闭，请直接修改月报", "The month is still open: correct the report itself");

    private final Months months;
    private final Adjustments adjustments;
    private final CityClock clock;
    private final Trail trail;
    private final ObjectMapper json;

    AdjustReport(Months months, Adjustments adjustments, CityClock clock, Trail trail, ObjectMapper json) {
        this.months = months;
        this.adjustments = adjustments;
        this.clock = clock;
        this.trail = trail;
        this.json = json;
    }

    /** @throws org.zhaoshang.shared.http.Problem 409 while the month is open: the report itself is corrected */
    @Transactional(Transactional.TxType.MANDATORY)
    Adjustments.Adjustment record(
            Caller who, MonthlyReport report, SignedProject project, AdjustmentResource.Input input) {
        if (!months.keptOpen(report.month()).isFrozen()) {
            throw MonthlyReportPermits.refused(NOT_CLOSED);
        }
        Adjustments.Adjustment adjustment = new Adjustments.Adjustment(
                UUID.randomUUID(),
                report.month(),
                report.unitCode(),
                project.code(),
                project.fields().name(),
                input.indicator(),
                input.amountYuan(),
                input.reason(),
                input.adjustedOn() == null ? clock.today() : input.adjustedOn(),
                CityClock.local(clock.now()),
                who.displayName());
        adjustments.add(adjustment, project.id());
        trail.change(
                who,
                MonthlyReportSteps.subject(report),
                "adjust",
                input.reason(),
                report.version(),
                NullNode.getInstance(),
                json.valueToTree(input));
        return adjustment;
    }
}
