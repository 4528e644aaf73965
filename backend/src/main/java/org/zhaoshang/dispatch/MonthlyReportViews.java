package org.zhaoshang.dispatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.http.Revision;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.rules.WhyNot;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.signing.funds.Ledger;
import org.zhaoshang.units.Units;

/** Shows a report to the present caller in the present language. */
@ApplicationScoped
class MonthlyReportViews {
    private final Months months;
    private final ReportReceipts receipts;
    private final MonthlyReportPermits permits;
    private final Ledger ledger;
    private final Units units;
    private final CurrentCaller caller;
    private final CurrentLanguage language;
    private final CityClock clock;
    private final ObjectMapper json;

    MonthlyReportViews(
            Months months,
            ReportReceipts receipts,
            MonthlyReportPermits permits,
            Ledger ledger,
            Units units,
            CurrentCaller caller,
            CurrentLanguage language,
            CityClock clock,
            ObjectMapper json) {
        this.months = months;
        this.receipts = receipts;
        this.permits = permits;
        this.ledger = ledger;
        this.units = units;
        this.caller = caller;
        this.language = language;
        this.clock = clock;
        this.json = json;
    }

    RestResponse<MonthlyReportView> answer(MonthlyReport report) {
        return RestResponse.ResponseBuilder.ok(of(report))
                .tag(Revision.tag(report.version()))
                .build();
    }

    MonthlyReportView of(MonthlyReport report) {
        boolean frozen = months.seen(report.month()).isFrozen();
        List<String> allowed = new ArrayList<>();
        List<WhyNot> whyNot = new ArrayList<>();
        for (ReportAction action : ReportAction.values()) {
            if (action.isFor(caller.get(), report.unitCode())) {
                permits.refusal(action, report, frozen, caller.get())
                        .ifPresentOrElse(
                                remedy -> whyNot.add(new WhyNot(action.verb(), "STATE", remedy.in(language.get()))),
                                () -> allowed.add(action.verb()));
            }
        }
        MonthlyReportFields fields = shown(report);
        return new MonthlyReportView(
                report.month(),
                report.unitCode(),
                units.nameOf(report.unitCode()),
                report.version(),
                report.state(),
                timing(report),
                fields.experience(),
                fields.problems(),
                fields.suggestions(),
                fields.reserveNote(),
                fields.entryDifferenceReason(),
                fields.justifications(),
                report.isNoChange(),
                report.submissions(),
                report.submittedAt().map(CityClock::local).orElse(null),
                report.submittedBy().orElse(null),
                report.acceptedAt().map(CityClock::local).orElse(null),
                report.acceptedBy().orElse(null),
                report.returned().orElse(null),
                report.submissions() == 0
                        ? null
                        : ReceiptView.of(receipts.of(report).getFirst(), null),
                funds(report),
                CityClock.local(report.updatedAt()),
                report.updatedBy(),
                List.copyOf(allowed),
                List.copyOf(whyNot));
    }

    private MonthlyReportView.Funds funds(MonthlyReport report) {
        boolean all = caller.scope().breadth() != RowScope.Breadth.SUBMITTED;
        Ledger.Told told = ledger.told(
                report.unitCode(), report.month(), all && report.state().isOpen());
        Ledger.Entered entered = ledger.entered(report.unitCode(), all);
        return new MonthlyReportView.Funds(
                told.receipts(),
                told.allYuan(),
                told.pastYearYuan(),
                told.outsideYuan(),
                told.outsidePastYearYuan(),
                entered.ledgerYuan(),
                entered.enteredYuan());
    }

    /** A leader reads what was submitted, and nothing that is being written. */
    private MonthlyReportFields shown(MonthlyReport report) {
        if (caller.scope().breadth() != RowScope.Breadth.SUBMITTED
                || !report.state().isOpen()) {
            return report.fields();
        }
        ReportReceipt last = receipts.of(report).getFirst();
        try {
            return json.readerFor(MonthlyReportFields.class)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(receipts.content(last).orElseThrow());
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("unreadable submission " + last.number(), broken);
        }
    }

    MonthlyReportView.Timing timing(MonthlyReport report) {
        return new MonthlyReportView.Timing(
                report.lastDay(),
                CityClock.local(CityClock.endOf(report.lastDay())),
                report.extension().orElse(null),
                report.timelinessAt(clock.now()),
                report.firstSubmittedAt().map(CityClock::local).orElse(null),
                report.lateSeconds().orElse(null),
                report.periodEndsOn().orElse(null),
                ChronoUnit.DAYS.between(clock.today(), report.lastDay()));
    }
}
