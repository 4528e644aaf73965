package org.zhaoshang.prices;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.units.Units;

/** The queries of factor prices. Every read of a row on behalf of someone goes through a {@link RowScope}. */
@ApplicationScoped
class Prices implements PanacheRepositoryBase<Price, UUID> {
    /** How this table answers the row scope. */
    static final RowScope.Columns COLUMNS = new RowScope.Columns("p.unit_code", "p.state <> 'DRAFT'", "false");

    private final Units units;

    Prices(Units units) {
        this.units = units;
    }

    /** @throws Problem 404 for what is absent and for what is not the caller's to see alike */
    Price seen(UUID id, RowScope scope) {
        return seen(Set.of(id), scope).stream().findFirst().orElseThrow(Problem::notFound);
    }

    List<Price> seen(Set<UUID> ids, RowScope scope) {
        Query query = getEntityManager()
                .createNativeQuery(
                        "select p.* from factor_prices p where p.id in (:ids) and " + scope.where(COLUMNS), Price.class)
                .setParameter("ids", ids);
        return found(bind(query, scope));
    }

    static <Q extends Query> Q bind(Q query, RowScope scope) {
        if (scope.breadth() == RowScope.Breadth.OWN_UNIT) {
            query.setParameter("scopeUnit", scope.unitCode());
        }
        return query;
    }

    /**
     * Lets nobody else write the unit's prices until the transaction ends: who closes whose validity is decided by one at a
     * time. The database's exclusion constraint holds without it; this spares two writers to wait for each other in it.
     */
    void hold(String unitCode) {
        getEntityManager()
                .createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended('prices/' || :unit, 40)) as text)")
                .setParameter("unit", unitCode)
                .getSingleResult();
    }

    private static final String IN_PLACES = """
            from unnest(cast(:items as text[]), cast(:parks as text[]), cast(:conditions as text[]), cast(:terms as integer[]))
                    as place (item, park, condition, term)
                join factor_prices p on p.unit_code = :unit and p.item_code = place.item and p.park_key = place.park
                    and p.condition_key = place.condition and p.term_key = place.term
            """;

    /** A unit's prices in some places that have a first day, by that day. */
    List<Price> series(String unitCode, Set<PricePlace> places) {
        return found(in(
                unitCode,
                places,
                getEntityManager()
                        .createNativeQuery(
                                "select p.* " + IN_PLACES
                                        + " where p.valid_from is not null order by p.valid_from, p.id",
                                Price.class)));
    }

    private static Query in(String unitCode, Set<PricePlace> places, Query query) {
        PricePlace.Columns columns = PricePlace.Columns.of(places);
        return query.setParameter("unit", unitCode)
                .setParameter("items", columns.items())
                .setParameter("parks", columns.parks())
                .setParameter("conditions", columns.conditions())
                .setParameter("terms", columns.terms());
    }

    /** What a unit reports in a year, in the order of the items. */
    List<Price> ofReport(int year, String unitCode) {
        return list("reportYear = ?1 and fields.unitCode = ?2 order by fields.itemCode, code", year, unitCode);
    }

    /** Moves whenever one of them comes, goes or changes. */
    String state(int year, String unitCode) {
        return (String) getEntityManager()
                .createNativeQuery("""
                        select left(md5(coalesce(string_agg(id || ':' || version, ' ' order by id), '')), 16)
                        from factor_prices where report_year = :year and unit_code = :unit""", String.class)
                .setParameter("year", year)
                .setParameter("unit", unitCode)
                .getSingleResult();
    }

    /** A unit's prices of a report that it may write, by code. */
    List<UUID> openOf(int year, String unitCode) {
        return getEntityManager()
                .createQuery(
                        "select p.id from Price p where p.reportYear = :year and p.fields.unitCode = :unit order by p.code",
                        UUID.class)
                .setParameter("year", year)
                .setParameter("unit", unitCode)
                .getResultList();
    }

    /**
     * What a unit's uploaded rows may stand for.
     *
     * @param places of rows that are known by item, place and first day
     */
    List<Price> matching(String unitCode, Set<String> codes, Set<String> externalIds, Set<PricePlace> places) {
        Query query = getEntityManager()
                .createNativeQuery("""
                        select * from factor_prices where id in (
                            select id from factor_prices where unit_code = :unit and code = any(cast(:codes as text[]))
                            union select id from factor_prices
                                where unit_code = :unit and external_id = any(cast(:externalIds as text[]))
                            union select p.id %s)
                        order by id
                        """.formatted(IN_PLACES), Price.class)
                .setParameter("codes", codes.toArray(String[]::new))
                .setParameter("externalIds", externalIds.toArray(String[]::new));
        return found(in(unitCode, places, query));
    }

    /**
     * Lets the planner count the prices anew, with those of this transaction: of an upload's many new ones it knows nothing
     * otherwise, and reads all of an item's to find one. Left out while another transaction does the same.
     */
    void recount() {
        boolean alone = (boolean) getEntityManager()
                .createNativeQuery("select pg_try_advisory_xact_lock(hashtextextended('prices/analyze', 0))")
                .getSingleResult();
        if (alone) {
            getEntityManager().createNativeQuery("analyze factor_prices").executeUpdate();
        }
    }

    boolean externalIdTaken(PriceFields fields, @Nullable UUID except) {
        return fields.externalId() != null
                && find("fields.unitCode = ?1 and fields.externalId = ?2", fields.unitCode(), fields.externalId())
                        .stream()
                        .anyMatch(other -> !other.id().equals(except));
    }

    /** The next codes, {@code ORD-P-150622-000017}: unique, and rising in no unit without gaps. */
    @SuppressWarnings("unchecked")
    List<String> nextCodes(String unitCode, int count) {
        List<Long> numbers = getEntityManager()
                .createNativeQuery("select nextval('factor_price_codes') from generate_series(1, :count)", Long.class)
                .setParameter("count", count)
                .getResultList();
        return numbers.stream()
                .map(number -> "%s-P-%s-%06d".formatted(units.prefix(), unitCode, number))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Price> found(Query query) {
        return query.getResultList();
    }
}
