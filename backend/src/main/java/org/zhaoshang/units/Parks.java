package org.zhaoshang.units;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;

/** The parks, read from memory. A project may name one that is not listed. */
@ApplicationScoped
public class Parks {
    private final EntityManager database;
    private final Cached<List<Park>> parks = new Cached<>(this::read);

    Parks(EntityManager database) {
        this.database = database;
    }

    public List<Park> all() {
        return parks.get();
    }

    public Optional<Park> byName(String name) {
        return all().stream().filter(park -> park.name().equals(name)).findFirst();
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) ReferenceChanged change) {
        parks.clear();
    }

    private List<Park> read() {
        return QuarkusTransaction.joiningExisting().call(this::rows).stream()
                .map(row -> new Park(
                        row.get("name", String.class),
                        row.get("unit_code", String.class),
                        row.get("level", String.class),
                        row.get("leading_industries", String.class)))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> rows() {
        return database.createNativeQuery(
                        "select name, unit_code, level, leading_industries from parks order by position", Tuple.class)
                .getResultList();
    }
}
