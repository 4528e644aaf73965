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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.search.Paging;

/** The published premises, for anyone: no token is asked for and no cookie read. */
@Path("public")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "portal")
class PublicPremisesResource {
    private final PublicLists lists;
    private final PublicAtom atom;
    private final PublicPictures pictures;

    PublicPremisesResource(PublicLists lists, PublicAtom atom, PublicPictures pictures) {
        this.lists = lists;
        this.atom = atom;
        this.pictures = pictures;
    }

    @Schema(name = "PublicPremisesPage")
    record PublicPremisesPage(
            @Schema(required = true) List<PublicPremises> items,

            @Nullable @Schema(description = "Opaque; absent on the last page")
            String nextCursor,

            @Nullable @Schema(description = "Only with count=true")
            Long total) {}

    @GET
    @Path("premises")
    @Operation(summary = "Lists the premises that are published")
    @APIResponse(
            responseCode = "200",
            description = "A page; Link names the next one",
            content = @Content(schema = @Schema(implementation = PublicPremisesPage.class)))
    @APIResponse(responseCode = "304", description = "Unchanged")
    public Response listPublicPremises(
            @BeanParam @Valid PublicPremisesFilter filter,
            @BeanParam Paging paging,
            @HeaderParam("If-None-Match") @Nullable String known,
            @Context HttpServerRequest request) {
        return lists.page(filter.selection(), paging, known, request);
    }

    @GET
    @Path("premises/{id}")
    @Operation(summary = "Published premises")
    @APIResponse(
            responseCode = "200",
            description = "As the bureau last published it",
            content = @Content(schema = @Schema(implementation = PublicPremises.class)))
    @APIResponse(responseCode = "304", description = "Unchanged")
    public Response getPublicPremises(
            @PathParam("id") UUID id,
            @HeaderParam("If-None-Match") @Nullable String known,
            @Context HttpServerRequest request) {
        return lists.one(PublicKind.PREMISES, id, known, request);
    }

    @GET
    @Path("premises/{id}/pictures/{pictureId}")
    @Produces("image/jpeg")
    @Operation(summary = "A picture of what is published: upright, without what its camera wrote beside it")
    @APIResponse(
            responseCode = "200",
            description = "JPEG, at most 1600 pixels a side",
            content = @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "304", description = "Unchanged")
    public Response getPublicPremisesPicture(
            @PathParam("id") UUID id,
            @PathParam("pictureId") UUID pictureId,
            @HeaderParam("If-None-Match") @Nullable String known) {
        return pictures.show(PublicKind.PREMISES, id, pictureId, known);
    }

    @GET
    @Path("premises.csv")
    @Produces("text/csv")
    @Operation(summary = "All rows of the filter as a sheet: UTF-8, units in the headers")
    @APIResponse(
            responseCode = "200",
            description = "One line each",
            content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "304", description = "Unchanged")
    public Response exportPublicPremisesCsv(
            @BeanParam @Valid PublicPremisesFilter filter,
            @HeaderParam("If-None-Match") @Nullable String known,
            @Context HttpServerRequest request) {
        return lists.csv(filter.selection(), known, request);
    }

    @GET
    @Path("premises.ndjson")
    @Produces("application/x-ndjson")
    @Operation(summary = "All rows of the filter, one JSON document a line")
    @APIResponse(
            responseCode = "200",
            description = "One PublicPremises a line",
            content =
                    @Content(
                            mediaType = "application/x-ndjson",
                            schema = @Schema(implementation = PublicPremises.class)))
    @APIResponse(responseCode = "304", description = "Unchanged")
    public Response exportPublicPremisesNdjson(
            @BeanParam @Valid PublicPremisesFilter filter,
            @HeaderParam("If-None-Match") @Nullable String known,
            @Context HttpServerRequest request) {
        return lists.ndjson(filter.selection(), known, request);
    }

    @GET
    @Path("premises.geojson")
    @Produces("application/geo+json")
    @Operation(summary = "All rows of the filter that have coordinates, as GeoJSON points (RFC 7946)")
    @APIResponse(
            responseCode = "200",
            description = "A FeatureCollection; the properties are those of PublicPremises",
            content = @Content(mediaType = "application/geo+json", schema = @Schema(implementation = Map.class)))
    @APIResponse(responseCode = "304", description = "Unchanged")
    public Response exportPublicPremisesGeojson(
            @BeanParam @Valid PublicPremisesFilter filter,
            @HeaderParam("If-None-Match") @Nullable String known,
            @Context HttpServerRequest request) {
        return lists.geojson(filter.selection(), known, request);
    }

    @GET
    @Path("premises.atom")
    @Produces(PublicAtom.TYPE)
    @Operation(summary = "The latest fifty changes of the filter's premises, for a feed reader (RFC 4287)")
    @APIResponse(
            responseCode = "200",
            description = "The last changed first; links are relative to this server",
            content = @Content(mediaType = PublicAtom.TYPE, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "304", description = "Unchanged")
    public Response followPublicPremises(
            @BeanParam @Valid PublicPremisesFilter filter,
            @HeaderParam("If-None-Match") @Nullable String known,
            @Context HttpServerRequest request) {
        return atom.feed(filter.selection(), known, request);
    }
}
