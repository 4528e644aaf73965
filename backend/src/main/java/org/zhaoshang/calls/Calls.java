package org.zhaoshang.calls;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhaoshang.shared.time.CityClock;

/** The calls of all years. */
@ApplicationScoped
public class Calls implements PanacheRepositoryBase<Call, Integer> {
    public Optional<Call> byYear(int year) {
        return findByIdOptional(year);
    }

    /**
     * The call a project belongs to when it names none: the open one, else the latest that has begun, so that what comes
     * after a deadline is late for that call and not early for the next.
     */
    public Optional<Call> current(CityClock clock) {
        List<Call> calls = newestFirst();
        LocalDate today = clock.today();
        return in(calls, today, Call.State.OPEN)
                .or(() -> in(calls, today, Call.State.CLOSED))
                .or(() -> calls.stream().reduce((later, earlier) -> earlier));
    }

    private static Optional<Call> in(List<Call> calls, LocalDate today, Call.State state) {
        return calls.stream().filter(call -> call.stateOn(today) == state).findFirst();
    }

    List<Call> newestFirst() {
        return listAll(Sort.descending("year"));
    }
}
