package org.zhaoshang.prices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.calls.Call;
import org.zhaoshang.calls.Calls;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.rules.WhyNot;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.units.Units;

/** Shows a report to the present caller in the present language. */
@ApplicationScoped
class ReportViews {
    private final PriceReports reports;
    private final Prices prices;
    private final PriceViews views;
    private final ReportPermits permits;
    private final Calls calls;
    private final Units units;
    private final CurrentCaller caller;
    private final CurrentLanguage language;
    private final CityClock clock;

    ReportViews(
            PriceReports reports,
            Prices prices,
            PriceViews views,
            ReportPermits permits,
            Calls calls,
            Units units,
            CurrentCaller caller,
            CurrentLanguage language,
            CityClock clock) {
        this.reports = reports;
        this.prices = prices;
        this.views = views;
        this.permits = permits;
        this.calls = calls;
        this.units = units;
        this.caller = caller;
        this.language = language;
        this.clock = clock;
    }

    RestResponse<ReportView> answer(PriceReport report) {
        ReportView view = of(report);
        return RestResponse.ResponseBuilder.ok(view)
                .tag(new EntityTag(view.revision()))
                .build();
    }

    /** Of the report with its prices: its own version alone does not move while they do. */
    String revision(PriceReport report) {
        return report.version() + "-" + prices.state(report.year(), report.unitCode());
    }

    ReportView of(PriceReport report) {
        Call call = calls.byYear(report.year()).orElseThrow(Problem::notFound);
        String unit = report.unitCode();
        List<Price> all = prices.ofReport(report.year(), unit);
        // A leader sees what was submitted, and nothing that is still being written.
        List<Price> seen = caller.scope().breadth() == RowScope.Breadth.SUBMITTED
                ? all.stream()
                        .filter(price -> price.state() != PriceState.DRAFT)
                        .toList()
                : all;
        Set<String> priced =
                seen.stream().map(price -> price.fields().itemCode()).collect(Collectors.toSet());
        List<String> allowed = new ArrayList<>();
        List<WhyNot> whyNot = new ArrayList<>();
        for (ReportAction action : ReportAction.values()) {
            if (action.isFor(caller.get(), unit)) {
                permits.refusal(action, report, all, caller.get())
                        .ifPresentOrElse(
                                refusal -> whyNot.add(new WhyNot(
                                        action.verb(),
                                        refusal.findings().getFirst().rule(),
                                        refusal.remedy().in(language.get()))),
                                () -> allowed.add(action.verb()));
            }
        }
        LocalDate deadline = call.deadlineFor(unit);
        return new ReportView(
                report.year(),
                unit,
                units.nameOf(unit),
                report.version(),
                revision(report),
                report.state(),
                deadline,
                call.isExtended(unit),
                ChronoUnit.DAYS.between(clock.today(), deadline),
                report.isLate(),
                report.submissions(),
                report.submittedAt().map(CityClock::local).orElse(null),
                report.submittedBy().orElse(null),
                report.acceptedAt().map(CityClock::local).orElse(null),
                report.acceptedBy().orElse(null),
                report.returned().orElse(null),
                FactorItems.required().size(),
                FactorItems.required().stream()
                        .map(FactorItem::code)
                        .filter(code -> !priced.contains(code))
                        .toList(),
                seen.stream().mapToInt(Price::blocking).sum(),
                seen.stream().mapToInt(Price::explaining).sum(),
                lines(report, seen),
                List.copyOf(allowed),
                List.copyOf(whyNot));
    }

    private List<ReportView.Line> lines(PriceReport report, List<Price> seen) {
        Map<String, Price> last = new LinkedHashMap<>();
        reports.before(report.year(), report.unitCode()).forEach(price -> last.put(place(price), price));
        Map<String, List<Price>> present = new LinkedHashMap<>();
        seen.forEach(price ->
                present.computeIfAbsent(place(price), none -> new ArrayList<>()).add(price));
        Map<Price, PriceView> shown = new LinkedHashMap<>();
        List<PriceView> all = views.of(seen);
        for (int at = 0; at < seen.size(); at++) {
            shown.put(seen.get(at), all.get(at));
        }
        List<ReportView.Line> lines = new ArrayList<>();
        for (FactorItem item : FactorItems.all()) {
            Set<String> places = new java.util.LinkedHashSet<>();
            List.of(last.keySet(), present.keySet())
                    .forEach(keys -> keys.stream()
                            .filter(place -> place.startsWith(item.code() + "|"))
                            .forEach(places::add));
            places.forEach(
                    place -> lines.add(line(item, last.get(place), present.getOrDefault(place, List.of()), shown)));
            if (places.isEmpty()) {
                lines.add(line(item, null, List.of(), shown));
            }
        }
        return lines;
    }

    private static String place(Price price) {
        return price.key().of(price.fields().itemCode());
    }

    private ReportView.Line line(
            FactorItem item, @Nullable Price last, List<Price> present, Map<Price, PriceView> shown) {
        Optional<PriceFields> like = Optional.ofNullable(present.isEmpty() ? last : present.getFirst())
                .map(Price::fields);
        return new ReportView.Line(
                item.code(),
                item.name().in(language.get()),
                item.category(),
                item.unit(),
                item.required(),
                like.map(PriceFields::parkName).orElse(null),
                like.map(PriceFields::condition).orElse(null),
                like.map(PriceFields::termYears).orElse(item.termYears()),
                last == null
                        ? null
                        : new ReportView.Last(
                                last.id(),
                                last.reportYear(),
                                last.state(),
                                Objects.requireNonNull(last.fields().priceLow()),
                                last.fields().priceHigh(),
                                Objects.requireNonNull(last.fields().validFrom()),
                                last.fields().validTo(),
                                last.fields().composition(),
                                last.fields().sourceDocument()),
                present.stream()
                        .map(price -> Objects.requireNonNull(shown.get(price)))
                        .toList());
    }
}
