package org.zhaoshang.signing.funds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zhaoshang.bulk.RecordImport;
import org.zhaoshang.bulk.Records;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.Permission;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.units.Units;

/** Receipts as a kind of upload. */
@Singleton
class ReceiptImport extends RecordImport<FundReceipt, ReceiptFields> {
    /** Of a template with the unit's own rows: what is older is seldom written again. */
    private static final int NEWEST = 10_000;

    private final ReceiptParts parts;
    private final Units units;

    ReceiptImport(ReceiptParts parts, ReceiptCodeNames codes, Units units) {
        super(ReceiptSheet.SHEET, codes, units);
        this.parts = parts;
        this.units = units;
    }

    @Override
    public String name() {
        return "receipts";
    }

    @Override
    public String nameField() {
        return "signedProject";
    }

    @Override
    public boolean isFor(Caller caller) {
        return caller.may(Permission.RECEIPTS_WRITE);
    }

    @Override
    protected Records<FundReceipt, ReceiptFields> records(Caller caller) {
        return new ReceiptRecords(parts, caller);
    }

    @Override
    public List<UUID> current(Caller caller) {
        return parts.receipts().newest(Objects.requireNonNull(caller.unitCode()), NEWEST);
    }

    @Override
    public Map<UUID, ObjectNode> rows(Collection<UUID> records, RowScope scope) {
        return parts.receipts().seenOf(new HashSet<>(records), scope).stream()
                .collect(Collectors.toMap(
                        FundReceipt::id,
                        receipt -> ReceiptSheet.row(
                                receipt.code(), receipt.fields(), parts.input().records(), units)));
    }
}
