package org.zhaoshang.shared.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;
import org.zhaoshang.shared.http.IdempotencyKeys.Key;
import org.zhaoshang.shared.http.IdempotencyKeys.Stored;

@QuarkusTest
class IdempotencyKeysTest {
    private static final UUID CALLER = UUID.randomUUID();

    @Inject
    IdempotencyKeys keys;

    @Inject
    EntityManager database;

    private static Key key(String word) {
        return new Key(CALLER, "POST", "/api/v1/projects", word);
    }

    private void store(Key key, String body) {
        QuarkusTransaction.requiringNew().run(() -> keys.store(key, new Stored("hash", 201, Map.of(), body)));
    }

    private Optional<String> body(Key key) {
        return QuarkusTransaction.requiringNew().call(() -> keys.find(key).map(Stored::body));
    }

    private void letThreeDaysPass() {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "update idempotency_keys set at = at - interval '73 hours' where caller = :caller")
                        .setParameter("caller", CALLER)
                        .executeUpdate());
    }

    private Number kept() {
        return (Number) database.createNativeQuery("select count(*) from idempotency_keys where caller = :caller")
                .setParameter("caller", CALLER)
                .getSingleResult();
    }

    @Test
    void keepsAnAnswerForThreeDaysAndNoLonger() {
        store(key("again"), "first");
        store(key("again"), "not the first");
        assertThat(body(key("again"))).contains("first");
        store(key("other"), "of another key");

        letThreeDaysPass();
        assertThat(body(key("again"))).isEmpty();
        store(key("again"), "anew");
        assertThat(body(key("again"))).contains("anew");
        assertThat(kept()).as("the other one is swept").isEqualTo(1L);
    }

    /** More than the pool has connections: none may hold one while it asks for another. */
    @Test
    void refusesManyAtOnce() throws Exception {
        List<Callable<Integer>> refused = IntStream.range(0, 60)
                .<Callable<Integer>>mapToObj(number -> () -> Given.signedIn("150622")
                        .header("Idempotency-Key", CALLER + "-" + number)
                        .contentType("application/json")
                        .body("{\"name\": \"某项目\", \"totalInvestmentYuan\": \"很多\"}")
                        .post("/api/v1/projects")
                        .statusCode())
                .toList();
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> answer : all.invokeAll(refused)) {
                assertThat(answer.get()).isEqualTo(400);
            }
        }
    }
}
