package org.zhaoshang.prices.premises;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.time.CityClock;

/** Gathers what the rules must know and asks them: the one way to a listing's findings. */
@ApplicationScoped
class ListingFindings {
    private final Listings listings;
    private final ListingForms forms;
    private final CityClock clock;

    ListingFindings(Listings listings, ListingForms forms, CityClock clock) {
        this.listings = listings;
        this.forms = forms;
        this.clock = clock;
    }

    List<Finding> of(Listing listing) {
        return of(listing.fields(), listing.id(), null);
    }

    /**
     * @param id of the stored listing that the fields belong to; null for one that does not exist yet
     * @param alsoNamed the code of one about to be stored under the same name; null for none
     */
    List<Finding> of(ListingFields fields, @Nullable UUID id, @Nullable String alsoNamed) {
        ListingKind kind = ListingRules.kindOf(fields);
        return ListingRules.check(
                fields,
                new ListingRules.Context(
                        forms.of(kind).document(fields),
                        listings.namesake(kind, fields, id).orElse(alsoNamed),
                        clock.today()));
    }
}
