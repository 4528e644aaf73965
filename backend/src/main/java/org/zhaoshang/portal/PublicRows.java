package org.zhaoshang.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.http.Cursor;
import org.zhaoshang.shared.search.Conditions;
import org.zhaoshang.shared.search.Order;

/** The rows of the public lists, whatever their kind: documents ready to send, and the columns they are found by. */
@ApplicationScoped
class PublicRows {
    private final Session database;

    PublicRows(Session database) {
        this.database = database;
    }

    /** @param key what the list was ordered by */
    record Row(UUID id, long seq, String document, Object key) {}

    static final Order<Row> NEWEST = order("-publishedAt", "p.published_at", Cursor.Kind.INSTANT);

    static Order<Row> order(String parameter, String column, Cursor.Kind kind) {
        return new Order<>(parameter, column, kind, Row::key, Row::id);
    }

    List<Row> read(PublicKind kind, Conditions conditions, Order<Row> order, int limit) {
        var query = conditions
                .bind(database.createNativeQuery(
                        """
                select p.id, p.seq, cast(p.document as text) document, %s sort_key
                from %s p where %s order by %s limit :most
                """.formatted(order.column(), kind.table(), conditions.where(), order.by("p")), Tuple.class))
                .setParameter("most", limit);
        @SuppressWarnings("unchecked")
        List<Tuple> rows = query.getResultList();
        return rows.stream()
                .map(row -> new Row(
                        row.get("id", UUID.class),
                        row.get("seq", Long.class),
                        row.get("document", String.class),
                        row.get("sort_key")))
                .toList();
    }

    /**
     * The first of a selection, as they are sent: the database puts the text together.
     *
     * @param documents one after the other in UTF-8, the separator between them
     * @param state changes whenever one of them does: every version of a row has a number of its own
     * @param last null where no more follow
     */
    record Sheet(byte[] documents, String state, @Nullable Row last) {}

    /** Asked more often than anything else: that its columns are named here spares Hibernate to ask for them each time. */
    Sheet sheet(PublicKind kind, Conditions conditions, Order<Row> order, int limit, String separator) {
        Object[] sheet = conditions
                .bind(database.createNativeQuery(
                                """
                select convert_to(coalesce(string_agg(document, :separator) filter (where n <= :limit), ''), 'UTF8')
                    documents,
                    coalesce(string_agg(cast(seq as text), ' ') filter (where n <= :limit), '') state, count(*) found,
                    max(sort_key) filter (where n = :limit) last_key,
                    max(cast(id as text)) filter (where n = :limit) last_id
                from (select first.*, row_number() over () n from (
                    select p.id, p.seq, cast(p.document as text) document, %s sort_key
                    from %s p where %s order by %s limit :limit + 1) first) rows
                """.formatted(order.column(), kind.table(), conditions.where(), order.by("p")),
                                Object[].class)
                        .addScalar("documents", byte[].class)
                        .addScalar("state", String.class)
                        .addScalar("found", Long.class)
                        .addScalar("last_key", order.kind().type())
                        .addScalar("last_id", String.class))
                .setParameter("limit", limit)
                .setParameter("separator", separator)
                .getSingleResult();
        boolean more = (Long) sheet[2] > limit;
        return new Sheet(
                (byte[]) sheet[0],
                (String) sheet[1],
                more ? new Row(UUID.fromString((String) sheet[4]), 0, "", sheet[3]) : null);
    }

    long count(PublicKind kind, Conditions conditions) {
        return (Long) conditions
                .bind(database.createNativeQuery(
                        "select count(*) from " + kind.table() + " p where " + conditions.where(), Long.class))
                .getSingleResult();
    }

    /** Changes whenever a row of the selection does: every version of a row has a number of its own. */
    String state(PublicKind kind, Conditions conditions) {
        return (String) conditions
                .bind(database.createNativeQuery("""
                select count(*) || '-' || coalesce(bit_xor(hashint8extended(p.seq, 0)), 0)
                from %s p where %s
                """.formatted(kind.table(), conditions.where()), String.class))
                .getSingleResult();
    }

    static Conditions only(UUID id) {
        return new Conditions().and("p.id = :id", Map.of("id", id));
    }

    Optional<Row> find(PublicKind kind, UUID id) {
        return read(kind, only(id), NEWEST, 1).stream().findFirst();
    }

    /** When it came onto the list; empty if it is not there. */
    Optional<Instant> publishedAt(PublicKind kind, UUID id) {
        return find(kind, id).map(row -> (Instant) row.key());
    }

    /** What comes onto the list again has not left it; asked for before its row is written. */
    void comes(PublicKind kind, UUID id) {
        database.createNativeQuery("delete from " + kind.removals() + " where id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    /**
     * Takes a row off its list.
     *
     * @param mergedInto what goes on in its place; not named where that is not public, since its existence is not either
     */
    void remove(PublicKind kind, UUID id, String reason, @Nullable UUID mergedInto, Instant at, long seq) {
        database.createNativeQuery("delete from " + kind.table() + " where id = :id")
                .setParameter("id", id)
                .executeUpdate();
        database.createNativeQuery("""
                insert into %1$s (id, seq, reason, merged_into, at)
                values (:id, :seq, :reason, (select p.id from %2$s p where p.id = cast(:into as uuid)), :at)
                on conflict (id) do update set seq = excluded.seq, reason = excluded.reason,
                    merged_into = excluded.merged_into, at = excluded.at
                """.formatted(kind.removals(), kind.table()))
                .setParameter("id", id)
                .setParameter("seq", seq)
                .setParameter("reason", reason)
                .setParameter("into", mergedInto)
                .setParameter("at", at)
                .executeUpdate();
    }
}
