package org.zhaoshang.prices;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/**
 * V40: of one unit, item, park, condition and term no two prices are valid on one day. A new price closes the one before it,
 * where that one has no last day of its own; a last day that someone stated is never moved in silence.
 *
 * <p>What is reported and what is accepted are held apart: while a price is being reported the accepted one before it still
 * stands, and is closed when the new one is accepted.
 */
final class Validity {
    private static final Text OPEN = new Text("长期", "open");

    private Validity() {}

    /**
     * When a price is valid.
     *
     * @param id null for one that is not stored yet
     * @param code as people know it: its code, or the row of a file
     * @param to null for one without a last day
     * @param closedBy the price that set the last day; null where a person did
     */
    record Period(
            @Nullable UUID id,
            String code,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable UUID closedBy,
            boolean accepted) {
        private boolean overlaps(LocalDate otherFrom, @Nullable LocalDate otherTo) {
            return (otherTo == null || !from.isAfter(otherTo)) && (to == null || !to.isBefore(otherFrom));
        }

        Period until(LocalDate day, @Nullable UUID by) {
            return new Period(id, code, from, day, by, accepted);
        }

        /** As it stood before that price closed it. */
        Period releasedFrom(@Nullable UUID price) {
            return closedBy != null && closedBy.equals(price) ? new Period(id, code, from, null, null, accepted) : this;
        }
    }

    /** @param closed the periods that end the day before */
    record Outcome(Optional<Period> clash, List<Period> closed) {}

    /** @param others of the same key, the price itself not among them, released from it */
    static Outcome of(Period price, List<Period> others) {
        List<Period> closed = new ArrayList<>();
        for (Period other : others) {
            if (price.accepted() && !other.accepted() || !other.overlaps(price.from(), price.to())) {
                continue;
            }
            if (other.to() != null || !other.from().isBefore(price.from())) {
                return new Outcome(Optional.of(other), List.of());
            }
            if (other.accepted() == price.accepted()) {
                closed.add(other);
            }
        }
        return new Outcome(Optional.empty(), closed);
    }

    static Finding finding(FactorItem item, Period clash) {
        return Finding.of(
                "V40",
                "/validFrom",
                Map.of(
                        "item",
                        item.name(),
                        "code",
                        clash.code(),
                        "from",
                        clash.from().toString(),
                        "to",
                        clash.to() == null ? OPEN : clash.to().toString()));
    }

    /** When the database saw what we could not: someone else wrote at the same moment. */
    static Finding unseen(FactorItem item) {
        return Finding.of(
                "V40",
                "/validFrom",
                Map.of(
                        "item",
                        item.name(),
                        "code",
                        new Text("刚刚由他人录入的价格", "a price that someone else has just entered"),
                        "from",
                        "…",
                        "to",
                        "…"));
    }
}
