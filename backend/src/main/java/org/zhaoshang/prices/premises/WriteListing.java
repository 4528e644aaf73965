package org.zhaoshang.prices.premises;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.fields.Reading;
import org.zhaoshang.shared.fields.RecordForm;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.time.CityClock;

/** The unit writes its fields: a listing is made or its fields change, whoever brings the input. */
@ApplicationScoped
class WriteListing {
    private final Listings listings;
    private final ListingForms forms;
    private final ListingJournal journal;
    private final ListingPermits permits;
    private final ListingSettings settings;
    private final CityClock clock;

    WriteListing(
            Listings listings,
            ListingForms forms,
            ListingJournal journal,
            ListingPermits permits,
            ListingSettings settings,
            CityClock clock) {
        this.listings = listings;
        this.forms = forms;
        this.journal = journal;
        this.permits = permits;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param example 示例: shown as such wherever it is shown
     * @throws Problem 400 for what can not be stored, 403 for another unit, 409 for a key that is taken
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Listing create(ListingKind kind, Caller who, @Nullable JsonNode body, boolean example, @Nullable String reason) {
        RecordForm<ListingFields> form = forms.of(kind);
        Reading reading = form.read(body);
        String unit = ownUnit(who, reading, who.unitCode() == null ? "" : who.unitCode());
        ListingFields fields = form.create(reading, unit);
        refuseTakenKey(kind, fields, null);
        Listing listing = made(kind, listings.nextCodes(kind, unit, 1).getFirst(), fields, example, who);
        journal.created(who, listing, reason);
        return listing;
    }

    Listing made(ListingKind kind, String code, ListingFields fields, boolean example, Caller who) {
        Instant now = clock.now();
        LocalDate until = verifiedUntil();
        return switch (fields) {
            case PremisesFields premises -> new Premises(code, premises, example, until, who, now);
            case LandParcelFields parcel -> new LandParcel(code, parcel, example, until, who, now);
        };
    }

    /** Until when what is confirmed today counts as verified. */
    LocalDate verifiedUntil() {
        return clock.today().plusDays(settings.verifiedDays());
    }

    /**
     * A merge patch (RFC 7396); one that changes nothing leaves no trace.
     *
     * @throws Problem 400 for what can not be stored, 403 for another unit, 409 for what is not open or a key that is taken
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void revise(Caller who, Listing listing, @Nullable JsonNode patch, @Nullable String reason) {
        RecordForm<ListingFields> form = forms.of(listing.kind());
        Reading reading = form.read(patch);
        ownUnit(who, reading, listing.unitCode());
        permits.require(ListingAction.EDIT, listing, who);
        ListingFields merged = form.merge(listing.fields(), reading);
        if (!merged.equals(listing.fields())) {
            refuseTakenKey(listing.kind(), merged, listing.id());
            journal.changed(who, listing, "update", reason, () -> listing.revise(merged, who, clock.now()));
        }
    }

    private static String ownUnit(Caller who, Reading reading, String otherwise) {
        String unit = reading.values().path("unitCode").asText(otherwise);
        if (!who.belongsTo(unit)) {
            throw Problem.foreignUnit(unit);
        }
        return unit;
    }

    private void refuseTakenKey(ListingKind kind, ListingFields fields, @Nullable UUID except) {
        if (listings.externalIdTaken(kind, fields, except)) {
            Text taken = new Text("本单位已有相同编号的记录", "your unit has a record with this key");
            throw Problem.conflict(
                    taken,
                    List.of(Finding.of(
                            "FORMAT",
                            "/externalId",
                            Map.of("label", forms.of(kind).form().label("/externalId"), "problem", taken))));
        }
    }
}
