package org.zhaoshang.prices.premises;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.fields.PlainNumber;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.units.Units;

/** Shows premises and parcels to the present caller in the present language. */
@ApplicationScoped
class ListingViews {
    private final Listings listings;
    private final ListingFindings findings;
    private final ListingPermits permits;
    private final Units units;
    private final CurrentCaller caller;
    private final CurrentLanguage language;
    private final CityClock clock;

    ListingViews(
            Listings listings,
            ListingFindings findings,
            ListingPermits permits,
            Units units,
            CurrentCaller caller,
            CurrentLanguage language,
            CityClock clock) {
        this.listings = listings;
        this.findings = findings;
        this.permits = permits;
        this.units = units;
        this.caller = caller;
        this.language = language;
        this.clock = clock;
    }

    PremisesView of(Premises premises) {
        PremisesFields fields = premises.fields();
        return new PremisesView(
                standing(premises),
                fields,
                fields.occupiedAreaSqm(),
                fields.utilisationPct(),
                premises.craneTon().map(PlainNumber::of).orElse(null),
                fields.priceOnRequest());
    }

    LandParcelView of(LandParcel parcel) {
        LandParcelFields fields = parcel.fields();
        return new LandParcelView(
                standing(parcel),
                fields,
                fields.computedAreaMu(),
                fields.startPriceWanPerMu(),
                fields.investmentIntensityWanPerMu());
    }

    private ListingStanding standing(Listing listing) {
        Language spoken = language.get();
        List<Finding> found = findings.of(listing);
        ListingPermits.Permitted permitted = permits.of(listing, found, caller.get(), spoken);
        String location = listing.fields().locationCode();
        return new ListingStanding(
                listing.id(),
                listing.code(),
                listing.version(),
                listing.state(),
                units.nameOf(listing.unitCode()),
                location == null ? null : units.nameOf(location),
                listing.isPubliclyListed(),
                listing.hasChangedSince(),
                listing.publishedAt().map(CityClock::local).orElse(null),
                listing.publishedBy().orElse(null),
                listing.verifiedOn(),
                listing.verifiedUntil(),
                listing.unverifiedSince(clock.today()).orElse(null),
                listing.takenBy().orElse(null),
                listing.takenOn().orElse(null),
                listing.exitReason().orElse(null),
                listing.isExample(),
                listings.files(listing.id()),
                found.stream().map(finding -> finding.in(spoken)).toList(),
                CityClock.local(listing.createdAt()),
                listing.createdBy(),
                CityClock.local(listing.updatedAt()),
                listing.updatedBy(),
                permitted.allowed(),
                permitted.whyNot());
    }
}
