package org.zhaoshang.dispatch.indicators;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.zhaoshang.projects.Projects;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.http.Problem;

/** The queries on targets. A unit reads its own and the city's; who sees other units reads all. */
@ApplicationScoped
class Targets implements PanacheRepositoryBase<Target, UUID> {
    /** The city's rows answer every unit's scope. */
    static final RowScope.Columns COLUMNS = new RowScope.Columns(
            "case when p.unit_code in (select code from units where kind = 'CITY') then :scopeUnit else p.unit_code end",
            "true",
            "false");

    /**
     * The target if the scope sees it.
     *
     * @throws Problem 404 for what is absent and for what is not the caller's to see alike
     */
    Target seen(UUID id, RowScope scope) {
        return seenOf(Set.of(id), scope).stream().findFirst().orElseThrow(Problem::notFound);
    }

    List<Target> seenOf(Collection<UUID> ids, RowScope scope) {
        return ids.isEmpty() ? List.of() : read("p.id in (:given)", ids, scope);
    }

    /** At most eleven units and a city with ten indicators. */
    List<Target> ofYear(int year, RowScope scope) {
        return read("p.year in (:given)", List.of(year), scope);
    }

    private List<Target> read(String condition, Collection<?> given, RowScope scope) {
        var query = getEntityManager()
                .createNativeQuery(
                        "select p.* from targets p where %s and (%s) order by p.indicator, p.unit_code"
                                .formatted(condition, scope.where(COLUMNS)),
                        Target.class)
                .setParameter("given", given);
        Projects.bind(query, scope);
        @SuppressWarnings("unchecked")
        List<Target> found = query.getResultList();
        return found;
    }

    /** By indicator and unit, all of them: for figures, which mind themselves whose they are. */
    Map<String, Map<String, BigDecimal>> values(int year) {
        Map<String, Map<String, BigDecimal>> values = new HashMap<>();
        list("fields.year", year)
                .forEach(target -> values.computeIfAbsent(target.fields().indicator(), none -> new HashMap<>())
                        .put(target.fields().unitCode(), target.fields().value()));
        return values;
    }

    /** Every change of the year's targets moves it. */
    long yearVersion(int year) {
        @SuppressWarnings("unchecked")
        List<Long> version = getEntityManager()
                .createNativeQuery("select version from target_years where year = :year", Long.class)
                .setParameter("year", year)
                .getResultList();
        return version.isEmpty() ? 0 : version.getFirst();
    }

    /**
     * Moves the year on and holds it until the transaction ends: whoever changes its targets comes before or after.
     *
     * @return where it stood before
     */
    @Transactional(Transactional.TxType.MANDATORY)
    long holdYear(int year) {
        return ((Long) getEntityManager()
                        .createNativeQuery("""
                        insert into target_years (year, version) values (:year, 1)
                        on conflict (year) do update set version = target_years.version + 1 returning version""", Long.class)
                        .setParameter("year", year)
                        .getSingleResult())
                - 1;
    }
}
