package org.zhaoshang.portal;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/** Lets pages of any origin read the public paths (CORS), without credentials; all other paths stay with their own site. */
@ApplicationScoped
class OpenToAll {
    private static final String PREFIX = "/api/v1/public/";
    private static final Set<String> METHODS = Set.of("GET", "HEAD");

    /** Before everything that might refuse, after the request has its id. */
    private static final int EARLY = 900;

    void register(@Observes Filters filters) {
        filters.register(OpenToAll::open, EARLY);
    }

    private static void open(RoutingContext context) {
        if (!context.normalizedPath().startsWith(PREFIX)) {
            context.next();
            return;
        }
        context.response()
                .putHeader("Access-Control-Allow-Origin", "*")
                .putHeader("Access-Control-Expose-Headers", "ETag, Link, X-Request-Id, Content-Disposition");
        boolean asksFirst = HttpMethod.OPTIONS.equals(context.request().method())
                && context.request().getHeader("Access-Control-Request-Method") != null;
        if (!asksFirst) {
            context.next();
            return;
        }
        context.response()
                .putHeader("Access-Control-Allow-Methods", String.join(", ", METHODS))
                .putHeader("Access-Control-Allow-Headers", "Accept, Accept-Language, If-None-Match, X-Request-Id")
                .putHeader("Access-Control-Max-Age", "86400")
                .setStatusCode(204)
                .end();
    }
}
