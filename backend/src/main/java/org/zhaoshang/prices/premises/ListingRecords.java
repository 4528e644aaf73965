package org.zhaoshang.prices.premises;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.bulk.JustificationText;
import org.zhaoshang.bulk.Records;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.fields.Reading;
import org.zhaoshang.shared.fields.RecordForm;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.search.Keys;

/** Premises or parcels as an upload writes them. A row without code or external id is known by its name within the unit. */
final class ListingRecords implements Records<Listing, ListingFields> {
    private static final Text PUBLIC = new Text("发布过的不能删除，可以停用（保留记录）", "once published it can only be withdrawn");

    private final ListingKind kind;
    private final ListingImportParts parts;
    private final RecordForm<ListingFields> form;
    private final Caller caller;
    private final Instant now;

    ListingRecords(ListingKind kind, ListingImportParts parts, Caller caller) {
        this.kind = kind;
        this.parts = parts;
        this.form = parts.forms().of(kind);
        this.caller = caller;
        this.now = parts.clock().now();
    }

    @Override
    public Reading read(ObjectNode values) {
        return form.read(values);
    }

    @Override
    public ListingFields create(Reading reading, String unitCode) {
        return form.create(reading, unitCode);
    }

    @Override
    public ListingFields merge(Listing record, Reading patch) {
        return form.merge(record.fields(), patch);
    }

    @Override
    public @Nullable Text closed(Listing record) {
        return ListingAction.EDIT.startsFrom(record.state()) ? null : record.notNow();
    }

    @Override
    public @Nullable Text kept(Listing record) {
        if (!ListingAction.DELETE.startsFrom(record.state())) {
            return record.notNow();
        }
        return record.mayBeDeleted() ? null : PUBLIC;
    }

    @Override
    public ObjectNode document(ListingFields fields) {
        return form.document(fields);
    }

    @Override
    public ListingFields fields(ObjectNode document) {
        return form.fields(document);
    }

    @Override
    public UUID id(Listing record) {
        return record.id();
    }

    @Override
    public long version(Listing record) {
        return record.version();
    }

    @Override
    public String code(Listing record) {
        return record.code();
    }

    @Override
    public ListingFields fieldsOf(Listing record) {
        return record.fields();
    }

    @Override
    public @Nullable String externalId(ListingFields fields) {
        return fields.externalId();
    }

    @Override
    public @Nullable String key(ObjectNode values) {
        JsonNode name = values.path(kind == ListingKind.PREMISES ? "name" : "parcelNo");
        return name.isTextual() ? Keys.key(name.textValue()) : null;
    }

    @Override
    public String words(ListingFields fields) {
        return JustificationText.write(fields.justifications());
    }

    @Override
    public List<Listing> matching(
            String unitCode, Set<String> codes, Set<String> externalIds, Set<String> keys, boolean hold) {
        return parts.listings().matching(kind, unitCode, codes, externalIds, keys, hold);
    }

    @Override
    public List<List<Finding>> findings(List<Judged<Listing, ListingFields>> lot) {
        return parts.findings()
                .of(
                        kind,
                        Objects.requireNonNull(caller.unitCode()),
                        lot.stream()
                                .map(judged -> new ListingFindings.Judged(
                                        judged.fields(),
                                        judged.record() == null
                                                ? null
                                                : judged.record().id()))
                                .toList());
    }

    @Override
    public List<Listing> created(
            List<Judged<Listing, ListingFields>> lot, List<List<Finding>> findings, String reason) {
        List<String> codes = parts.listings().nextCodes(kind, Objects.requireNonNull(caller.unitCode()), lot.size());
        List<Listing> made = new ArrayList<>(lot.size());
        for (int at = 0; at < lot.size(); at++) {
            Listing listing =
                    parts.write().made(kind, codes.get(at), lot.get(at).fields(), false, caller);
            listing.judged(findings.get(at));
            made.add(listing);
        }
        parts.journal().createdAll(caller, made, reason);
        return made;
    }

    @Override
    public void revised(
            List<Judged<Listing, ListingFields>> lot, List<List<Finding>> findings, String action, String reason) {
        List<Listing> changed = new ArrayList<>(lot.size());
        List<ObjectNode> before = new ArrayList<>(lot.size());
        for (int at = 0; at < lot.size(); at++) {
            Listing listing = Objects.requireNonNull(lot.get(at).record());
            before.add(parts.journal().document(listing));
            listing.revise(lot.get(at).fields(), caller, now);
            listing.judged(findings.get(at));
            changed.add(listing);
        }
        parts.journal().revisedAll(caller, changed, before, action, reason);
    }

    @Override
    public void deleted(List<Listing> lot, String reason) {
        parts.journal().deletedAll(caller, lot, reason);
    }
}
