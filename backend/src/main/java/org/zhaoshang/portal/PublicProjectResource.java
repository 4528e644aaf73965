package org.zhaoshang.portal;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.search.Paging;

/** The published projects, for anyone: no token is asked for and no cookie read. */
@Path("public")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "portal")
class PublicProjectResource {
    private final PublicLists lists;
    private final PublicAtom atom;

    PublicProjectResource(PublicLists lists, PublicAtom atom) {
        this.lists = lists;
        this.atom = atom;
    }

    @Schema(name = "PublicProjectPage")
    record PublicProjectPage(
            @Schema(required = true) List<PublicProject> items,

            @Nullable @Schema(description = "Opaque; absent on the last page")
            String nextCursor,

            @Nullable @Schema(description = "Only with count=true")
            Long total) {}

    @GET
    @Path("projects")
    @Operation(summary = "Lists what is published")
    @APIResponse(
            responseCode = "200",
            description = "A page; Link names the next one",
            content = @Content(schema = @Schema(implementation = PublicProjectPage.class)))
    @APIResponse(responseCode = "304", description = "Unchanged")
    public Response listPublicProjects(
            @BeanParam @Valid PublicFilter filter,
            @BeanParam Paging paging,
            @HeaderParam("If-None-Match") @Nullable String known,
            @Context HttpServerRequest request) {
        return lists.page(filter.selection(), paging, known, request);
    }

    @GET
    @Path("projects/{id}")
    @Operation(summary = "One published project")
    @APIResponse(
            responseCode = "200",
            description = "As the bureau last published it",
            content = @Content(schema = @Schema(implementation = PublicProject.class)))
    @APIResponse(responseCode = "304", description = "Unchanged")
    public Response getPublicProject(
            @PathParam("id") UUID id,
            @HeaderParam("If-None-Match") @Nullable String known,
            @Context HttpServerRequest request) {
        return lists.one(PublicKind.PROJECTS, id, known, request);
    }

    @GET
    @Path("projects.csv")
    @Produces("text/csv")
    @Operation(summary = "All rows of the filter as a sheet: UTF-8, units in the headers")
    @APIResponse(
            responseCode = "200",
            description = "One line a project, amounts in 万元",
            content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "304", description = "Unchanged")
    public Response exportPublicProjectsCsv(
            @BeanParam @Valid PublicFilter filter,
            @HeaderParam("If-None-Match") @Nullable String known,
            @Context HttpServerRequest request) {
        return lists.csv(filter.selection(), known, request);
    }

    @GET
    @Path("projects.ndjson")
    @Produces("application/x-ndjson")
    @Operation(summary = "All rows of the filter, one JSON document a line")
    @APIResponse(
            responseCode = "200",
            description = "One PublicProject a line",
            content =
                    @Content(
                            mediaType = "application/x-ndjson",
                            schema = @Schema(implementation = PublicProject.class)))
    @APIResponse(responseCode = "304", description = "Unchanged")
    public Response exportPublicProjectsNdjson(
            @BeanParam @Valid PublicFilter filter,
            @HeaderParam("If-None-Match") @Nullable String known,
            @Context HttpServerRequest request) {
        return lists.ndjson(filter.selection(), known, request);
    }

    @GET
    @Path("projects.geojson")
    @Produces("application/geo+json")
    @Operation(summary = "All rows of the filter that have coordinates, as GeoJSON points (RFC 7946)")
    @APIResponse(
            responseCode = "200",
            description = "A FeatureCollection; the properties are those of PublicProject",
            content = @Content(mediaType = "application/geo+json", schema = @Schema(implementation = Map.class)))
    @APIResponse(responseCode = "304", description = "Unchanged")
    public Response exportPublicProjectsGeojson(
            @BeanParam @Valid PublicFilter filter,
            @HeaderParam("If-None-Match") @Nullable String known,
            @Context HttpServerRequest request) {
        return lists.geojson(filter.selection(), known, request);
    }

    @GET
    @Path("projects.atom")
    @Produces(PublicAtom.TYPE)
    @Operation(summary = "The latest fifty changes of the filter's projects, for a feed reader (RFC 4287)")
    @APIResponse(
            responseCode = "200",
            description = "The last changed first; links are relative to this server",
            content = @Content(mediaType = PublicAtom.TYPE, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "304", description = "Unchanged")
    public Response followPublicProjects(
            @BeanParam @Valid PublicFilter filter,
            @HeaderParam("If-None-Match") @Nullable String known,
            @Context HttpServerRequest request) {
        return atom.feed(filter.selection(), known, request);
    }
}
