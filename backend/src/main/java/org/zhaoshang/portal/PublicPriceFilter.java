package org.zhaoshang.portal;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.prices.FactorItem;
import org.zhaoshang.prices.FactorItems;
import org.zhaoshang.shared.http.Cursor;
import org.zhaoshang.shared.search.Conditions;
import org.zhaoshang.shared.search.Order;

/** What the public prices can be narrowed by; the same for pages and files. Comma is "or". Read by hand: what is wrong is 400. */
class PublicPriceFilter {
    private static final Set<String> ITEMS =
            FactorItems.all().stream().map(FactorItem::code).collect(Collectors.toUnmodifiableSet());

    private static final List<Order<PublicRows.Row>> ORDERS = List.of(
            PublicRows.NEWEST,
            PublicRows.order("itemCode", "p.item_code", Cursor.Kind.TEXT),
            PublicRows.order("unitCode", "p.unit_code", Cursor.Kind.TEXT));

    @QueryParam("unitCode")
    @Nullable
    String unitCode;

    @QueryParam("itemCode")
    @Nullable
    String itemCode;

    @QueryParam("category")
    @Parameter(schema = @Schema(implementation = FactorItem.Category.class))
    @Nullable
    String category;

    @QueryParam("validOn")
    @Parameter(
            description = "Only prices that are valid on that day",
            schema = @Schema(implementation = String.class, examples = "2021-04-10"))
    @Nullable
    String validOn;

    @QueryParam("sort")
    @Parameter(
            schema =
                    @Schema(
                            enumeration = {"-publishedAt", "itemCode", "unitCode"},
                            defaultValue = "-publishedAt"))
    @Nullable
    String sort;

    PublicSelection selection() {
        Order<PublicRows.Row> order = Order.chosen(sort, ORDERS, new Conditions());
        return new PublicSelection(PublicKind.FACTOR_PRICES, this::conditions, order);
    }

    private Conditions conditions() {
        Conditions conditions = new Conditions()
                .oneOf("unitCode", "p.unit_code", unitCode)
                .oneOf("itemCode", "p.item_code", itemCode, ITEMS)
                .oneOf("category", "p.item_code", FactorItems.codesOf(category), ITEMS)
                .dayWithin("validOn", "p.valid_from", "p.valid_to", validOn);
        Order.chosen(sort, ORDERS, conditions);
        return conditions;
    }
}
