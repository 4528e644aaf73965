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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The industries in scope, read from memory. */
@ApplicationScoped
public class Industries {
    private final EntityManager database;
    private final Cached<Map<String, Industry>> industries = new Cached<>(this::read);

    Industries(EntityManager database) {
        this.database = database;
    }

    public Optional<Industry> byCode(@Nullable String code) {
        return code == null
                ? Optional.empty()
                : Optional.ofNullable(industries.get().get(code));
    }

    /** The industry's name; the code itself where it is unknown. */
    public String nameOf(String code) {
        return byCode(code).map(Industry::name).orElse(code);
    }

    /** Sheets name industries in words: the full name, exactly. */
    public Optional<Industry> byName(String name) {
        return all().stream().filter(industry -> industry.name().equals(name)).findFirst();
    }

    public List<Industry> all() {
        return List.copyOf(industries.get().values());
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) ReferenceChanged change) {
        industries.clear();
    }

    private Map<String, Industry> read() {
        Map<String, Industry> found = new LinkedHashMap<>();
        for (Tuple row : QuarkusTransaction.joiningExisting().call(this::rows)) {
            found.put(
                    row.get("code", String.class),
                    new Industry(
                            row.get("code", String.class),
                            row.get("name", String.class),
                            row.get("group_code", String.class),
                            row.get("group_name", String.class),
                            List.of(row.get("gb_codes", String.class).split(";"))));
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> rows() {
        return database.createNativeQuery("""
                        select code, name, group_code, group_name, array_to_string(gb_codes, ';') gb_codes
                        from industries order by position""", Tuple.class).getResultList();
    }
}
