package org.zhaoshang.dispatch;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.zhaoshang.shared.http.Problem;

/** The months that are or were open. */
@ApplicationScoped
class Months implements PanacheRepositoryBase<Month, String> {
    private final OpenMonths open;

    Months(OpenMonths open) {
        this.open = open;
    }

    /** @throws Problem 404 for one that has not begun, and for what is none */
    Month seen(String month) {
        return begun(month).orElseThrow(Problem::notFound);
    }

    /** Empty for one that has not begun, and for what is none. */
    Optional<Month> begun(String month) {
        open.upToNow();
        return MonthCode.isOne(month) ? findByIdOptional(month) : Optional.empty();
    }

    /** Held until the transaction ends, so that nobody closes the month while a report of it is written. */
    Month keptOpen(String month) {
        Month held = seen(month);
        getEntityManager().refresh(held, LockModeType.PESSIMISTIC_READ);
        return held;
    }

    /** Held alone: whoever writes a report of the month comes before or after. */
    Month held(Month seen) {
        getEntityManager().refresh(seen, LockModeType.PESSIMISTIC_WRITE);
        return seen;
    }
}
