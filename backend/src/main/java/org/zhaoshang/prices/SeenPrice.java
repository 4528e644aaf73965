package org.zhaoshang.prices;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.http.Revision;

/** A price in the version that its caller has seen. */
@ApplicationScoped
class SeenPrice {
    private final Prices prices;
    private final PriceViews views;
    private final CurrentCaller current;

    SeenPrice(Prices prices, PriceViews views, CurrentCaller current) {
        this.prices = prices;
        this.views = views;
        this.current = current;
    }

    /**
     * @param ifMatch the header as it came
     * @throws org.zhaoshang.shared.http.Problem 404 for what the caller does not see, 428 without the header, 412 when it names
     *     another version
     */
    Price unchanged(UUID id, @Nullable String ifMatch) {
        Price price = prices.seen(id, current.scope());
        Revision.require(ifMatch, price.version(), () -> views.of(price));
        return price;
    }
}
