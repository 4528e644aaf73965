package org.zhaoshang.units;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The divisions of GB/T 4754-2017 (国民经济行业大类), read from memory. */
@ApplicationScoped
public class GbIndustries {
    private final EntityManager database;
    private final Cached<Map<String, String>> names = new Cached<>(this::read);

    GbIndustries(EntityManager database) {
        this.database = database;
    }

    public boolean exists(@Nullable String code) {
        return code != null && names.get().containsKey(code);
    }

    /** Code to name, in the standard's order. */
    public Map<String, String> all() {
        return names.get();
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) ReferenceChanged change) {
        names.clear();
    }

    private Map<String, String> read() {
        Map<String, String> found = new LinkedHashMap<>();
        for (Tuple row : QuarkusTransaction.joiningExisting().call(this::rows)) {
            found.put(row.get("code", String.class), row.get("name", String.class));
        }
        return java.util.Collections.unmodifiableMap(found);
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> rows() {
        return database.createNativeQuery("select code, name from gb_industries order by position", Tuple.class)
                .getResultList();
    }
}
