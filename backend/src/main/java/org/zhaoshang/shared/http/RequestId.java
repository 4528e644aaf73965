package org.zhaoshang.shared.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** {@code X-Request-Id} in and out and in every log line; a caller's own id is kept if it is short and plain. */
@ApplicationScoped
public class RequestId {
    private static final String HEADER = "X-Request-Id";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    String given = context.request().getHeader(HEADER);
                    String id = given != null && PLAIN.matcher(given).matches() ? given : fresh();
                    context.put(HEADER, id);
                    context.response().putHeader(HEADER, id);
                    MDC.put("requestId", id);
                    context.addEndHandler(done -> MDC.remove("requestId"));
                    context.next();
                },
                1000);
    }

    /** The id of the running request; null outside of one. */
    public static @Nullable String current() {
        return MDC.get("requestId") instanceof String id ? id : null;
    }

    private static String fresh() {
        byte[] random = new byte[12];
        ThreadLocalRandom.current().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
