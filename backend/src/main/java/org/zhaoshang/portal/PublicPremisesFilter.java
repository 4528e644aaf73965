package org.zhaoshang.portal;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.prices.premises.PremisesSite;
import org.zhaoshang.shared.http.Cursor;
import org.zhaoshang.shared.search.Conditions;
import org.zhaoshang.shared.search.Order;

/** What the public premises can be narrowed by; the same for pages and files. */
class PublicPremisesFilter extends PublicOfferFilter {
    private static final List<Order<PublicRows.Row>> ORDERS = List.of(
            PublicRows.NEWEST,
            PublicRows.order("-freeAreaSqm", "p.free_area_sqm", Cursor.Kind.NUMBER),
            PublicRows.order("freeAreaSqm", "p.free_area_sqm", Cursor.Kind.NUMBER),
            // As a Chinese reader looks names up: by pinyin.
            PublicRows.order("name", "p.name collate \"zh-Hans-CN-x-icu\"", Cursor.Kind.TEXT));

    @QueryParam("kind")
    @Nullable
    String kind;

    @QueryParam("offer")
    @Parameter(description = "RENT and SALE also find what is offered both ways")
    @Nullable
    String offer;

    @QueryParam("minFreeAreaSqm")
    @Nullable
    String minFreeAreaSqm;

    @QueryParam("maxFreeAreaSqm")
    @Nullable
    String maxFreeAreaSqm;

    @QueryParam("minStoreyHeightM")
    @Nullable
    String minStoreyHeightM;

    @QueryParam("minFloorLoadTonPerSqm")
    @Nullable
    String minFloorLoadTonPerSqm;

    @QueryParam("minPowerKva")
    @Nullable
    String minPowerKva;

    @QueryParam("minCraneTon")
    @Nullable
    String minCraneTon;

    @QueryParam("maxRentYuanPerSqmMonth")
    @Nullable
    String maxRentYuanPerSqmMonth;

    @QueryParam("sort")
    @Parameter(
            schema =
                    @Schema(
                            enumeration = {"-publishedAt", "-freeAreaSqm", "freeAreaSqm", "name"},
                            defaultValue = "-publishedAt"))
    @Nullable
    String sort;

    PublicSelection selection() {
        Order<PublicRows.Row> order = Order.chosen(sort, ORDERS, new Conditions());
        return new PublicSelection(PublicKind.PREMISES, this::conditions, order);
    }

    private Conditions conditions() {
        Conditions conditions = new PremisesSite(
                        kind,
                        offer,
                        minFreeAreaSqm,
                        maxFreeAreaSqm,
                        minStoreyHeightM,
                        minFloorLoadTonPerSqm,
                        minPowerKva,
                        minCraneTon,
                        maxRentYuanPerSqmMonth)
                .narrow(shared());
        Order.chosen(sort, ORDERS, conditions);
        return conditions;
    }
}
