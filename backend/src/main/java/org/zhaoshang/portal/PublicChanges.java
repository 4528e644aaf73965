package org.zhaoshang.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.engine.spi.TransactionCompletionCallbacks;
import org.hibernate.engine.spi.TransactionCompletionCallbacks.AfterCompletionCallback;
import org.hibernate.engine.spi.TransactionCompletionCallbacks.BeforeCompletionCallback;

/**
 * Numbers the changes of the public lists. From the first number on, a transaction holds the feed until its commit, so that
 * numbers rise as changes become visible. Therefore changes wait until the transaction has done all else, and are written in
 * one go just before its commit: who publishes and then dawdles holds up nobody, and who holds the feed waits for no other
 * lock.
 */
@ApplicationScoped
class PublicChanges {
    private static final Object PENDING = new Object();

    private final TransactionSynchronizationRegistry transaction;
    private final EntityManager database;
    private final PublicFeed feed;
    private final PublicSequence sequence;

    PublicChanges(
            TransactionSynchronizationRegistry transaction,
            EntityManager database,
            PublicFeed feed,
            PublicSequence sequence) {
        this.transaction = transaction;
        this.database = database;
        this.feed = feed;
        this.sequence = sequence;
    }

    interface Change {
        /** @param seq its number, above that of every change committed so far */
        void write(long seq);
    }

    /** Written in the running transaction, as late as can be; a failure there rolls it back. */
    @Transactional(Transactional.TxType.MANDATORY)
    void atTheEnd(Change change) {
        pending().add(change);
    }

    private List<Change> pending() {
        @SuppressWarnings("unchecked")
        List<Change> known = (List<Change>) transaction.getResource(PENDING);
        if (known != null) {
            return known;
        }
        List<Change> fresh = new ArrayList<>();
        transaction.putResource(PENDING, fresh);
        // By Hibernate and not by JTA: it is asked while Hibernate still has the transaction's connection.
        TransactionCompletionCallbacks callbacks =
                database.unwrap(SharedSessionContractImplementor.class).getTransactionCompletionCallbacks();
        callbacks.registerCallback((BeforeCompletionCallback) session -> {
            long last = write(fresh);
            callbacks.registerCallback((AfterCompletionCallback) (successful, ended) -> {
                if (successful) {
                    sequence.committed(last);
                }
            });
        });
        return fresh;
    }

    /** @return the last number */
    private long write(List<Change> changes) {
        long seq = feed.draw(changes.size());
        for (Change change : changes) {
            change.write(seq++);
        }
        return seq - 1;
    }
}
