package org.zhaoshang.dispatch.indicators;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.zhaoshang.shared.http.Problem;

/** The queries on indicators: some twenty rows. */
@ApplicationScoped
class Indicators implements PanacheRepositoryBase<Indicator, String> {
    List<Indicator> inOrder() {
        return listAll(Sort.by("position"));
    }

    /** Those that a target can be set for. */
    List<Indicator> ofTargets() {
        return list("kind", Sort.by("position"), Indicator.Kind.VALUE);
    }

    /** @throws Problem 404 where there is none */
    Indicator seen(String code) {
        return findByIdOptional(code).orElseThrow(Problem::notFound);
    }
}
