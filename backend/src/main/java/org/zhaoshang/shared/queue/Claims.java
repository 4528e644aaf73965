package org.zhaoshang.shared.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Who works on a job: the transaction that holds its lock. A killed server's claim goes with its connection. */
@ApplicationScoped
public class Claims {
    private final EntityManager database;

    Claims(EntityManager database) {
        this.database = database;
    }

    /** Whether the job is this transaction's from now to its end. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean take(UUID id) {
        return (boolean) database.createNativeQuery("select pg_try_advisory_xact_lock(hashtextextended(:id, 11))")
                .setParameter("id", id.toString())
                .getSingleResult();
    }

    /** Counts a try, whatever comes of it. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int attempt(String table, UUID id) {
        return (int) database.createNativeQuery(
                        "update " + table + " set attempts = attempts + 1 where id = :id returning attempts")
                .setParameter("id", id)
                .getSingleResult();
    }
}
