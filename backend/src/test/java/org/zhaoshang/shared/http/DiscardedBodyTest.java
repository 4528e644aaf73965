package org.zhaoshang.shared.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The end of a body that is being refused may come from another thread at any moment. */
class DiscardedBodyTest {
    private final List<String> asked = new ArrayList<>();

    @Test
    void hasNothingLeftToDiscardOnceTheBodyHasEnded() {
        HttpServerRequest ended = proxy(HttpServerRequest.class, method -> {
            throw new IllegalStateException("Request has already been read");
        });
        BodyLimit.discard(proxy(RoutingContext.class, method -> ended));
        assertThat(asked).containsExactly("request", "handler");
    }

    private <T> T proxy(Class<T> type, java.util.function.Function<String, Object> answer) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, values) -> {
                    asked.add(method.getName());
                    return answer.apply(method.getName());
                }));
    }
}
