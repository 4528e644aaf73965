package org.zhaoshang.shared.queue;

/**
 * Fired with the change that put a job into a queue: it starts as soon as that is committed.
 *
 * @param table of the queue
 */
public record Queued(String table) {}
