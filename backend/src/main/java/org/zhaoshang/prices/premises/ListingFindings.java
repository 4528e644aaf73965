package org.zhaoshang.prices.premises;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.search.Keys;
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
        return of(listing.fields(), listing.id());
    }

    /** @param id of the stored listing that the fields belong to; null for one that does not exist yet */
    List<Finding> of(ListingFields fields, @Nullable UUID id) {
        return of(ListingRules.kindOf(fields), fields.unitCode(), List.of(new Judged(fields, id)))
                .getFirst();
    }

    /** @param id of the stored listing that the fields belong to; null for one that does not exist yet */
    record Judged(ListingFields fields, @Nullable UUID id) {}

    /** Judges many of one unit with as many queries as one takes. */
    List<List<Finding>> of(ListingKind kind, String unitCode, List<Judged> lot) {
        Map<String, List<Listings.Namesake>> namesakes = listings.namesakes(
                kind,
                unitCode,
                lot.stream().map(judged -> Keys.key(judged.fields().title())).collect(Collectors.toSet()));
        return lot.stream()
                .map(judged -> ListingRules.check(
                        judged.fields(),
                        new ListingRules.Context(
                                forms.of(kind).document(judged.fields()), namesake(judged, namesakes), clock.today())))
                .toList();
    }

    private static @Nullable String namesake(Judged judged, Map<String, List<Listings.Namesake>> namesakes) {
        return namesakes.getOrDefault(Keys.key(judged.fields().title()), List.of()).stream()
                .filter(other -> !other.id().equals(judged.id()))
                .map(Listings.Namesake::code)
                .findFirst()
                .orElse(null);
    }
}
