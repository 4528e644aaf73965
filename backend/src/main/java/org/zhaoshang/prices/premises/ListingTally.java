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

    /** What is on offer in the city, has nothing left to settle and is not public, with the query that lists it. */
    public Counted unpublished(ListingKind kind) {
        ListingFilter filter = new ListingFilter();
        filter.state = kind.open() + "," + ListingState.IN_TALKS;
        filter.publiclyListed = "false";
        filter.hasFindings = "false";
        RowScope all = new RowScope(RowScope.Breadth.ALL, null, null);
        return new Counted(
                list.count(kind, list.conditions(kind, filter, all)),
                "/" + kind.path() + "?state=" + filter.state + "&publiclyListed=false&hasFindings=false");
    }

    /** @param query that lists what is counted, below the API's address and the client's alike */
    public record Counted(long count, String query) {}
}
