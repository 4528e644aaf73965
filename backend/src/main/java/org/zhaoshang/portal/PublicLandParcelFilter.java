package org.zhaoshang.portal;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.prices.premises.LandParcelSite;
import org.zhaoshang.shared.http.Cursor;
import org.zhaoshang.shared.search.Conditions;
import org.zhaoshang.shared.search.Order;

/** What the public parcels can be narrowed by; the same for pages and files. */
class PublicLandParcelFilter extends PublicOfferFilter {
    private static final List<Order<PublicRows.Row>> ORDERS = List.of(
            PublicRows.NEWEST,
            PublicRows.order("-areaMu", LandParcelSite.MU, Cursor.Kind.NUMBER),
            PublicRows.order("areaMu", LandParcelSite.MU, Cursor.Kind.NUMBER),
            // As a Chinese reader looks names up: by pinyin.
            PublicRows.order("name", "p.name collate \"zh-Hans-CN-x-icu\"", Cursor.Kind.TEXT));

    @QueryParam("landUse")
    @Nullable
    String landUse;

    @QueryParam("minAreaMu")
    @Nullable
    String minAreaMu;

    @QueryParam("maxAreaMu")
    @Nullable
    String maxAreaMu;

    @QueryParam("maxStartPriceWanPerMu")
    @Nullable
    String maxStartPriceWanPerMu;

    @QueryParam("sort")
    @Parameter(
            schema =
                    @Schema(
                            enumeration = {"-publishedAt", "-areaMu", "areaMu", "name"},
                            defaultValue = "-publishedAt"))
    @Nullable
    String sort;

    PublicSelection selection() {
        Order<PublicRows.Row> order = Order.chosen(sort, ORDERS, new Conditions());
        return new PublicSelection(PublicKind.LAND_PARCELS, this::conditions, order);
    }

    private Conditions conditions() {
        Conditions conditions =
                new LandParcelSite(landUse, minAreaMu, maxAreaMu, maxStartPriceWanPerMu).narrow(shared());
        Order.chosen(sort, ORDERS, conditions);
        return conditions;
    }
}
