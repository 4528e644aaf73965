package org.zhaoshang.shared.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Names the page after this one in a {@code Link} (RFC 8288), so that a script pages without knowing our bodies. */
@Provider
public class NextLink implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Continued page && page.nextCursor() != null) {
            response.getHeaders()
                    .putSingle(
                            HttpHeaders.LINK,
                            value(address(
                                    request.getUriInfo().getRequestUri().getRawPath(),
                                    request.getUriInfo().getRequestUri().getRawQuery(),
                                    "cursor",
                                    page.nextCursor())));
        }
    }

    /** As it stands in the header. */
    public static String value(String address) {
        return "<" + address + ">; rel=\"next\"";
    }

    /**
     * Where the next page is, relative to the server: what stands in front of it may have another name.
     *
     * @param query of the present page, as it came
     * @param value safe in an address
     */
    public static String address(String path, @Nullable String query, String parameter, String value) {
        return Stream.concat(
                        Stream.ofNullable(query)
                                .flatMap(given -> Arrays.stream(given.split("&")))
                                .filter(part -> !part.isEmpty() && !part.startsWith(parameter + "=")),
                        Stream.of(parameter + "=" + value))
                .collect(Collectors.joining("&", path + "?", ""));
    }
}
