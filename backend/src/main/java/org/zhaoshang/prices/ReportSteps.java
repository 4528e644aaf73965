package org.zhaoshang.prices;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.audit.Subject;
import org.zhaoshang.audit.Trail;
import org.zhaoshang.calls.Calls;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.steps.Reasons;
import org.zhaoshang.shared.steps.ReturnNotice;
import org.zhaoshang.shared.time.CityClock;

/** The steps of a report's life; its prices go along. */
@ApplicationScoped
class ReportSteps {
    private static final String PRICE = "/prices/";

    private final PriceReports reports;
    private final Prices prices;
    private final PriceJournal journal;
    private final ReportPermits permits;
    private final Calls calls;
    private final PriceNotices notices;
    private final Trail trail;
    private final ObjectMapper json;
    private final CityClock clock;

    ReportSteps(
            PriceReports reports,
            Prices prices,
            PriceJournal journal,
            ReportPermits permits,
            Calls calls,
            PriceNotices notices,
            Trail trail,
            ObjectMapper json,
            CityClock clock) {
        this.reports = reports;
        this.prices = prices;
        this.journal = journal;
        this.permits = permits;
        this.calls = calls;
        this.notices = notices;
        this.trail = trail;
        this.json = json;
        this.clock = clock;
    }

    /** @param report held by this transaction, as its caller has seen it */
    @Transactional(Transactional.TxType.MANDATORY)
    void submit(Caller who, PriceReport report, @Nullable String reason) {
        List<Price> all = prices.ofReport(report.year(), report.unitCode());
        permits.require(ReportAction.SUBMIT, report, all, who);
        String words = Reasons.optional(reason);
        Instant at = clock.now();
        boolean late = calls.byYear(report.year())
                .map(call -> call.isLate(report.unitCode(), at))
                .orElse(false);
        journal.changed(
                who, those(all, price -> price.state().isOpen()), "submit", words, price -> price.submit(who, at));
        noted(who, report, "submit", words, () -> report.submit(late, who, at));
        notices.submitted(report);
    }

    /**
     * Sends the named prices back, or all that were submitted where only items, or nothing, are named.
     *
     * @param given each with its own reason, at {@code /prices/<id>} or {@code /items/<code>}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void sendBack(
            Caller who,
            PriceReport report,
            @Nullable String reason,
            @Nullable List<ReturnNotice.@Nullable Remark> given) {
        List<Price> all = prices.ofReport(report.year(), report.unitCode());
        permits.require(ReportAction.RETURN, report, all, who);
        String words = Reasons.required(reason);
        List<ReturnNotice.Remark> remarks = ReportRemarks.read(given, all);
        Instant at = clock.now();
        Map<String, String> named = new HashMap<>();
        remarks.stream()
                .filter(remark -> remark.pointer().startsWith(PRICE))
                .forEach(remark -> named.put(remark.pointer().substring(PRICE.length()), remark.reason()));
        List<Price> back = named.isEmpty()
                ? those(all, price -> price.state() == PriceState.SUBMITTED)
                : those(all, price -> named.containsKey(price.id().toString()));
        journal.changed(
                who,
                back,
                "return",
                words,
                price -> price.sendBack(named.getOrDefault(price.id().toString(), words), who, at));
        noted(who, report, "return", words, () -> report.sendBack(words, remarks, who, at));
        notices.returned(report, words);
    }

    /** From now on its prices are compared and published; each closes the accepted one before it. */
    @Transactional(Transactional.TxType.MANDATORY)
    void accept(Caller who, PriceReport report, @Nullable String reason) {
        List<Price> all = prices.ofReport(report.year(), report.unitCode());
        permits.require(ReportAction.ACCEPT, report, all, who);
        String words = Reasons.optional(reason);
        Instant at = clock.now();
        List<Price> accepted = those(all, price -> price.state() == PriceState.SUBMITTED).stream()
                .sorted(Comparator.comparing(
                        price -> Objects.requireNonNull(price.fields().validFrom())))
                .toList();
        journal.changed(who, accepted, "accept", words, price -> {
            // What a price that is not accepted closed is open to the public until that one is.
            if (price.closedBy().filter(this::isOpen).isPresent()) {
                price.release(who, at);
            }
            price.accept(who, at);
        });
        noted(who, report, "accept", words, () -> report.accept(who, at));
        notices.accepted(report, words);
    }

    private boolean isOpen(java.util.UUID other) {
        Price closing = prices.findById(other);
        return closing == null || closing.state() != PriceState.ACCEPTED;
    }

    private static List<Price> those(List<Price> prices, Predicate<Price> which) {
        return prices.stream().filter(which).toList();
    }

    private void noted(Caller who, PriceReport report, String action, @Nullable String reason, Runnable change) {
        ObjectNode before = document(report);
        change.run();
        reports.flush();
        trail.change(
                who,
                new Subject("price-report", report.year() + "/" + report.unitCode(), report.unitCode()),
                action,
                reason,
                report.version(),
                before,
                document(report));
    }

    private ObjectNode document(PriceReport report) {
        ObjectNode document =
                json.createObjectNode().put("state", report.state().name()).put("late", report.isLate());
        document.set("returned", json.valueToTree(report.returned().orElse(null)));
        return document;
    }
}
