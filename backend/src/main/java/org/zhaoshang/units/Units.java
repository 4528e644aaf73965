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

/** The city and its units, read from memory. */
@ApplicationScoped
public class Units {
    private static final String COLUMNS =
            "code, name, short_name, kind, parent_code, reporting_body, reports, lead_submits_only,"
                    + " monthly_report_due_day, version";

    private final EntityManager database;
    private final Cached<Map<String, Unit>> units = new Cached<>(this::read);
    private final Cached<String> prefix = new Cached<>(this::readPrefix);

    Units(EntityManager database) {
        this.database = database;
    }

    public Optional<Unit> byCode(@Nullable String code) {
        return code == null ? Optional.empty() : Optional.ofNullable(units.get().get(code));
    }

    /** By full name only: short names are prefixes of one another (鄂旗、鄂前旗). */
    public Optional<Unit> byName(String name) {
        return all().stream().filter(unit -> unit.name().equals(name)).findFirst();
    }

    /** The unit's name; the code itself where it is unknown, so that an old row can always be shown. */
    public String nameOf(String code) {
        return byCode(code).map(Unit::name).orElse(code);
    }

    public List<Unit> all() {
        return List.copyOf(units.get().values());
    }

    /** The units that report (填报单位), in the official order. */
    public List<Unit> reporting() {
        return all().stream().filter(Unit::reports).toList();
    }

    public boolean reports(@Nullable String code) {
        return byCode(code).filter(Unit::reports).isPresent();
    }

    /** The reporting unit that is meant by its code or its full name; the text itself where it is none. */
    public String codeOf(String text) {
        return reporting().stream()
                .filter(unit -> unit.code().equals(text) || unit.name().equals(text))
                .map(Unit::code)
                .findFirst()
                .orElse(text);
    }

    /** Where a project can lie (行政区划): banners and districts. */
    public List<Unit> locations() {
        return all().stream().filter(Unit::isLocation).toList();
    }

    public boolean isLocation(@Nullable String code) {
        return byCode(code).filter(Unit::isLocation).isPresent();
    }

    /** The city's letters in project codes ("ORD"). */
    public String prefix() {
        return prefix.get();
    }

    /** Sets who submits for the unit. Empty when the version has moved on or there is no such unit. */
    Optional<Unit> letOnlyLeadSubmit(String code, boolean leadOnly, long version) {
        return rows("""
                        update units set lead_submits_only = :leadOnly, version = version + 1
                        where code = :code and version = :version returning %s""".formatted(COLUMNS), Map.of("leadOnly", leadOnly, "code", code, "version", version)).stream()
                .findFirst();
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) ReferenceChanged change) {
        units.clear();
        prefix.clear();
    }

    private Map<String, Unit> read() {
        Map<String, Unit> found = new LinkedHashMap<>();
        QuarkusTransaction.joiningExisting()
                .call(() -> rows("select %s from units order by position".formatted(COLUMNS), Map.of()))
                .forEach(unit -> found.put(unit.code(), unit));
        return found;
    }

    private String readPrefix() {
        return QuarkusTransaction.joiningExisting()
                .call(() -> (String) database.createNativeQuery("select code_prefix from units where kind = 'CITY'")
                        .getSingleResult());
    }

    @SuppressWarnings("unchecked")
    private List<Unit> rows(String sql, Map<String, ?> parameters) {
        var query = database.createNativeQuery(sql, Tuple.class);
        parameters.forEach(query::setParameter);
        return ((List<Tuple>) query.getResultList()).stream().map(Units::unit).toList();
    }

    private static Unit unit(Tuple row) {
        return new Unit(
                row.get("code", String.class),
                row.get("name", String.class),
                row.get("short_name", String.class),
                Unit.Kind.valueOf(row.get("kind", String.class)),
                row.get("parent_code", String.class),
                row.get("reporting_body", String.class),
                row.get("reports", Boolean.class),
                row.get("lead_submits_only", Boolean.class),
                row.get("monthly_report_due_day", Integer.class),
                row.get("version", Long.class));
    }
}
