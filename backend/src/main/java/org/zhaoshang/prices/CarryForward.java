package org.zhaoshang.prices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.time.CityClock;

/**
 * “Unchanged since last period”: what the unit reported last becomes a draft of this year's report, from the first day of the
 * year, or from the day after the old one's last day where that is later.
 */
@ApplicationScoped
class CarryForward {
    private final PriceReports reports;
    private final Prices prices;
    private final PriceJournal journal;
    private final CityClock clock;

    CarryForward(PriceReports reports, Prices prices, PriceJournal journal, CityClock clock) {
        this.reports = reports;
        this.prices = prices;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * @param items only these; null for all
     * @return the new drafts; what the report has already, or what can not begin in the year, is left out
     */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Price> into(PriceReport report, @Nullable Set<String> items, Caller who, @Nullable String reason) {
        prices.hold(report.unitCode());
        Set<PricePlace> present = prices.ofReport(report.year(), report.unitCode()).stream()
                .map(PricePlace::of)
                .collect(Collectors.toCollection(HashSet::new));
        List<PriceFields> wanted = reports.before(report.year(), report.unitCode()).stream()
                .filter(last -> items == null || items.contains(last.fields().itemCode()))
                .filter(last -> !present.contains(PricePlace.of(last)))
                .map(last -> carried(last, report.year()))
                .toList();
        PriceSeries series = new PriceSeries(prices, report.unitCode())
                .expect(wanted.stream().map(PricePlace::of).toList());
        List<PriceFields> carried =
                wanted.stream().filter(fields -> fits(fields, report, series)).toList();
        if (carried.isEmpty()) {
            return List.of();
        }
        List<String> codes = prices.nextCodes(report.unitCode(), carried.size());
        List<Price> made = new ArrayList<>();
        for (int at = 0; at < carried.size(); at++) {
            made.add(new Price(codes.get(at), report.year(), carried.get(at), false, who, clock.now()));
        }
        journal.created(who, made, reason);
        return made;
    }

    private static PriceFields carried(Price last, int year) {
        PriceFields fields = last.fields();
        LocalDate begins = LocalDate.of(year, 1, 1);
        LocalDate lastDay = last.closedBy().isPresent() ? null : fields.validTo();
        LocalDate earliest =
                lastDay == null ? Objects.requireNonNull(fields.validFrom()).plusDays(1) : lastDay.plusDays(1);
        return new PriceFields(
                null,
                fields.unitCode(),
                fields.parkName(),
                fields.itemCode(),
                fields.condition(),
                fields.termYears(),
                fields.priceLow(),
                fields.priceHigh(),
                fields.unitOfMeasure(),
                earliest.isAfter(begins) ? earliest : begins,
                null,
                fields.composition(),
                fields.sourceDocument(),
                fields.note(),
                List.of());
    }

    private static boolean fits(PriceFields fields, PriceReport report, PriceSeries series) {
        LocalDate from = Objects.requireNonNull(fields.validFrom());
        List<Validity.Period> others = series.at(PricePlace.of(fields)).stream()
                .map(PriceJournal::period)
                .toList();
        Validity.Period asked = new Validity.Period(null, "", from, null, null, false);
        return from.getYear() <= report.year()
                && Validity.of(asked, others).clash().isEmpty();
    }
}
