package org.zhaoshang.prices.premises;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.http.Cursor;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.search.Conditions;
import org.zhaoshang.shared.search.Order;
import org.zhaoshang.shared.search.Paging;
import org.zhaoshang.shared.time.CityClock;

/** Lists of premises and of parcels: one statement a page, keyset paging on (sort key, id), columns instead of entities. */
@ApplicationScoped
class ListingList {
    private final EntityManager database;
    private final CityClock clock;

    ListingList(EntityManager database, CityClock clock) {
        this.database = database;
        this.clock = clock;
    }

    static Stream<Order<Tuple>> order(String parameter, String column, Cursor.Kind kind) {
        return Order.bothWays(parameter, column, kind, row -> row.get("sort_key"), row -> row.get("id", UUID.class));
    }

    /** What any listing can be narrowed by, for the rows that the scope sees. */
    Conditions conditions(ListingKind kind, ListingFilter filter, RowScope scope) {
        Conditions conditions = new Conditions()
                .and(scope.where(Listings.COLUMNS), scopeParameters(scope))
                .oneOf("state", "p.state", filter.state, kind.states())
                .oneOf("unitCode", "p.unit_code", filter.unitCode)
                .oneOf("locationCode", "p.location_code", filter.locationCode)
                .flag("publiclyListed", "p.publicly_listed", filter.publiclyListed)
                .flag("changedSince", "p.changed_since", filter.changedSince)
                .flag("hasFindings", "p.blocking + p.explaining > 0", filter.hasFindings)
                .day("updatedFrom", "p.updated_at", true, filter.updatedFrom)
                .day("updatedTo", "p.updated_at", false, filter.updatedTo)
                .text("q", "p", filter.q)
                .box("bbox", "p", filter.bbox);
        verified(conditions, filter.verified);
        return conditions;
    }

    /** What is taken or withdrawn owes no word any more: neither verified nor not. */
    private void verified(Conditions conditions, @Nullable String verified) {
        if (verified == null || verified.isBlank()) {
            return;
        }
        if (!verified.equals("true") && !verified.equals("false")) {
            conditions.flag("verified", "true", verified); // refuses it
            return;
        }
        conditions.and(
                "p.state in ('IDLE', 'AVAILABLE', 'IN_TALKS') and p.verified_until "
                        + (verified.equals("true") ? ">=" : "<") + " :today",
                Map.of("today", clock.today()));
    }

    /** @param columns of the kind's own, from our code only */
    Page<Tuple> page(
            ListingKind kind, String columns, Conditions given, List<Order<Tuple>> orders, String sort, Paging paging) {
        Conditions conditions = paging.check(given);
        Order<Tuple> order = Order.chosen(sort, orders, conditions);
        conditions.where(); // what can not be read is refused before the cursor is looked at
        Long total = paging.isCounted() ? count(kind, conditions) : null;
        Conditions after = order.after(conditions, "p", paging.cursor);
        var query = after.bind(database.createNativeQuery(
                        """
                select p.id, p.code, p.version, p.state, p.unit_code, p.location_code, p.longitude, p.latitude,
                    p.publicly_listed, p.changed_since, p.verified_until, p.blocking, p.explaining, p.published_at,
                    p.updated_at, p.updated_by, p.example, %s, %s sort_key
                from %s p where %s order by %s limit :surplus
                """.formatted(columns, order.column(), kind.table(), after.where(), order.by("p")), Tuple.class)
                .setParameter("surplus", paging.limit() + 1));
        @SuppressWarnings("unchecked")
        List<Tuple> rows = query.getResultList();
        return order.page(rows, paging.limit(), total);
    }

    long count(ListingKind kind, Conditions conditions) {
        return (Long) conditions
                .bind(database.createNativeQuery(
                        "select count(*) from %s p where %s".formatted(kind.table(), conditions.where()), Long.class))
                .getSingleResult();
    }

    /** All rows of the filter in its order, at one moment. */
    List<UUID> ids(ListingKind kind, Conditions conditions, List<Order<Tuple>> orders, String sort) {
        Order<Tuple> order = Order.chosen(sort, orders, conditions);
        return conditions
                .bind(database.createNativeQuery(
                        "select p.id from %s p where %s order by %s"
                                .formatted(kind.table(), conditions.where(), order.by("p")),
                        UUID.class))
                .getResultList();
    }

    /** What the stored counts tell without judging anew; the record itself gives the exact answer. */
    static List<String> actions(ListingKind kind, Tuple row, Caller viewer) {
        ListingState state = ListingState.valueOf(row.get("state", String.class));
        boolean settled = row.get("blocking", Integer.class) + row.get("explaining", Integer.class) == 0;
        boolean listed = row.get("publicly_listed", Boolean.class);
        boolean publishable = settled && (!listed || row.get("changed_since", Boolean.class));
        boolean neverPublished = row.get("published_at") == null;
        return Arrays.stream(ListingAction.values())
                .filter(action -> action.isOf(kind) && action.isFor(viewer, kind) && action.startsFrom(state))
                .filter(action -> action != ListingAction.PUBLISH || publishable)
                .filter(action -> action != ListingAction.UNPUBLISH || listed)
                .filter(action -> action != ListingAction.DELETE || neverPublished)
                .map(ListingAction::verb)
                .toList();
    }

    private static Map<String, Object> scopeParameters(RowScope scope) {
        return scope.breadth() == RowScope.Breadth.OWN_UNIT
                ? Map.of("scopeUnit", Objects.requireNonNull(scope.unitCode()))
                : Map.of();
    }
}
