package org.zhaoshang.prices.premises;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.http.Revision;

/** A change of one listing over HTTP: of the version its caller has seen, answered with the listing as it then is. */
@ApplicationScoped
class SeenListing {
    private final Listings listings;
    private final CurrentCaller current;

    SeenListing(Listings listings, CurrentCaller current) {
        this.listings = listings;
        this.current = current;
    }

    /** The listing with its version as ETag. */
    static <L extends Listing, V> RestResponse<V> answer(L listing, Function<L, V> view) {
        return RestResponse.ResponseBuilder.ok(view.apply(listing))
                .tag(Revision.tag(listing.version()))
                .build();
    }

    /** @throws Problem 404 for what the caller does not see */
    <L extends Listing, V> RestResponse<V> get(Class<L> type, UUID id, Function<L, V> view) {
        return answer(listings.seen(type, id, current.scope()), view);
    }

    /**
     * @param ifMatch the header as it came
     * @throws Problem 404 for what the caller does not see, 428 without the header, 412 when it names another version
     */
    <L extends Listing> L unchanged(Class<L> type, UUID id, @Nullable String ifMatch, Function<L, ?> view) {
        L listing = listings.seen(type, id, current.scope());
        Revision.require(ifMatch, listing.version(), () -> view.apply(listing));
        return listing;
    }

    /** @param change refuses by a {@link Problem}; two at once are told apart by the version, the later one is 412 */
    <L extends Listing, V> RestResponse<V> change(
            Class<L> type, UUID id, @Nullable String ifMatch, Function<L, V> view, BiConsumer<Caller, L> change) {
        L listing = unchanged(type, id, ifMatch, view);
        change.accept(current.get(), listing);
        return answer(listing, view);
    }
}
