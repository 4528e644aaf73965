package org.zhaoshang.dispatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.audit.Subject;
import org.zhaoshang.audit.Trail;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.units.Units;

/** Closes a month for all units: who has not reported is missing for good, and the figures are kept as they stand. */
@ApplicationScoped
class FreezeMonth {
    private static final Text CLOSED = new Text("本月已经关闭", "The month is closed already");

    private final Months months;
    private final MonthlyReports reports;
    private final MonthlyReportSteps steps;
    private final SummariseMonth summaries;
    private final Units units;
    private final Trail trail;
    private final ObjectMapper json;
    private final CityClock clock;
    private final Event<MonthFrozen> frozen;

    FreezeMonth(
            Months months,
            MonthlyReports reports,
            MonthlyReportSteps steps,
            SummariseMonth summaries,
            Units units,
            Trail trail,
            ObjectMapper json,
            CityClock clock,
            Event<MonthFrozen> frozen) {
        this.months = months;
        this.reports = reports;
        this.steps = steps;
        this.summaries = summaries;
        this.units = units;
        this.trail = trail;
        this.json = json;
        this.clock = clock;
        this.frozen = frozen;
    }

    /** Why it may not be closed now: some unit still has time. */
    Optional<Text> refusal(Month month) {
        return month.isFrozen() ? Optional.of(CLOSED) : pending(reports.ofMonth(month.month()), clock.now());
    }

    private Optional<Text> pending(List<MonthlyReport> owed, Instant at) {
        List<MonthlyReport> pending = owed.stream()
                .filter(report -> report.timelinessAt(at) == Timeliness.PENDING)
                .toList();
        if (pending.isEmpty()) {
            return Optional.empty();
        }
        String who =
                pending.stream().map(report -> units.nameOf(report.unitCode())).collect(Collectors.joining("、"));
        String last = pending.stream()
                .map(MonthlyReport::lastDay)
                .max(java.time.LocalDate::compareTo)
                .orElseThrow()
                .toString();
        return Optional.of(new Text(
                "还未到截止时间（" + who + "尚未报送，最晚 " + last + "），请在截止后关闭",
                "Still in time until " + last + " (" + who + "): close it afterwards"));
    }

    /** @param month held alone by this transaction */
    @Transactional(Transactional.TxType.MANDATORY)
    void close(Caller who, Month month, @Nullable String reason) {
        if (month.isFrozen()) {
            throw MonthlyReportPermits.refused(CLOSED);
        }
        Instant at = clock.now();
        List<MonthlyReport> owed = reports.heldOf(month.month());
        Optional<Text> refusal = pending(owed, at);
        if (refusal.isPresent()) {
            throw MonthlyReportPermits.refused(refusal.get());
        }
        owed.stream()
                .filter(report -> report.submissions() == 0)
                .forEach(report -> steps.noted(who, report, "miss", reason, () -> report.miss(who, at)));
        ObjectNode before = document(month);
        // The moment itself belongs to what is counted.
        String snapshot = written(summaries.sum(month.month(), at.plusNanos(1000)));
        month.freeze(snapshot, who.displayName(), reason, at);
        months.flush();
        frozen.fire(new MonthFrozen(month.month(), at));
        trail.change(
                who,
                new Subject("month", month.month(), null),
                "freeze",
                reason,
                month.version(),
                before,
                document(month));
    }

    private String written(MonthSummary summary) {
        try {
            return json.writeValueAsString(summary);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private ObjectNode document(Month month) {
        return json.valueToTree(Map.of(
                "month",
                month.month(),
                "frozenAt",
                month.frozenAt().map(at -> CityClock.local(at).toString()).orElse("")));
    }
}
