package org.zhaoshang.prices;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zhaoshang.bulk.ImportBatch;
import org.zhaoshang.bulk.RecordImport;
import org.zhaoshang.bulk.Records;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.Permission;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.units.Units;

/** Factor prices as a kind of upload. */
@Singleton
class PriceImport extends RecordImport<Price, PriceFields> {
    private final Prices prices;
    private final PriceForm form;
    private final PriceFindings findings;
    private final PriceJournal journal;
    private final PriceRows rows;
    private final WritePrice write;
    private final CityClock clock;

    PriceImport(
            Prices prices,
            PriceForm form,
            PriceFindings findings,
            PriceJournal journal,
            PriceRows rows,
            WritePrice write,
            PriceCodeNames codes,
            Units units,
            CityClock clock) {
        super(PriceRows.SHEET, codes, units);
        this.prices = prices;
        this.form = form;
        this.findings = findings;
        this.journal = journal;
        this.rows = rows;
        this.write = write;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "factor-prices";
    }

    @Override
    public String nameField() {
        return "itemCode";
    }

    /** The item's name, by which people know a price. */
    @Override
    public String spoken(String said) {
        return FactorItems.byCode(said).map(item -> item.name().zh()).orElse(said);
    }

    @Override
    public boolean isFor(Caller caller) {
        return caller.may(Permission.PRICES_WRITE);
    }

    @Override
    protected Records<Price, PriceFields> records(Caller caller) {
        return records(caller, write.reportYear());
    }

    private Records<Price, PriceFields> records(Caller caller, int year) {
        return new PriceRecords(prices, form, findings, journal, clock, caller, year);
    }

    /** As an upload, into the report of that year. */
    ImportBatch begin(Caller caller, int year, String reason) {
        return batch(records(caller, year), caller, reason);
    }

    /** Of the running year's report. */
    @Override
    public List<UUID> current(Caller caller) {
        return prices.openOf(write.reportYear(), Objects.requireNonNull(caller.unitCode()));
    }

    @Override
    public Map<UUID, ObjectNode> rows(Collection<UUID> records, RowScope scope) {
        return records.isEmpty()
                ? Map.of()
                : prices.seen(new HashSet<>(records), scope).stream()
                        .collect(Collectors.toMap(Price::id, price -> rows.row(price.code(), price.fields())));
    }
}
