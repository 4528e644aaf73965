package org.zhaoshang.prices.premises;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.steps.Reasons;

/** The unit looks over its list once a quarter and says of many at once that they are still true. */
@ApplicationScoped
class ConfirmListings {
    private static final int MOST = 1000;
    private static final Text IDS = new Text("选中的记录", "Selection");

    private final Listings listings;
    private final ListingSteps steps;
    private final WriteListing write;
    private final CurrentCaller current;

    ConfirmListings(Listings listings, ListingSteps steps, WriteListing write, CurrentCaller current) {
        this.listings = listings;
        this.steps = steps;
        this.write = write;
        this.current = current;
    }

    @Schema(name = "ListingSelection")
    record Selection(
            @Nullable @Schema(required = true, maxItems = MOST)
            List<@Nullable UUID> ids,

            @Nullable String reason) {}

    @Schema(name = "ListingsConfirmed")
    record Confirmed(
            @Schema(required = true) int confirmed,

            @Schema(required = true, description = "The last day on which they count as verified")
            LocalDate verifiedUntil) {}

    /**
     * All of them or none.
     *
     * @throws Problem 404 when the caller does not see all of them, 409 when one is not on offer any more
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Confirmed confirm(Class<? extends Listing> type, @Nullable Selection given) {
        List<@Nullable UUID> asked = given == null || given.ids() == null ? List.of() : given.ids();
        Set<UUID> ids = new HashSet<>();
        for (UUID id : asked) {
            if (id != null) {
                ids.add(id);
            }
        }
        if (ids.isEmpty()) {
            throw Problem.badRequest(Finding.of("REQUIRED", "/ids", Map.of("label", IDS)));
        }
        if (ids.size() > MOST) {
            throw Problem.badRequest(
                    Finding.of("LENGTH", "/ids", Map.of("label", IDS, "max", MOST, "length", ids.size())));
        }
        Caller who = current.get();
        String reason = Reasons.optional(given == null ? null : given.reason());
        List<? extends Listing> held = listings.held(type, ids, current.scope());
        held.forEach(listing -> steps.confirm(who, listing, reason));
        return new Confirmed(held.size(), write.verifiedUntil());
    }
}
