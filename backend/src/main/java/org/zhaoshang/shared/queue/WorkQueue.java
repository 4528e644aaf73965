package org.zhaoshang.shared.queue;

import java.util.List;
import java.util.UUID;

/**
 * Jobs of one sort, kept as rows of a table. Every bean of this type is worked off, each on a thread of its own, one job at a
 * time on each server.
 */
public interface WorkQueue {
    /** The table, which has {@code id uuid} and {@code attempts integer}. */
    String table();

    /** Some of the jobs that wait or whose server may be gone, the most urgent first. */
    List<UUID> waiting();

    /** Whether there is still something to do, asked once the job is ours. */
    boolean isOpen(UUID id);

    /** Does the job, in the transaction that ends together with the claim; what it throws rolls the transaction back. */
    void work(UUID id) throws Exception;

    /** Notes, in a transaction of its own, how a job ended that was rolled back. While a server stops this is not asked. */
    void ended(UUID id, Throwable failure);

    /** What else is due from time to time. */
    default void tidy() {}
}
