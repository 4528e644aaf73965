package org.zhaoshang.shared.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.language.Text;

/** Refuses a body that announces itself as too large before any of it is read, in words; Quarkus alone says nothing. */
@ApplicationScoped
class BodyLimit {
    /** After the request id, before anything that reads. */
    private static final int EARLY = 900;
    /** As long as the client may go on sending what nobody keeps: one that is cut off at once never reads the answer. */
    private static final long PATIENCE_MILLIS = TimeUnit.SECONDS.toMillis(10);

    private final long limit;
    private final ObjectMapper json;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit, ObjectMapper json) {
        this.limit = limit.asLongValue();
        this.json = json;
    }

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    if (announced(context.request()) > limit) {
                        refuse(context);
                    } else {
                        context.next();
                    }
                },
                EARLY);
    }

    private static long announced(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
    }

    private void refuse(RoutingContext context) {
        HttpServerRequest request = context.request();
        long megabytes = limit >> 20;
        Text title = new Text("内容超过大小限制（最多 " + megabytes + " MB）", "The content is larger than " + megabytes + " MB");
        Language language = Language.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        request.handler(discarded -> {});
        request.endHandler(done -> request.connection().close());
        request.resume();
        context.vertx().setTimer(PATIENCE_MILLIS, late -> request.connection().close());
        context.response()
                .setStatusCode(413)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.CONNECTION, HttpHeaderValues.CLOSE)
                .end(json.valueToTree(new ProblemView("about:blank", title.in(language), 413, null, null, null, null))
                        .toString());
    }
}
