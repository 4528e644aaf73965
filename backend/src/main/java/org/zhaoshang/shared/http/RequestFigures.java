package org.zhaoshang.shared.http;

import io.micrometer.core.instrument.config.MeterFilter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
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

    private static final String API = "/api/";

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
        filters.register(RequestFigures::skipSecondLookUp, SecurityHandlerPriorities.AUTHENTICATION);
    }

    /**
     * Quarkus would look up the template here, for a request that fails to sign in, by building the map of all resources anew
     * for every request: a tenth of what an answer costs. Its own handler is taken away before a resource runs in any case.
     */
    private static void skipSecondLookUp(RoutingContext context) {
        if (context.request().path().startsWith(API)) {
            context.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
        }
        context.next();
    }

    /** Anyone may make up a method. */
    @Produces
    @Singleton
    MeterFilter methods() {
        return MeterFilter.replaceTagValues("method", method -> METHODS.contains(method) ? method : "OTHER");
    }
}
