package org.zhaoshang.prices.premises;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.audit.Change;
import org.zhaoshang.audit.Subject;
import org.zhaoshang.audit.Trail;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.time.CityClock;

/**
 * Carries out a change of a listing with all that belongs to it, in the caller's transaction: the findings are counted anew, the
 * trail written, the public list told.
 */
@ApplicationScoped
class ListingJournal {
    private final Listings listings;
    private final ListingForms forms;
    private final ListingFindings findings;
    private final ListingPictures pictures;
    private final Trail trail;
    private final CityClock clock;
    private final Event<ListingPublished> published;
    private final Event<ListingMoved> moved;
    private final Event<ListingUnlisted> unlisted;

    ListingJournal(
            Listings listings,
            ListingForms forms,
            ListingFindings findings,
            ListingPictures pictures,
            Trail trail,
            CityClock clock,
            Event<ListingPublished> published,
            Event<ListingMoved> moved,
            Event<ListingUnlisted> unlisted) {
        this.listings = listings;
        this.forms = forms;
        this.findings = findings;
        this.pictures = pictures;
        this.trail = trail;
        this.clock = clock;
        this.published = published;
        this.moved = moved;
        this.unlisted = unlisted;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void created(Caller who, Listing listing, @Nullable String reason) {
        listing.judged(findings.of(listing.fields(), null));
        listings.persist(listing);
        trail.change(
                who, subject(listing), "create", reason, listing.version(), NullNode.getInstance(), document(listing));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void changed(Caller who, Listing listing, String action, @Nullable String reason, Runnable change) {
        boolean wasListed = listing.isPubliclyListed();
        ListingState from = listing.state();
        LocalDate verified = listing.verifiedUntil();
        ObjectNode before = document(listing);
        change.run();
        listing.judged(findings.of(listing));
        listings.flush();
        trail.change(who, subject(listing), action, reason, listing.version(), before, document(listing));
        if (action.equals(ListingAction.PUBLISH.verb())) {
            published.fire(new ListingPublished(
                    listing.kind(),
                    listing.id(),
                    listing.code(),
                    listing.fields(),
                    listing.state(),
                    listing.verifiedUntil(),
                    listing.isExample(),
                    pictures.of(listing.id()),
                    clock.now()));
        } else if (wasListed && !listing.isPubliclyListed()) {
            unlisted.fire(new ListingUnlisted(listing.kind(), listing.id(), reason(listing.state()), clock.now()));
        } else if (wasListed
                && (listing.state() != from || !listing.verifiedUntil().equals(verified))) {
            moved.fire(new ListingMoved(
                    listing.kind(), listing.id(), listing.state(), listing.verifiedUntil(), clock.now()));
        }
    }

    private static ListingUnlisted.Reason reason(ListingState state) {
        return switch (state) {
            case REUSED -> ListingUnlisted.Reason.REUSED;
            case GRANTED -> ListingUnlisted.Reason.GRANTED;
            case WITHDRAWN -> ListingUnlisted.Reason.WITHDRAWN;
            default -> ListingUnlisted.Reason.UNPUBLISHED;
        };
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void deleted(Caller who, Listing listing, @Nullable String reason) {
        ObjectNode before = document(listing);
        listings.delete(listing);
        trail.change(who, subject(listing), "delete", reason, listing.version() + 1, before, NullNode.getInstance());
    }

    /** A file came or went; the fields stay as they are. @param from null node when it came @param to null node when it went */
    @Transactional(Transactional.TxType.MANDATORY)
    void beside(Caller who, Listing listing, String action, JsonNode from, JsonNode to) {
        listings.flush();
        ObjectNode before = document(listing);
        ObjectNode after = document(listing);
        before.set("files", from);
        after.set("files", to);
        trail.change(who, subject(listing), action, null, listing.version(), before, after);
    }

    /** Many new listings of one unit, judged already. */
    @Transactional(Transactional.TxType.MANDATORY)
    void createdAll(Caller who, List<Listing> lot, String reason) {
        listings.insertAll(lot);
        trail.changes(
                who,
                "create",
                reason,
                lot.stream()
                        .map(listing -> written(listing, NullNode.getInstance()))
                        .toList());
    }

    /** Many listings whose fields were revised and judged. @param before as {@link #document} gave them */
    @Transactional(Transactional.TxType.MANDATORY)
    void revisedAll(Caller who, List<Listing> lot, List<ObjectNode> before, String action, String reason) {
        listings.updateAll(lot);
        List<Trail.Changed> changed = new ArrayList<>(lot.size());
        for (int at = 0; at < lot.size(); at++) {
            changed.add(written(lot.get(at), before.get(at)));
        }
        trail.changes(who, action, reason, changed);
    }

    /** Many that were never public. */
    @Transactional(Transactional.TxType.MANDATORY)
    void deletedAll(Caller who, List<Listing> lot, String reason) {
        listings.deleteAll(lot);
        trail.changes(
                who,
                "delete",
                reason,
                lot.stream()
                        .map(listing -> new Trail.Changed(
                                subject(listing),
                                listing.version() + 1,
                                Change.between(document(listing), NullNode.getInstance()),
                                NullNode.getInstance()))
                        .toList());
    }

    private Trail.Changed written(Listing listing, JsonNode before) {
        ObjectNode after = document(listing);
        return new Trail.Changed(subject(listing), listing.version(), Change.between(before, after), after);
    }

    static Subject subject(Listing listing) {
        return new Subject(listing.kind().subject(), listing.id().toString(), listing.unitCode());
    }

    /** What the history keeps: the unit's fields and where the listing stands. */
    ObjectNode document(Listing listing) {
        ObjectNode document = forms.of(listing.kind())
                .document(listing.fields())
                .put("state", listing.state().name())
                .put("publiclyListed", listing.isPubliclyListed())
                .put("changedSince", listing.hasChangedSince())
                .put("verifiedOn", listing.verifiedOn().toString())
                .put("verifiedUntil", listing.verifiedUntil().toString());
        listing.takenBy().ifPresent(by -> document.put("takenBy", by));
        listing.takenOn().ifPresent(on -> document.put("takenOn", on.toString()));
        listing.exitReason().ifPresent(why -> document.put("exitReason", why));
        return document;
    }
}
