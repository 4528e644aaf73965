package org.zhaoshang.dispatch.indicators;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.http.Cursor;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.search.Conditions;
import org.zhaoshang.shared.search.Order;
import org.zhaoshang.shared.search.Paging;

/** The list of targets: by year, within it by indicator and unit. */
@ApplicationScoped
class TargetList {
    private static final List<Order<Target>> ORDERS = Order.<Target>bothWays(
                    "year",
                    "p.year || '/' || p.indicator || '/' || p.unit_code",
                    Cursor.Kind.TEXT,
                    target -> target.fields().year() + "/" + target.fields().indicator() + "/"
                            + target.fields().unitCode(),
                    Target::id)
            .toList();

    private final EntityManager database;
    private final TargetViews views;

    TargetList(EntityManager database, TargetViews views) {
        this.database = database;
        this.views = views;
    }

    Page<TargetView> page(TargetFilter filter, Paging paging, RowScope scope) {
        Conditions conditions = paging.check(conditions(filter, scope));
        Order<Target> order = Order.chosen(filter.sort, ORDERS, conditions);
        conditions.where(); // what can not be read is refused before the cursor is looked at
        Long total = paging.isCounted() ? count(conditions) : null;
        Conditions after = order.after(conditions, "p", paging.cursor);
        @SuppressWarnings("unchecked")
        List<Target> rows = after.bind(database.createNativeQuery(
                        "select p.* from targets p where %s order by %s limit :surplus"
                                .formatted(after.where(), order.by("p")),
                        Target.class))
                .setParameter("surplus", paging.limit() + 1)
                .getResultList();
        Page<Target> page = order.page(rows, paging.limit(), total);
        return new Page<>(views.of(page.items()), page.nextCursor(), page.total());
    }

    /** @throws org.zhaoshang.shared.http.Problem 400 with each condition that can not be read */
    void check(TargetFilter filter, RowScope scope) {
        Conditions conditions = conditions(filter, scope);
        Order.chosen(filter.sort, ORDERS, conditions);
        conditions.where();
    }

    /** All rows of the filter in its order, at one moment. */
    List<UUID> ids(TargetFilter filter, RowScope scope) {
        Conditions conditions = conditions(filter, scope);
        Order<Target> order = Order.chosen(filter.sort, ORDERS, conditions);
        @SuppressWarnings("unchecked")
        List<UUID> ids = conditions
                .bind(database.createNativeQuery(
                        "select p.id from targets p where %s order by %s".formatted(conditions.where(), order.by("p")),
                        UUID.class))
                .getResultList();
        return ids;
    }

    private static Conditions conditions(TargetFilter filter, RowScope scope) {
        Map<String, Object> unit = scope.breadth() == RowScope.Breadth.OWN_UNIT
                ? Map.of("scopeUnit", Objects.requireNonNull(scope.unitCode()))
                : Map.of();
        return new Conditions()
                .and("(" + scope.where(Targets.COLUMNS) + ")", unit)
                .wholeNumbers("year", "p.year", filter.year)
                .oneOf("unitCode", "p.unit_code", filter.unitCode)
                .oneOf("indicator", "p.indicator", filter.indicator);
    }

    private Long count(Conditions conditions) {
        return (Long) conditions
                .bind(database.createNativeQuery(
                        "select count(*) from targets p where " + conditions.where(), Long.class))
                .getSingleResult();
    }
}
