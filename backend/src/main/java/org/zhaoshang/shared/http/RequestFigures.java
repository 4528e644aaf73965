package org.zhaoshang.shared.http;

import io.micrometer.core.instrument.config.MeterFilter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * The figures that are kept of requests are as many as the API has addresses, whatever is asked for. Without this each page of
 * the client, and each address that is refused before the API knows it, would have figures of its own.
 */
@ApplicationScoped
class RequestFigures {
    /** Where a request is counted that no resource took: pages and files of the client, and what there is not. */
    static final String OTHER = "/{other}";

    /** Read by the binder of the figures; a resource that takes the request puts its own template here. */
    private static final String TEMPLATE = "UrlPathTemplate";

    /** Before all else: what is refused early is counted too. */
    private static final int FIRST = 1100;

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "UNKNOWN");

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    ((HttpServerRequestInternal) context.request()).context().putLocal(TEMPLATE, OTHER);
                    context.next();
                },
                FIRST);
    }

    /** Anyone may make up a method. */
    @Produces
    @Singleton
    MeterFilter methods() {
        return MeterFilter.replaceTagValues("method", method -> METHODS.contains(method) ? method : "OTHER");
    }
}
