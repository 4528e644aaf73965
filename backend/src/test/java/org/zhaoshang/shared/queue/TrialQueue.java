package org.zhaoshang.shared.queue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Jobs that do nothing, or fail when asked to. */
@ApplicationScoped
class TrialQueue implements WorkQueue {
    private final List<UUID> waiting = new CopyOnWriteArrayList<>();
    private final List<UUID> done = new CopyOnWriteArrayList<>();
    private final Map<UUID, Throwable> ended = new ConcurrentHashMap<>();
    private final Set<UUID> broken = ConcurrentHashMap.newKeySet();
    private final EntityManager database;

    TrialQueue(EntityManager database) {
        this.database = database;
    }

    /** @param attempts that were made by servers that are gone */
    UUID add(int attempts) {
        UUID id = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery(
                            "create table if not exists queue_trials (id uuid primary key, attempts integer not null)")
                    .executeUpdate();
            database.createNativeQuery("insert into queue_trials values (:id, :attempts)")
                    .setParameter("id", id)
                    .setParameter("attempts", attempts)
                    .executeUpdate();
        });
        waiting.add(id);
        return id;
    }

    UUID addBroken() {
        UUID id = UUID.randomUUID();
        broken.add(id);
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("insert into queue_trials values (:id, 0)")
                        .setParameter("id", id)
                        .executeUpdate());
        waiting.add(id);
        return id;
    }

    List<UUID> done() {
        return done;
    }

    @Nullable
    Throwable ended(UUID id) {
        return ended.get(id);
    }

    @Override
    public String table() {
        return "queue_trials";
    }

    @Override
    public List<UUID> waiting() {
        return List.copyOf(waiting);
    }

    @Override
    public boolean isOpen(UUID id) {
        return waiting.contains(id);
    }

    @Override
    public void work(UUID id) throws Exception {
        if (broken.contains(id)) {
            throw new java.io.IOException("broken");
        }
        waiting.remove(id);
        done.add(id);
    }

    @Override
    public void ended(UUID id, Throwable failure) {
        waiting.remove(id);
        ended.put(id, failure);
    }
}
