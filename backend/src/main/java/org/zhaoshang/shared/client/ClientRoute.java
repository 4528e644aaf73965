package org.zhaoshang.shared.client;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.zhaoshang.shared.client.BuiltClient.Asset;
import org.zhaoshang.shared.start.StartRefused;

/** Serves the built client at every address that is neither the API nor operations; its pages are addresses of one page. */
@ApplicationScoped
class ClientRoute {
    // Ant Design writes style elements while it runs.
    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data: blob:; font-src 'self' data:; object-src 'none'; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'none'";

    void serve(@Observes Router router, ClientSettings settings) {
        settings.directory()
                .map(ClientRoute::read)
                .ifPresent(client -> router.route()
                        .order(RouteConstants.ROUTE_ORDER_BEFORE_DEFAULT)
                        .method(HttpMethod.GET)
                        .method(HttpMethod.HEAD)
                        .handler(request -> answer(client, request)));
    }

    private static BuiltClient read(Path directory) {
        try {
            return BuiltClient.in(directory);
        } catch (IOException failure) {
            throw new StartRefused(
                    "The client can not be served from " + directory + " (" + failure.getMessage()
                            + "): build it, or take out zhaoshang.client.directory.",
                    failure);
        }
    }

    private static void answer(BuiltClient client, RoutingContext request) {
        String path = request.normalizedPath();
        if (path.equals("/api") || path.startsWith("/api/") || path.startsWith("/q/")) {
            request.next();
            return;
        }
        Optional<Asset> asset = client.at(path);
        if (asset.isPresent()) {
            send(asset.get(), request);
        } else if (wantsPage(request, path)) {
            send(client.page(), request);
        } else {
            request.next();
        }
    }

    /**
     * A page of the client has no file of its own; a missing script must stay missing and not become the page. Messengers that
     * make a preview of a link, and programs, ask for anything at all: what they name is a page unless it ends like a file.
     */
    private static boolean wantsPage(RoutingContext request, String path) {
        if (path.startsWith("/assets/")) {
            return false;
        }
        String accept = request.request().getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("text/html")
                || (accept == null || accept.contains("*/*"))
                        && path.substring(path.lastIndexOf('/')).indexOf('.') < 0;
    }

    private static void send(Asset asset, RoutingContext request) {
        HttpServerResponse response = request.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, asset.mediaType())
                .putHeader(
                        HttpHeaders.CACHE_CONTROL, asset.hashed() ? "public, max-age=31536000, immutable" : "no-cache")
                .putHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "same-origin");
        response.sendFile(asset.file().toString()).onFailure(request::fail);
    }
}
