package org.zhaoshang.shared.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.config.ConfigMapping;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.language.Text;

/**
 * Refuses a body that is too large for its address, in words: one that announces its length before any of it is read, any other when it has
 * gone too far. Quarkus alone ends either without a word; its own limit lies above this one and is a net.
 */
@ApplicationScoped
class BodyLimit {
    /** After the request id, before anything that reads. */
    private static final int EARLY = 900;
    /** As long as the client may go on sending what nobody keeps: one that is cut off at once never reads the answer. */
    private static final long PATIENCE_MILLIS = TimeUnit.SECONDS.toMillis(10);

    private static final Set<HttpMethod> WITH_BODY =
            Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    private final Settings settings;
    private final Instance<RoutingContext> current;
    private final ObjectMapper json;

    BodyLimit(Settings settings, Instance<RoutingContext> current, ObjectMapper json) {
        this.settings = settings;
        this.current = current;
        this.json = json;
    }

    @ConfigMapping(prefix = "zhaoshang.http")
    interface Settings {
        /** The largest request. */
        MemorySize largestBody();

        /** Where a body goes to the disk as it comes, and may be larger. */
        Map<String, LargerBody> largerBodies();

        interface LargerBody {
            String path();

            MemorySize largest();
        }
    }

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    long limit = limit(context.normalizedPath());
                    if (announced(context.request()) > limit) {
                        refuse(context, limit);
                    } else {
                        context.next();
                    }
                },
                EARLY);
    }

    /** Counts what comes without a length; {@link CountedBody} asks for it before anything reads. */
    @ServerRequestFilter
    void count(ResteasyReactiveContainerRequestContext request) {
        RoutingContext context = current.get();
        if (comesWithoutLength(context.request())) {
            long limit = limit(context.normalizedPath());
            request.setEntityStream(new CountedBody(request.getEntityStream(), limit, () -> {
                discard(context);
                return Problem.of(413, title(limit));
            }));
        }
    }

    private long limit(String path) {
        return settings.largerBodies().values().stream()
                .filter(larger -> larger.path().equals(path))
                .map(Settings.LargerBody::largest)
                .findFirst()
                .orElse(settings.largestBody())
                .asLongValue();
    }

    /** HTTP/2 parts every body into frames and has no header that says so. */
    private static boolean comesWithoutLength(HttpServerRequest request) {
        return request.getHeader(HttpHeaders.CONTENT_LENGTH) == null
                && (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null
                        || request.version() == HttpVersion.HTTP_2 && WITH_BODY.contains(request.method()));
    }

    private static long announced(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
    }

    private void refuse(RoutingContext context, long limit) {
        Language language = Language.of(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        discard(context);
        context.response()
                .setStatusCode(413)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(json.valueToTree(new ProblemView(
                                "about:blank", title(limit).in(language), 413, null, null, null, null, null))
                        .toString());
    }

    private static Text title(long limit) {
        long megabytes = limit >> 20;
        return new Text("内容超过大小限制（最多 " + megabytes + " MB）", "The content is larger than " + megabytes + " MB");
    }

    /** Lets the rest of the body come and go; who goes on for too long is cut off. */
    static void discard(RoutingContext context) {
        HttpServerRequest request = context.request();
        try {
            request.handler(discarded -> {});
        } catch (IllegalStateException ended) {
            // The end came in that very moment, from the connection's own thread: no rest is left.
            return;
        }
        request.resume();
        context.vertx().setTimer(PATIENCE_MILLIS, late -> {
            if (!request.isEnded()) {
                request.connection().close();
            }
        });
    }
}
