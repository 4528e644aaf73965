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

    /** The call a project belongs to when it names none: the open one, else the latest. */
    public Optional<Call> current(CityClock clock) {
        List<Call> calls = newestFirst();
        LocalDate today = clock.today();
        return calls.stream()
                .filter(call -> call.stateOn(today) == Call.State.OPEN)
                .findFirst()
                .or(() -> calls.stream().findFirst());
    }

    List<Call> newestFirst() {
        return listAll(Sort.descending("year"));
    }
}
