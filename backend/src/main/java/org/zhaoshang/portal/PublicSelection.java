package org.zhaoshang.portal;

import java.util.Map;
import java.util.function.Supplier;
import org.zhaoshang.shared.search.Conditions;
import org.zhaoshang.shared.search.Order;

/**
 * What a reader asks of one public list.
 *
 * @param narrowed makes the conditions anew each time, with what can not be read among their findings
 */
record PublicSelection(PublicKind kind, Supplier<Conditions> narrowed, Order<PublicRows.Row> order) {
    Conditions conditions() {
        return narrowed.get();
    }

    /** Those of them that have a place on the map. */
    PublicSelection withPlace() {
        return new PublicSelection(
                kind, () -> narrowed.get().and("p.longitude is not null and p.latitude is not null", Map.of()), order);
    }
}
