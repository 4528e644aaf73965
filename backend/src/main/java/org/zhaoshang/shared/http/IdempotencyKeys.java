package org.zhaoshang.shared.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.time.CityClock;

/** The answers kept for repeated requests, for 72 hours. */
@ApplicationScoped
class IdempotencyKeys {
    private static final Duration KEPT = Duration.ofHours(72);

    private final EntityManager database;
    private final ObjectMapper json;
    private final CityClock clock;

    IdempotencyKeys(EntityManager database, ObjectMapper json, CityClock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    record Key(UUID caller, String method, String path, String key) {}

    record Stored(
            String bodyHash,
            int status,
            Map<String, String> headers,
            @Nullable String body) {}

    /** False while a twin holds the key; the claim ends with the transaction, so a crash leaves nothing behind. */
    boolean claim(Key key) {
        return (boolean) database.createNativeQuery("select pg_try_advisory_xact_lock(hashtextextended(:key, 7))")
                .setParameter("key", key.toString())
                .getSingleResult();
    }

    Optional<Stored> find(Key key) {
        @SuppressWarnings("unchecked")
        List<Tuple> found = bind(database.createNativeQuery("""
                select body_hash, status, cast(headers as text) headers, body from idempotency_keys
                where caller = :caller and method = :method and path = :path and key = :key and at > :since
                """, Tuple.class), key)
                .setParameter("since", clock.now().minus(KEPT))
                .getResultList();
        return found.stream()
                .findFirst()
                .map(row -> new Stored(
                        row.get("body_hash", String.class),
                        row.get("status", Integer.class),
                        headers(row.get("headers", String.class)),
                        row.get("body", String.class)));
    }

    @Transactional
    void store(Key key, Stored stored) {
        bind(database.createNativeQuery("""
                with outdated as (
                    delete from idempotency_keys
                    where at <= :since and (caller, method, path, key) <> (:caller, :method, :path, :key))
                insert into idempotency_keys as kept (caller, method, path, key, at, body_hash, status, headers, body)
                values (:caller, :method, :path, :key, :at, :hash, :status, cast(:headers as jsonb), :body)
                on conflict (caller, method, path, key) do update
                    set at = excluded.at, body_hash = excluded.body_hash, status = excluded.status,
                        headers = excluded.headers, body = excluded.body
                    where kept.at <= :since
                """), key)
                .setParameter("since", clock.now().minus(KEPT))
                .setParameter("at", clock.now())
                .setParameter("hash", stored.bodyHash())
                .setParameter("status", stored.status())
                .setParameter("headers", json.valueToTree(stored.headers()).toString())
                .setParameter("body", stored.body())
                .executeUpdate();
    }

    private static jakarta.persistence.Query bind(jakarta.persistence.Query query, Key key) {
        return query.setParameter("caller", key.caller())
                .setParameter("method", key.method())
                .setParameter("path", key.path())
                .setParameter("key", key.key());
    }

    private Map<String, String> headers(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("unreadable stored headers", broken);
        }
    }
}
