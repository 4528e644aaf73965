package org.zhaoshang.portal;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.prices.OutlineMaps;

/** The outlines of the units for a map, for anyone. */
@Path("public/map-outlines")
@PermitAll
@Produces("application/geo+json")
@RunOnVirtualThread
@Tag(name = "portal")
class PublicOutlineResource {
    private final OutlineMaps maps;

    PublicOutlineResource(OutlineMaps maps) {
        this.maps = maps;
    }

    @GET
    @Operation(
            summary = "The outlines of the units as GeoJSON (RFC 7946), with the number of their approval",
            description =
                    "Whoever shows them prints approvalNumber (审图号) on the map. Without features while the bureau has"
                            + " installed none.")
    @APIResponse(
            responseCode = "200",
            description = "A FeatureCollection; each feature names its unit as unitCode",
            content = @Content(mediaType = "application/geo+json", schema = @Schema(implementation = Map.class)))
    @APIResponse(responseCode = "304", description = "Unchanged")
    public Response getPublicMapOutlines(@HeaderParam("If-None-Match") @Nullable String known) {
        String tag = "\"" + maps.edition().tag() + "\"";
        Response.ResponseBuilder answer =
                PublicAnswers.isKnown(known, tag) ? Response.notModified() : Response.ok(maps.document());
        return answer.header("ETag", tag)
                .header("Cache-Control", PublicPage.CACHE_CONTROL)
                .build();
    }
}
