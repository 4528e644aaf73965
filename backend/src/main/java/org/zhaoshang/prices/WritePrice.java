package org.zhaoshang.prices;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.calls.Call;
import org.zhaoshang.calls.Calls;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.fields.Reading;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.steps.Reasons;
import org.zhaoshang.shared.time.CityClock;

/** The unit writes its prices: a draft is made or an open one changes. */
@ApplicationScoped
class WritePrice {
    private static final Text NO_CALL = new Text("还没有征集年度，不能填报", "There is no call to report in yet");
    private static final Text TAKEN = new Text("本单位已有相同编号的价格", "your unit has a price with this key");

    private final Prices prices;
    private final PriceForm form;
    private final PriceJournal journal;
    private final Calls calls;
    private final CityClock clock;

    WritePrice(Prices prices, PriceForm form, PriceJournal journal, Calls calls, CityClock clock) {
        this.prices = prices;
        this.form = form;
        this.journal = journal;
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * @param example 示例: shown as such wherever the price is shown
     * @throws Problem 400 for what can not be stored, 403 for another unit, 409 for a key that is taken, 422 for an overlap
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Price draft(Caller who, @Nullable JsonNode body, boolean example, @Nullable String reason) {
        Reading reading = form.read(body);
        String unit = ownUnit(who, reading, who.unitCode() == null ? "" : who.unitCode());
        PriceFields fields = form.create(reading, unit);
        refuseTakenKey(fields, null);
        Price price = new Price(prices.nextCodes(unit, 1).getFirst(), reportYear(), fields, example, who, clock.now());
        journal.created(who, List.of(price), Reasons.optional(reason));
        return price;
    }

    /**
     * A merge patch (RFC 7396); one that changes nothing leaves no trace.
     *
     * @throws Problem 400 for what can not be stored, 403 for another unit, 409 for what is not open, 422 for an overlap
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void revise(Caller who, Price price, @Nullable JsonNode patch, @Nullable String reason) {
        Reading reading = form.read(patch);
        ownUnit(who, reading, price.unitCode());
        PriceAction.EDIT.require(price, who);
        PriceFields merged = form.merge(price.fields(), reading);
        if (!merged.equals(price.fields())) {
            refuseTakenKey(merged, price.id());
            journal.changed(
                    who,
                    List.of(price),
                    "update",
                    Reasons.optional(reason),
                    open -> open.revise(merged, who, clock.now()));
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void delete(Caller who, Price price, @Nullable String reason) {
        PriceAction.DELETE.require(price, who);
        journal.deleted(who, List.of(price), Reasons.optional(reason));
    }

    /** The year whose report a new price goes with: the open call's, else the latest. */
    int reportYear() {
        return calls.current(clock).map(Call::year).orElseThrow(() -> Problem.conflict(NO_CALL));
    }

    static String ownUnit(Caller who, Reading reading, String otherwise) {
        String unit = reading.values().path("unitCode").asText(otherwise);
        if (!who.belongsTo(unit)) {
            throw Problem.foreignUnit(unit);
        }
        return unit;
    }

    private void refuseTakenKey(PriceFields fields, @Nullable UUID except) {
        if (prices.externalIdTaken(fields, except)) {
            throw Problem.conflict(
                    TAKEN,
                    List.of(Finding.of(
                            "FORMAT",
                            "/externalId",
                            Map.of("label", PriceForm.FORM.label("/externalId"), "problem", TAKEN))));
        }
    }
}
