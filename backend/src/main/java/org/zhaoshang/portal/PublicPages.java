package org.zhaoshang.portal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.Response;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers about the public list, kept by their address and the number of the latest change when they were read. One is given
 * again while that number stands, so it is never older than the list; and it is given without a thread or the database.
 */
@ApplicationScoped
class PublicPages {
    private static final String PREFIX = "/api/v1/public/";
    /** What an entry takes beside its content. */
    private static final int OVERHEAD = 500;
    /** After {@link OpenToAll}, before anything that reads the request. */
    private static final int AFTER_CROSS_ORIGIN = 800;

    private final PublicSequence sequence;
    private final Cache<String, Kept> pages;

    PublicPages(PublicSequence sequence, PortalSettings settings) {
        this.sequence = sequence;
        this.pages = Caffeine.newBuilder()
                .maximumWeight(settings.pages().asLongValue())
                .weigher((String address, Kept page) -> page.weight() + 2 * address.length() + OVERHEAD)
                // On the thread that puts: an executor of its own would outlive the tests' server.
                .executor(Runnable::run)
                .build();
    }

    private record Kept(long seq, PublicPage page) {
        int weight() {
            return page.weight();
        }
    }

    void register(@Observes Filters filters) {
        filters.register(this::answerKept, AFTER_CROSS_ORIGIN);
    }

    /**
     * @param address with its query, as it was asked for
     * @param reading makes the page where none is kept
     */
    PublicPage page(String address, Supplier<PublicPage> reading) {
        long seq = sequence.latest(); // before the page is read: it may be newer than its number, never older
        Kept kept = pages.getIfPresent(address);
        if (kept != null && kept.seq == seq) {
            return kept.page;
        }
        PublicPage page = reading.get();
        pages.put(address, new Kept(seq, page));
        return page;
    }

    /** As {@link #page}, as the answer to a reader who may know it already. */
    Response answer(String address, @Nullable String known, Supplier<PublicPage> reading) {
        return page(address, reading).answer(known).build();
    }

    private void answerKept(RoutingContext context) {
        HttpServerRequest request = context.request();
        OptionalLong seq =
                HttpMethod.GET.equals(request.method()) && request.uri().startsWith(PREFIX)
                        ? sequence.known()
                        : OptionalLong.empty();
        Kept kept = seq.isPresent() ? pages.getIfPresent(request.uri()) : null;
        if (kept == null || kept.seq != seq.getAsLong() || !send(kept.page, request)) {
            context.next();
        }
    }

    /** @return false for a page without content that the reader does not know yet */
    private static boolean send(PublicPage page, HttpServerRequest request) {
        HttpServerResponse response = request.response();
        boolean known = page.isKnown(request.getHeader(HttpHeaders.IF_NONE_MATCH));
        byte[] body = page.body();
        if (!known && body == null) {
            return false;
        }
        page.headers().forEach(response::putHeader);
        response.putHeader("X-Content-Type-Options", "nosniff");
        if (known) {
            response.setStatusCode(304).end();
            return true;
        }
        boolean packed = takesPacked(request);
        response.putHeader(HttpHeaders.CONTENT_TYPE, page.type())
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (packed) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        } else {
            response.headers().remove(HttpHeaders.CONTENT_ENCODING);
        }
        response.end(Buffer.buffer(packed ? page.packed() : body));
        return true;
    }

    /** Over HTTP/2 the server takes the header as its order to pack, and would do so twice. */
    private static boolean takesPacked(HttpServerRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null && accepted.contains("gzip") && request.version() != HttpVersion.HTTP_2;
    }
}
