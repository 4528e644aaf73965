package org.zhaoshang.shared.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;

/** Names the page after this one in a {@code Link} (RFC 8288), so that a script pages without knowing our bodies. */
@Provider
class NextLink implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Continued page && page.nextCursor() != null) {
            response.getHeaders()
                    .putSingle(
                            HttpHeaders.LINK, "<" + next(request.getUriInfo(), page.nextCursor()) + ">; rel=\"next\"");
        }
    }

    /** Relative to the server: what stands in front of it may have another name. */
    private static String next(UriInfo uri, String cursor) {
        String query = uri.getRequestUriBuilder()
                .replaceQueryParam("cursor", cursor)
                .build()
                .getRawQuery();
        return uri.getRequestUri().getRawPath() + "?" + query;
    }
}
