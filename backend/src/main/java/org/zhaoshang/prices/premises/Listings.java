package org.zhaoshang.prices.premises;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.projects.Projects;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.units.Units;

/** The queries on premises and parcels. Every read of a row on behalf of someone goes through a {@link RowScope}. */
@ApplicationScoped
class Listings {
    /** How both tables answer the row scope: who reads only what is settled sees what the bureau has published. */
    static final RowScope.Columns COLUMNS = new RowScope.Columns("p.unit_code", "p.publicly_listed", "false");

    /** Rows a message to the database. */
    private static final int BATCH = 200;

    private final EntityManager database;
    private final StatelessSession many;
    private final Units units;

    Listings(EntityManager database, StatelessSession many, Units units) {
        this.database = database;
        this.many = many;
        this.units = units;
    }

    void persist(Listing listing) {
        database.persist(listing);
        database.flush();
    }

    void flush() {
        database.flush();
    }

    void delete(Listing listing) {
        database.createNativeQuery("delete from listing_files where listing_id = :id")
                .setParameter("id", listing.id())
                .executeUpdate();
        database.remove(listing);
        database.flush();
    }

    /**
     * The listing if the scope sees it.
     *
     * @throws Problem 404 for what is absent and for what is not the caller's to see alike
     */
    <L extends Listing> L seen(Class<L> type, UUID id, RowScope scope) {
        return read(type, Set.of(id), scope, "").stream().findFirst().orElseThrow(Problem::notFound);
    }

    /**
     * The listings, held until the transaction ends; always in the same order, so that two holders never wait for each other.
     *
     * @throws Problem 404 when the scope does not see all of them
     */
    <L extends Listing> List<L> held(Class<L> type, Set<UUID> ids, RowScope scope) {
        List<L> found = read(type, ids, scope, " order by p.id for update");
        if (found.size() < ids.size()) {
            throw Problem.notFound();
        }
        return found;
    }

    private <L extends Listing> List<L> read(Class<L> type, Set<UUID> ids, RowScope scope, String end) {
        var query = database.createNativeQuery(
                        "select p.* from " + ListingKind.of(type).table() + " p where p.id in (:ids) and "
                                + scope.where(COLUMNS) + end,
                        type)
                .setParameter("ids", ids);
        Projects.bind(query, scope);
        List<L> found = new ArrayList<>();
        for (Object row : query.getResultList()) {
            found.add(type.cast(row));
        }
        return found;
    }

    /** Numbers rise over all units and have gaps: nobody waits for another's transaction to draw one. */
    List<String> nextCodes(ListingKind kind, String unitCode, int count) {
        List<Long> numbers = database.createNativeQuery(
                        "select nextval('listing_codes') from generate_series(1, :count)", Long.class)
                .setParameter("count", count)
                .getResultList();
        return numbers.stream()
                .map(number -> "%s-%s-%s-%04d".formatted(units.prefix(), kind.letters(), unitCode, number))
                .toList();
    }

    boolean externalIdTaken(ListingKind kind, ListingFields fields, @Nullable UUID except) {
        return fields.externalId() != null
                && !database.createNativeQuery("select 1 from " + kind.table() + """
                         where unit_code = :unit and external_id = :key and id is distinct from cast(:except as uuid)
                        """)
                        .setParameter("unit", fields.unitCode())
                        .setParameter("key", fields.externalId())
                        .setParameter("except", except)
                        .getResultList()
                        .isEmpty();
    }

    record Namesake(UUID id, String code) {}

    /** The unit's listings of these names that are not withdrawn, by the name's key. */
    Map<String, List<Namesake>> namesakes(ListingKind kind, String unitCode, Set<String> keys) {
        @SuppressWarnings("unchecked")
        List<Tuple> found = database.createNativeQuery(
                        "select id, code, name_key from " + kind.table() + """
                         where unit_code = :unit and name_key in (:keys) and state <> 'WITHDRAWN' order by code
                        """, Tuple.class)
                .setParameter("unit", unitCode)
                .setParameter("keys", keys)
                .getResultList();
        return found.stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("name_key", String.class),
                        Collectors.mapping(
                                row -> new Namesake(row.get("id", UUID.class), row.get("code", String.class)),
                                Collectors.toList())));
    }

    /** What a unit has on offer, by code. */
    List<UUID> onOffer(ListingKind kind, String unitCode) {
        return database.createNativeQuery(
                        "select id from " + kind.table()
                                + " where unit_code = :unit and state in ('IDLE', 'AVAILABLE', 'IN_TALKS') order by code",
                        UUID.class)
                .setParameter("unit", unitCode)
                .getResultList();
    }

    /**
     * How many of a unit's offers no longer count as verified.
     *
     * @param lastDay on which the latest of them still did
     */
    record Lapsed(String unitCode, long count, LocalDate lastDay) {}

    /** Of every unit that has some. */
    @SuppressWarnings("unchecked")
    List<Lapsed> lapsed(ListingKind kind, LocalDate today) {
        List<Tuple> rows = database.createNativeQuery("""
                        select unit_code, count(*) as lapsed, max(verified_until) as last_day from %s
                        where state in ('IDLE', 'AVAILABLE', 'IN_TALKS') and verified_until < :today
                        group by unit_code
                        """.formatted(kind.table()), Tuple.class)
                .setParameter("today", today)
                .getResultList();
        return rows.stream()
                .map(row -> new Lapsed(
                        row.get("unit_code", String.class),
                        row.get("lapsed", Long.class),
                        row.get("last_day", LocalDate.class)))
                .toList();
    }

    /** Those of them that the scope sees. */
    List<Listing> seenOf(ListingKind kind, Set<UUID> ids, RowScope scope) {
        return ids.isEmpty() ? List.of() : List.copyOf(read(kind.type(), ids, scope, ""));
    }

    /**
     * What a unit's uploaded rows may stand for: by code, by the unit's own key, by name. Read apart from the entity manager,
     * since there are many.
     *
     * @param hold until the transaction ends, for rows that are to be written
     */
    List<Listing> matching(
            ListingKind kind,
            String unitCode,
            Set<String> codes,
            Set<String> externalIds,
            Set<String> names,
            boolean hold) {
        return List.copyOf(many.createNativeQuery("""
                        select p.* from %s p where p.unit_code = :unit and (p.code = any(cast(:codes as text[]))
                            or p.external_id = any(cast(:externalIds as text[]))
                            or p.name_key = any(cast(:names as text[])) and p.state <> 'WITHDRAWN')
                        order by p.id %s
                        """.formatted(kind.table(), hold ? "for update" : ""), kind.type())
                .setParameter("unit", unitCode)
                .setParameter("codes", codes.toArray(String[]::new))
                .setParameter("externalIds", externalIds.toArray(String[]::new))
                .setParameter("names", names.toArray(String[]::new))
                .getResultList());
    }

    void insertAll(List<Listing> lot) {
        many.setJdbcBatchSize(BATCH);
        many.insertMultiple(lot);
    }

    void updateAll(List<Listing> lot) {
        many.setJdbcBatchSize(BATCH);
        many.updateMultiple(lot);
    }

    void deleteAll(List<Listing> lot) {
        database.createNativeQuery("delete from listing_files where listing_id in (:ids)")
                .setParameter("ids", lot.stream().map(Listing::id).toList())
                .executeUpdate();
        many.deleteMultiple(lot);
    }

    long files(UUID listing) {
        return (Long)
                database.createNativeQuery("select count(*) from listing_files where listing_id = :id", Long.class)
                        .setParameter("id", listing)
                        .getSingleResult();
    }
}
