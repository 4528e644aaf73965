package org.zhaoshang.prices.premises;

import jakarta.enterprise.context.ApplicationScoped;
import org.zhaoshang.shared.caller.RowScope;

/** Counts by the very conditions of the list, so that a figure is what its link lists. */
@ApplicationScoped
public class ListingTally {
    private final ListingList list;

    ListingTally(ListingList list) {
        this.list = list;
    }

    /** What a unit has on offer and has not confirmed for so long that it no longer counts as verified. */
    public long unverified(ListingKind kind, String unitCode) {
        ListingFilter filter = new ListingFilter();
        filter.verified = "false";
        RowScope own = new RowScope(RowScope.Breadth.OWN_UNIT, unitCode, null);
        return list.count(kind, list.conditions(kind, filter, own));
    }
}
