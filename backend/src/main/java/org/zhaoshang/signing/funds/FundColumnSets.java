package org.zhaoshang.signing.funds;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.Role;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.http.Problem;

/** The queries on sets of columns: a few an office. */
@ApplicationScoped
class FundColumnSets implements PanacheRepositoryBase<FundColumnSet, UUID> {
    private static final RowScope.Columns COLUMNS = new RowScope.Columns("s.unit_code", "false", "false");

    /** The common ones first, then the office's own by name. */
    List<FundColumnSet> seen(Caller caller) {
        return read(caller, "true", null);
    }

    /** @throws Problem 404 for what is absent and for what is another office's alike */
    FundColumnSet seen(UUID id, Caller caller) {
        return read(caller, "s.id = :id", id).stream().findFirst().orElseThrow(Problem::notFound);
    }

    /** An office's work is its own: the bureau does not look into the units', nor a unit into the bureau's. */
    private List<FundColumnSet> read(Caller caller, String condition, @Nullable UUID id) {
        RowScope scope = RowScope.of(caller);
        String own = caller.is(Role.BUREAU) ? "s.unit_code is null" : scope.where(COLUMNS);
        var query = getEntityManager()
                .createNativeQuery(
                        "select s.* from fund_column_sets s where (s.common or %s) and %s order by s.common desc, s.name, s.id"
                                .formatted(own, condition),
                        FundColumnSet.class);
        FundReceipts.scopeParameters(scope).forEach(query::setParameter);
        if (id != null) {
            query.setParameter("id", id);
        }
        @SuppressWarnings("unchecked")
        List<FundColumnSet> found = query.getResultList();
        return found;
    }

    /** The names of the caller's office's sets, but of that one, in lower case. */
    List<String> names(Caller caller, @Nullable UUID except) {
        @SuppressWarnings("unchecked")
        List<String> names = getEntityManager()
                .createNativeQuery("""
                        select lower(name) from fund_column_sets
                        where unit_code is not distinct from cast(:unit as text)
                            and id is distinct from cast(:except as uuid)""", String.class)
                .setParameter("unit", caller.unitCode())
                .setParameter("except", except)
                .getResultList();
        return names;
    }
}
