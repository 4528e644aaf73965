package org.zhaoshang.prices.premises;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.time.CityClock;

/** Premises and parcels as lines of an export, with one query for five hundred. */
@ApplicationScoped
class ListingLines {
    private final Listings listings;
    private final CityClock clock;

    ListingLines(Listings listings, CityClock clock) {
        this.listings = listings;
        this.clock = clock;
    }

    Map<UUID, ListingLine> read(ListingKind kind, Set<UUID> ids, RowScope scope) {
        LocalDate today = clock.today();
        return listings.seenOf(kind, ids, scope).stream()
                .collect(Collectors.toMap(Listing::id, listing -> line(listing, today)));
    }

    private static ListingLine line(Listing listing, LocalDate today) {
        ListingMark mark = ListingMark.of(listing, today);
        return switch (listing.fields()) {
            case PremisesFields premises -> new PremisesLine(mark, premises);
            case LandParcelFields parcel -> new LandParcelLine(mark, parcel);
        };
    }
}
