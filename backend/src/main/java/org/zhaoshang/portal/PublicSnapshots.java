package org.zhaoshang.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.zhaoshang.shared.files.FileOwner;

/** The snapshots whose files are kept. */
@ApplicationScoped
class PublicSnapshots implements FileOwner {
    private final EntityManager database;

    PublicSnapshots(EntityManager database) {
        this.database = database;
    }

    /** @param position of the feed: the file holds every change up to it and none beyond */
    record Snapshot(PublicFeed.Position position, Instant createdAt, long rows, long bytes, String sha256) {}

    /** None from ahead of the clock, which a demonstration may have set back. */
    @Transactional
    Optional<Snapshot> newest(Instant now) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = database.createNativeQuery("""
                select s.seq, s.stream, s.created_at, s.row_count, s.byte_count, s.sha256 from public_snapshots s
                where s.created_at <= :now order by s.created_at desc limit 1
                """, Tuple.class)
                .setParameter("now", now)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new Snapshot(
                        new PublicFeed.Position(row.get("seq", Long.class), row.get("stream", UUID.class)),
                        row.get("created_at", Instant.class),
                        row.get("row_count", Long.class),
                        row.get("byte_count", Long.class),
                        row.get("sha256", String.class)));
    }

    @Transactional
    boolean has(String sha256) {
        return !known(List.of(sha256)).isEmpty();
    }

    /** One server at a time takes a snapshot; its turn ends with its transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean isOurTurn() {
        return (boolean) database.createNativeQuery("select pg_try_advisory_xact_lock(hashtext('zhaoshang.snapshot'))")
                .getSingleResult();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void add(Snapshot snapshot) {
        database.createNativeQuery("""
                insert into public_snapshots (id, seq, stream, created_at, row_count, byte_count, sha256)
                values (:id, :seq, :stream, :at, :rows, :bytes, :sha256)
                """)
                .setParameter("id", UUID.randomUUID())
                .setParameter("seq", snapshot.position().seq())
                .setParameter("stream", snapshot.position().stream())
                .setParameter("at", snapshot.createdAt())
                .setParameter("rows", snapshot.rows())
                .setParameter("bytes", snapshot.bytes())
                .setParameter("sha256", snapshot.sha256())
                .executeUpdate();
    }

    /** @return the files that they held */
    @Transactional(Transactional.TxType.MANDATORY)
    List<String> dropBefore(Instant moment) {
        return database.createNativeQuery(
                        "delete from public_snapshots where created_at < :moment returning sha256", String.class)
                .setParameter("moment", moment)
                .getResultList();
    }

    @Override
    public Set<String> known(Collection<String> hashes) {
        return new HashSet<>(database.createNativeQuery(
                        "select s.sha256 from public_snapshots s where s.sha256 in (:hashes)", String.class)
                .setParameter("hashes", hashes)
                .getResultList());
    }
}
