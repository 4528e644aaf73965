package org.zhaoshang.prices.premises;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.projects.ProjectKeys;
import org.zhaoshang.projects.Projects;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.units.Units;

/** The queries on premises and parcels. Every read of a row on behalf of someone goes through a {@link RowScope}. */
@ApplicationScoped
class Listings {
    /** How both tables answer the row scope: who reads only what is settled sees what the bureau has published. */
    static final RowScope.Columns COLUMNS = new RowScope.Columns("p.unit_code", "p.publicly_listed", "false");

    private final EntityManager database;
    private final Units units;

    Listings(EntityManager database, Units units) {
        this.database = database;
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
    String nextCode(ListingKind kind, String unitCode) {
        Long number = (Long) database.createNativeQuery("select nextval('listing_codes')", Long.class)
                .getSingleResult();
        return "%s-%s-%s-%04d".formatted(units.prefix(), kind.letters(), unitCode, number);
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

    /** The code of another of the unit that is not withdrawn and has this name. */
    Optional<String> namesake(ListingKind kind, ListingFields fields, @Nullable UUID except) {
        return database
                .createNativeQuery("select code from " + kind.table() + """
                         where unit_code = :unit and name_key = :key and state <> 'WITHDRAWN'
                            and id is distinct from cast(:except as uuid)
                        order by code limit 1
                        """, String.class)
                .setParameter("unit", fields.unitCode())
                .setParameter("key", ProjectKeys.key(fields.title()))
                .setParameter("except", except)
                .getResultList()
                .stream()
                .findFirst();
    }

    long files(UUID listing) {
        return (Long)
                database.createNativeQuery("select count(*) from listing_files where listing_id = :id", Long.class)
                        .setParameter("id", listing)
                        .getSingleResult();
    }
}
