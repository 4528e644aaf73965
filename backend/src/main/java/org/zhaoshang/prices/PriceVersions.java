package org.zhaoshang.prices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.search.Conditions;

/** The versions of prices and when each stood, written by the transaction that makes them. */
@ApplicationScoped
class PriceVersions {
    private static final String COPIED = """
            code, state, report_year, external_id, unit_code, park_name, item_code, condition, term_years, price_low,
            price_high, unit_of_measure, valid_from, valid_to, composition, source_document, note, justifications,
            search_text, blocking, explaining, example, closed_by, returned, submitted_at, accepted_at, created_at,
            created_by, updated_at, updated_by""";

    private final EntityManager database;

    PriceVersions(EntityManager database) {
        this.database = database;
    }

    /** Keeps the prices as they now are in the database; once for each version. */
    void keep(Collection<Price> prices, Instant at) {
        database.createNativeQuery("""
                with lot as (select * from unnest(cast(:ids as uuid[]), cast(:versions as bigint[])) as lot (id, version)),
                before as (
                    update factor_price_versions kept set stood_to = greatest(kept.stood_from, :at) from lot
                    where kept.id = lot.id and kept.stood_to = 'infinity' and kept.version < lot.version
                    returning kept.id, kept.stood_to)
                insert into factor_price_versions (id, version, stood_from, %1$s)
                select id, p.version, greatest(:at, before.stood_to), %1$s
                from factor_prices p join lot using (id) left join before using (id)
                on conflict (id, version) do nothing
                """.formatted(COPIED))
                .setParameter("ids", prices.stream().map(Price::id).toArray(UUID[]::new))
                .setParameter("versions", prices.stream().map(Price::version).toArray(Long[]::new))
                .setParameter("at", at)
                .executeUpdate();
    }

    /** The version that stood then, if the scope sees that one. */
    Optional<Tuple> find(UUID id, Conditions asOf, RowScope scope) {
        Conditions conditions = asOf.and("p.id = :id", Map.of("id", id))
                .and(scope.where(Prices.COLUMNS), PriceList.scopeParameters(scope));
        var query = conditions.bind(database.createNativeQuery(
                "select p.id, p.version, cast(p.justifications as text) words, %s from factor_price_versions p where %s"
                        .formatted(COPIED.replace("justifications,", ""), conditions.where()),
                Tuple.class));
        @SuppressWarnings("unchecked")
        List<Tuple> found = query.getResultList();
        return found.stream().findFirst();
    }

    /** The prices are deleted: from now on they do not stand at all. */
    void end(Collection<Price> prices, Instant at) {
        database.createNativeQuery("""
                update factor_price_versions set stood_to = greatest(stood_from, :at)
                where id = any(cast(:ids as uuid[])) and stood_to = 'infinity'""")
                .setParameter("ids", prices.stream().map(Price::id).toArray(UUID[]::new))
                .setParameter("at", at)
                .executeUpdate();
    }
}
