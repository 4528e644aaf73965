package org.zhaoshang.prices.premises;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.units.Units;

/** Premises or parcels as a kind of upload. */
abstract class ListingImport extends RecordImport<Listing, ListingFields> {
    private final ListingKind kind;
    private final ListingImportParts parts;

    ListingImport(ListingKind kind, ListingImportParts parts, ListingCodeNames codes, Units units) {
        super(ListingRows.of(kind), codes, units);
        this.kind = kind;
        this.parts = parts;
    }

    @Override
    public String name() {
        return kind.path();
    }

    @Override
    public boolean isFor(Caller caller) {
        return caller.may(kind.write());
    }

    @Override
    protected Records<Listing, ListingFields> records(Caller caller) {
        return new ListingRecords(kind, parts, caller);
    }

    @Override
    public List<UUID> current(Caller caller) {
        return parts.listings().onOffer(kind, Objects.requireNonNull(caller.unitCode()));
    }

    @Override
    public Map<UUID, ObjectNode> rows(Collection<UUID> records, RowScope scope) {
        return parts.listings().seenOf(kind, new HashSet<>(records), scope).stream()
                .collect(Collectors.toMap(Listing::id, listing -> parts.rows().row(listing.code(), listing.fields())));
    }
}
