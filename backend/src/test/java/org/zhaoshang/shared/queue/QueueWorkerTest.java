package org.zhaoshang.shared.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

@QuarkusTest
class QueueWorkerTest {
    @Inject
    TrialQueue queue;

    @Inject
    Claims claims;

    @Inject
    Event<Queued> queued;

    private void wake() {
        QuarkusTransaction.requiringNew().run(() -> queued.fire(new Queued("queue_trials")));
    }

    private static boolean within(Duration time, BooleanSupplier what) throws InterruptedException {
        for (long end = System.nanoTime() + time.toNanos(); System.nanoTime() < end; Thread.sleep(20)) {
            if (what.getAsBoolean()) {
                return true;
            }
        }
        return what.getAsBoolean();
    }

    @Test
    void doesAJobOnceItIsCommitted() throws Exception {
        UUID job = queue.add(0);
        wake();
        assertThat(within(Duration.ofSeconds(10), () -> queue.done().contains(job)))
                .isTrue();
        wake();
        assertThat(within(
                        Duration.ofSeconds(1),
                        () -> queue.done().indexOf(job) != queue.done().lastIndexOf(job)))
                .as("done twice")
                .isFalse();
    }

    @Test
    void endsAJobThatFailsAndGoesOnWithTheNext() throws Exception {
        queue.add(0);
        UUID broken = queue.addBroken();
        UUID next = queue.add(0);
        wake();
        assertThat(within(Duration.ofSeconds(10), () -> queue.done().contains(next)))
                .isTrue();
        assertThat(queue.ended(broken)).hasStackTraceContaining("broken");
    }

    @Test
    void givesAJobUpThatEndedThreeServers() throws Exception {
        UUID job = queue.add(QueueWorker.MOST_ATTEMPTS);
        wake();
        assertThat(within(Duration.ofSeconds(10), () -> queue.ended(job) != null))
                .isTrue();
        assertThat(queue.ended(job)).hasStackTraceContaining("tried 3 times");
        assertThat(queue.done()).doesNotContain(job);
    }

    @Test
    void leavesAJobToTheServerThatHoldsIt() throws Exception {
        UUID job = queue.add(0);
        QuarkusTransaction.requiringNew().call(() -> {
            boolean mine = claims.take(job);
            wake();
            // Either it was free for a moment before, or nobody gets it now.
            assertThat(mine && within(Duration.ofSeconds(2), () -> queue.done().contains(job)))
                    .isFalse();
            return null;
        });
        wake();
        assertThat(within(Duration.ofSeconds(10), () -> queue.done().contains(job)))
                .isTrue();
    }
}
