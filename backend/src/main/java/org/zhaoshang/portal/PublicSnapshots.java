package org.zhaoshang.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zhaoshang.shared.files.FileOwner;

/** The snapshots whose files are kept. */
@ApplicationScoped
class PublicSnapshots implements FileOwner {
    private final EntityManager database;

    PublicSnapshots(EntityManager database) {
        this.database = database;
    }

    /** @param kind as in the address of the list */
    record File(String kind, long rows, long bytes, String sha256) {}

    /** @param position of the feed: the files hold every change up to it and none beyond */
    record Snapshot(PublicFeed.Position position, Instant createdAt, List<File> files) {}

    /** One of all lists; none from ahead of the clock, which a demonstration may have set back. */
    @Transactional
    Optional<Snapshot> newest(Instant now) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = database.createNativeQuery("""
                select s.seq, s.stream, s.created_at, f.kind, f.row_count, f.byte_count, f.sha256
                from (select * from public_snapshots where created_at <= :now order by created_at desc limit 1) s
                    join public_snapshot_files f on f.snapshot_id = s.id
                """, Tuple.class)
                .setParameter("now", now)
                .getResultList();
        Map<String, File> files = rows.stream()
                .map(row -> new File(
                        row.get("kind", String.class),
                        row.get("row_count", Long.class),
                        row.get("byte_count", Long.class),
                        row.get("sha256", String.class)))
                .collect(Collectors.toMap(File::kind, file -> file));
        List<File> all = Arrays.stream(PublicKind.values())
                .map(kind -> files.get(kind.path()))
                .filter(Objects::nonNull)
                .toList();
        return all.size() < PublicKind.values().length
                ? Optional.empty()
                : Optional.of(new Snapshot(
                        new PublicFeed.Position(
                                rows.getFirst().get("seq", Long.class),
                                rows.getFirst().get("stream", UUID.class)),
                        rows.getFirst().get("created_at", Instant.class),
                        all));
    }

    @Transactional
    boolean has(String sha256) {
        return !known(List.of(sha256)).isEmpty();
    }

    /**
     * One server at a time takes a snapshot; its turn ends with its transaction, which sees one moment from now on. First in it.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean isOurTurn() {
        database.createNativeQuery("set transaction isolation level repeatable read")
                .executeUpdate();
        return (boolean) database.createNativeQuery("select pg_try_advisory_xact_lock(hashtext('zhaoshang.snapshot'))")
                .getSingleResult();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void add(Snapshot snapshot) {
        UUID id = UUID.randomUUID();
        database.createNativeQuery(
                        "insert into public_snapshots (id, seq, stream, created_at) values (:id, :seq, :stream, :at)")
                .setParameter("id", id)
                .setParameter("seq", snapshot.position().seq())
                .setParameter("stream", snapshot.position().stream())
                .setParameter("at", snapshot.createdAt())
                .executeUpdate();
        snapshot.files()
                .forEach(file -> database.createNativeQuery("""
                insert into public_snapshot_files (snapshot_id, kind, row_count, byte_count, sha256)
                values (:id, :kind, :rows, :bytes, :sha256)
                """)
                        .setParameter("id", id)
                        .setParameter("kind", file.kind())
                        .setParameter("rows", file.rows())
                        .setParameter("bytes", file.bytes())
                        .setParameter("sha256", file.sha256())
                        .executeUpdate());
    }

    /** @return the files that they held */
    @Transactional(Transactional.TxType.MANDATORY)
    List<String> dropBefore(Instant moment) {
        List<String> files = database.createNativeQuery("""
                        delete from public_snapshot_files f using public_snapshots s
                        where s.id = f.snapshot_id and s.created_at < :moment returning f.sha256
                        """, String.class)
                .setParameter("moment", moment)
                .getResultList();
        database.createNativeQuery("delete from public_snapshots where created_at < :moment")
                .setParameter("moment", moment)
                .executeUpdate();
        return files;
    }

    @Override
    public Set<String> known(Collection<String> hashes) {
        return new HashSet<>(database.createNativeQuery(
                        "select f.sha256 from public_snapshot_files f where f.sha256 in (:hashes)", String.class)
                .setParameter("hashes", hashes)
                .getResultList());
    }
}
