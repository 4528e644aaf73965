package org.zhaoshang.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.List;
import org.zhaoshang.prices.premises.ListingKind;
import org.zhaoshang.prices.premises.ListingMoved;
import org.zhaoshang.prices.premises.ListingPictureRemoved;
import org.zhaoshang.prices.premises.ListingPublished;
import org.zhaoshang.prices.premises.ListingUnlisted;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/** Keeps the public premises and parcels in step with the units' own, in the transaction of each change. */
@ApplicationScoped
class PublicOffering {
    private final PublicOffers offers;
    private final PublicRows rows;
    private final PublicChanges changes;

    PublicOffering(PublicOffers offers, PublicRows rows, PublicChanges changes) {
        this.offers = offers;
        this.rows = rows;
        this.changes = changes;
    }

    /** @throws Problem 422 for what must not be public; the change that asked for it is undone */
    @Transactional(Transactional.TxType.MANDATORY)
    void publish(@Observes ListingPublished event) {
        List<Finding> barred = PublicRules.bar(event.kind(), event.fields());
        if (!barred.isEmpty()) {
            throw Problem.unprocessable(
                    new Text("有不能对外公布的内容，请填报单位修改", "Not fit for the public: the unit has to change it"), barred);
        }
        changes.atTheEnd(seq -> offers.put(kind(event.kind()), event, seq));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void move(@Observes ListingMoved event) {
        changes.atTheEnd(seq ->
                offers.move(kind(event.kind()), event.id(), event.state(), event.verifiedUntil(), event.at(), seq));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void removePicture(@Observes ListingPictureRemoved event) {
        PublicKind kind = kind(event.kind());
        if (rows.find(kind, event.id()).isPresent()) {
            changes.atTheEnd(seq -> offers.removePicture(kind, event.id(), event.picture(), event.at(), seq));
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void remove(@Observes ListingUnlisted event) {
        changes.atTheEnd(seq ->
                rows.remove(kind(event.kind()), event.id(), event.reason().name(), null, event.at(), seq));
    }

    private static PublicKind kind(ListingKind kind) {
        return kind == ListingKind.PREMISES ? PublicKind.PREMISES : PublicKind.LAND_PARCELS;
    }
}
