package org.zhaoshang.prices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.bulk.JustificationText;
import org.zhaoshang.bulk.Records;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.fields.Reading;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.time.CityClock;

/**
 * Prices as an upload, or the grid, writes them. A row without code or external id is known by unit, item, park, condition,
 * term and first day.
 */
final class PriceRecords implements Records<Price, PriceFields> {
    private static final int RECOUNT_GROWTH = 8;

    private final Prices prices;
    private final PriceForm form;
    private final PriceFindings findings;
    private final PriceJournal journal;
    private final CityClock clock;
    private final Caller caller;
    private final int year;
    private long written;
    /** How many are written when the planner counts next. */
    private long recount = 2_000;

    /** When prices of the same place, item and condition are valid: as stored, with the rows so far on them. */
    private final KnownPlaces<Validity.Period> periods;

    PriceRecords(
            Prices prices,
            PriceForm form,
            PriceFindings findings,
            PriceJournal journal,
            CityClock clock,
            Caller caller,
            int year) {
        this.prices = prices;
        this.periods = new KnownPlaces<>(prices, PriceJournal::period);
        this.form = form;
        this.findings = findings;
        this.journal = journal;
        this.clock = clock;
        this.caller = caller;
        this.year = year;
    }

    @Override
    public Reading read(ObjectNode values) {
        return form.read(values);
    }

    @Override
    public PriceFields create(Reading reading, String unitCode) {
        return form.create(reading, unitCode);
    }

    @Override
    public PriceFields merge(Price record, Reading patch) {
        return form.merge(record.fields(), patch);
    }

    @Override
    public @Nullable Text closed(Price record) {
        return PriceAction.EDIT.refusal(record.state()).orElse(null);
    }

    @Override
    public @Nullable Text kept(Price record) {
        return PriceAction.DELETE.refusal(record.state()).orElse(null);
    }

    @Override
    public ObjectNode document(PriceFields fields) {
        return form.document(fields);
    }

    @Override
    public PriceFields fields(ObjectNode document) {
        return form.fields(document);
    }

    @Override
    public UUID id(Price record) {
        return record.id();
    }

    @Override
    public long version(Price record) {
        return record.version();
    }

    @Override
    public String code(Price record) {
        return record.code();
    }

    @Override
    public PriceFields fieldsOf(Price record) {
        return record.fields();
    }

    @Override
    public @Nullable String externalId(PriceFields fields) {
        return fields.externalId();
    }

    @Override
    public @Nullable String key(ObjectNode values) {
        FactorItem item = FactorItems.byCode(values.path("itemCode").asText()).orElse(null);
        String day = text(values, "validFrom");
        if (item == null || day == null) {
            return null;
        }
        Integer fixed = item.termYears();
        int term =
                values.path("termYears").isNumber() ? values.path("termYears").intValue() : fixed == null ? 0 : fixed;
        PriceKey key =
                new PriceKey(PriceKey.key(text(values, "parkName")), PriceKey.key(text(values, "condition")), term);
        return key.of(item.code()) + "|" + day;
    }

    private static @Nullable String text(ObjectNode values, String name) {
        JsonNode value = values.path(name);
        return value.isTextual() ? value.textValue() : null;
    }

    @Override
    public String words(PriceFields fields) {
        return JustificationText.write(fields.justifications());
    }

    @Override
    public List<Price> matching(
            String unitCode, Set<String> codes, Set<String> externalIds, Set<String> keys, boolean hold) {
        if (hold) {
            prices.hold(unitCode);
        }
        Set<PricePlace> places = keys.stream().map(PriceRecords::place).collect(Collectors.toSet());
        periods.expect(unitCode, places);
        return prices.matching(unitCode, codes, externalIds, places);
    }

    /** Of a key of {@link #key}. */
    private static PricePlace place(String key) {
        String[] parts = key.split("\\|", -1);
        return new PricePlace(parts[0], new PriceKey(parts[1], parts[2], Integer.parseInt(parts[3])));
    }

    /** V40, also against the rows before: what closes what is decided in the order of the file. */
    @Override
    public List<Finding> refused(PriceFields fields, @Nullable Price record, int row) {
        if (fields.validFrom() == null) {
            return List.of();
        }
        UUID id = record == null ? null : record.id();
        PricePlace place = PricePlace.of(fields);
        List<Validity.Period> series = periods.at(fields.unitCode(), place);
        List<Validity.Period> others = series.stream()
                .filter(other -> id == null || !id.equals(other.id()))
                .map(other -> other.releasedFrom(id))
                .toList();
        Validity.Period asked =
                new Validity.Period(id, "第 " + row + " 行", fields.validFrom(), fields.validTo(), null, false);
        Validity.Outcome outcome = Validity.of(asked, others);
        if (outcome.clash().isPresent()) {
            return List.of(Validity.finding(fields.item(), outcome.clash().get()));
        }
        series.clear();
        others.forEach(other -> series.add(
                outcome.closed().contains(other)
                        ? other.until(fields.validFrom().minusDays(1), id)
                        : other));
        series.add(asked);
        return List.of();
    }

    @Override
    public List<List<Finding>> findings(List<Judged<Price, PriceFields>> lot) {
        return findings.of(lot.stream()
                .map(judged -> new PriceFindings.Judged(
                        judged.fields(),
                        judged.record() == null ? null : judged.record().id()))
                .toList());
    }

    @Override
    public List<Price> created(List<Judged<Price, PriceFields>> lot, List<List<Finding>> judged, String reason) {
        List<String> codes = prices.nextCodes(lot.getFirst().fields().unitCode(), lot.size());
        List<Price> made = new ArrayList<>();
        for (int at = 0; at < lot.size(); at++) {
            made.add(new Price(codes.get(at), year, lot.get(at).fields(), false, caller, clock.now()));
        }
        journal.created(caller, made, reason);
        written += made.size();
        if (written >= recount) {
            prices.recount();
            recount *= RECOUNT_GROWTH;
        }
        return made;
    }

    @Override
    public void revised(
            List<Judged<Price, PriceFields>> lot, List<List<Finding>> judged, String action, String reason) {
        Map<Price, PriceFields> to = new HashMap<>();
        lot.forEach(each -> to.put(Objects.requireNonNull(each.record()), each.fields()));
        journal.changed(
                caller,
                List.copyOf(to.keySet()),
                action,
                reason,
                price -> price.revise(Objects.requireNonNull(to.get(price)), caller, clock.now()));
    }

    @Override
    public void deleted(List<Price> lot, String reason) {
        journal.deleted(caller, lot, reason);
    }
}
