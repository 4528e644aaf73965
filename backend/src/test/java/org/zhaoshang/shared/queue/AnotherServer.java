package org.zhaoshang.shared.queue;

import jakarta.enterprise.context.ApplicationScoped;

/** Looks at a queue as a second server would, beside the thread of this one. */
@ApplicationScoped
public class AnotherServer {
    private final QueueWorker worker;

    AnotherServer(QueueWorker worker) {
        this.worker = worker;
    }

    public void look(WorkQueue queue) {
        worker.look(queue);
    }
}
