package org.zhaoshang.audit;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The versions of one kind of record and when each stood, written by the transaction that makes them: what its lists show and
 * are narrowed by, so that the state of any day is one query.
 *
 * @param table of the records, with {@code id} and {@code version}
 * @param versions the table of their versions, with {@code valid_from} and {@code valid_to} beside
 * @param copied the columns that both have
 */
public record Versions(EntityManager database, String table, String versions, String copied) {
    /** A record in a version of it. */
    public record Kept(UUID id, long version) {}

    /**
     * Keeps the records as they now are in the database; once for each version. A clock that was set back in between gives a
     * new version its place after the one before all the same.
     */
    public void keep(List<Kept> records, Instant at) {
        database.createNativeQuery("""
                with lot as (select * from unnest(cast(:ids as uuid[]), cast(:versions as bigint[])) as lot (id, version)),
                before as (
                    update %2$s kept set valid_to = greatest(kept.valid_from, :at) from lot
                    where kept.id = lot.id and kept.valid_to = 'infinity' and kept.version < lot.version
                    returning kept.id, kept.valid_to)
                insert into %2$s (id, version, valid_from, %3$s)
                select id, p.version, greatest(:at, before.valid_to), %3$s
                from %1$s p join lot using (id) left join before using (id)
                on conflict (id, version) do nothing
                """.formatted(table, versions, copied))
                .setParameter("ids", records.stream().map(Kept::id).toArray(UUID[]::new))
                .setParameter("versions", records.stream().map(Kept::version).toArray(Long[]::new))
                .setParameter("at", at)
                .executeUpdate();
    }

    /** The records are deleted: from now on they do not stand at all. */
    public void end(List<UUID> records, Instant at) {
        database.createNativeQuery("""
                update %s set valid_to = greatest(valid_from, :at)
                where id = any(cast(:ids as uuid[])) and valid_to = 'infinity'""".formatted(versions))
                .setParameter("ids", records.toArray(UUID[]::new))
                .setParameter("at", at)
                .executeUpdate();
    }
}
