package org.zhaoshang.clients;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.http.Cursor;
import org.zhaoshang.shared.search.Conditions;
import org.zhaoshang.shared.search.Order;

/** What the clients can be narrowed by. Comma is "or". */
class ApiClientFilter {
    private static final List<Order<ApiClient>> ORDERS = Stream.of(
                    Order.bothWays("name", "c.name", Cursor.Kind.TEXT, ApiClient::name, ApiClient::id),
                    Order.bothWays("clientId", "c.client_id", Cursor.Kind.TEXT, ApiClient::clientId, ApiClient::id),
                    Order.bothWays(
                            "createdAt", "c.created_at", Cursor.Kind.INSTANT, ApiClient::createdAt, ApiClient::id))
            .flatMap(both -> both)
            .toList();

    @QueryParam("q")
    @Parameter(description = "Any substring of two or more characters of client id and name")
    @Nullable
    String q;

    @QueryParam("unitCode")
    @Nullable
    String unitCode;

    @QueryParam("disabled")
    @Parameter(schema = @Schema(implementation = Boolean.class))
    @Nullable
    String disabled;

    @QueryParam("sort")
    @Parameter(
            schema =
                    @Schema(
                            implementation = String.class,
                            enumeration = {"name", "-name", "clientId", "-clientId", "createdAt", "-createdAt"},
                            defaultValue = "name"))
    @Nullable
    String sort;

    Conditions conditions() {
        return new Conditions()
                .substring("q", "c.client_id || ' ' || c.name", q)
                .oneOf("unitCode", "c.unit_code", unitCode)
                .flag("disabled", "c.disabled", disabled);
    }

    Order<ApiClient> order(Conditions conditions) {
        return Order.chosen(sort, ORDERS, conditions);
    }
}
