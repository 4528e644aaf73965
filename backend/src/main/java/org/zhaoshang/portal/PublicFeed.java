package org.zhaoshang.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The changes of the public lists by their numbers, and the number of the latest. */
@ApplicationScoped
class PublicFeed {
    private final Session database;
    private final DataSource connections;

    PublicFeed(Session database, DataSource connections) {
        this.database = database;
        this.connections = connections;
    }

    /** @param seq of the latest change */
    record Position(long seq, UUID stream) {}

    /** A record as it is now, or that and why it left. */
    record Change(
            long seq,
            UUID id,
            Instant at,
            @Nullable String document,
            @Nullable String reason,
            @Nullable UUID mergedInto) {}

    /** @param position of the feed when the changes were read */
    record Reading(Position position, List<Change> changes) {}

    /**
     * Numbers for that many changes. The feed is held until the transaction ends: whoever draws later commits later.
     *
     * @return the first of them
     */
    @Transactional(Transactional.TxType.MANDATORY)
    long draw(int changes) {
        long last = (Long)
                database.createNativeQuery("update public_feed set seq = seq + :changes returning seq", Long.class)
                        .setParameter("changes", changes)
                        .getSingleResult();
        return last - changes + 1;
    }

    /** The number of the latest change. Asked so often that it goes without a transaction of its own. */
    long latest() {
        try (Connection connection = connections.getConnection();
                PreparedStatement statement = connection.prepareStatement("select seq from public_feed");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException unavailable) {
            throw new IllegalStateException(unavailable);
        }
    }

    @Transactional
    Position position() {
        Tuple feed = (Tuple) database.createNativeQuery("select f.seq, f.stream from public_feed f", Tuple.class)
                .getSingleResult();
        return position(feed);
    }

    /**
     * The first changes of one list after one, in their order. One statement reads all, so it sees one moment: with a number it sees every
     * lower one.
     *
     * @param since null for none: what left the list before is left out
     */
    @Transactional
    Reading after(PublicKind kind, @Nullable FeedToken since, int limit) {
        List<Tuple> rows = database.createNativeQuery("""
                select f.seq, f.stream, c.seq change_seq, c.id, c.at, c.document, c.reason, c.merged_into
                from public_feed f left join lateral (
                    (select p.seq, p.id, p.updated_at at, cast(p.document as text) document,
                        cast(null as text) reason, cast(null as uuid) merged_into
                    from %s p where p.seq > :since order by p.seq limit :most)
                    union all
                    (select r.seq, r.id, r.at, null, r.reason, r.merged_into
                    from %s r where r.seq > coalesce(cast(:gone as bigint), f.seq)
                    order by r.seq limit :most)
                    order by seq limit :most) c on true
                order by c.seq
                """.formatted(kind.table(), kind.removals()), Tuple.class)
                .addScalar("seq", Long.class)
                .addScalar("stream", UUID.class)
                .addScalar("change_seq", Long.class)
                .addScalar("id", UUID.class)
                .addScalar("at", Instant.class)
                .addScalar("document", String.class)
                .addScalar("reason", String.class)
                .addScalar("merged_into", UUID.class)
                .setParameter("since", since == null ? 0L : since.seq())
                .setParameter("gone", since == null ? null : Math.max(since.seq(), since.from()))
                .setParameter("most", limit)
                .getResultList();
        return new Reading(
                position(rows.getFirst()),
                rows.stream()
                        .filter(row -> row.get("change_seq") != null)
                        .map(PublicFeed::change)
                        .toList());
    }

    private static Position position(Tuple feed) {
        return new Position(feed.get("seq", Long.class), feed.get("stream", UUID.class));
    }

    private static Change change(Tuple row) {
        return new Change(
                row.get("change_seq", Long.class),
                row.get("id", UUID.class),
                row.get("at", Instant.class),
                row.get("document", String.class),
                row.get("reason", String.class),
                row.get("merged_into", UUID.class));
    }
}
