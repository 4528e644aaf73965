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

/** The published land parcels, for anyone: no token is asked for and no cookie read. */
@Path("public")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "portal")
class PublicLandParcelResource {
    private final PublicLists lists;
    private final PublicAtom atom;
    private final PublicPictures pictures;

    PublicLandParcelResource(PublicLists lists, PublicAtom atom, PublicPictures pictures) {
        this.lists = lists;
        this.atom = atom;
        this.pictures = pictures;
    }

    @Schema(name = "PublicLandParcelPage")
    record PublicLandParcelPage(
            @Schema(required = true) List<PublicLandParcel> items,

            @Nullable @Schema(description = "Opaque; absent on the last page")
            String nextCursor,

            @Nullable @Schema(description = "Only with count=true")
            Long total) {}

    @GET
    @Path("land-parcels")
    @Operation(summary = "Lists the land parcels that are published")
    @APIResponse(
            responseCode = "200",
            description = "A page; Link names the next one",
            content = @Content(schema = @Schema(implementation = PublicLandParcelPage.class)))
    @APIResponse(responseCode = "304", description = "Unchanged")
    public Response listPublicLandParcels(
            @BeanParam @Valid PublicLandParcelFilter filter,
            @BeanParam Paging paging,
            @HeaderParam("If-None-Match") @Nullable String known,
            @Context HttpServerRequest request) {
        return lists.page(filter.selection(), paging, known, request);
    }

    @GET
    @Path("land-parcels/{id}")
    @Operation(summary = "A published parcel")
    @APIResponse(
            responseCode = "200",
            description = "As the bureau last published it",
            content = @Content(schema = @Schema(implementation = PublicLandParcel.class)))
    @APIResponse(responseCode = "304", description = "Unchanged")
    public Response getPublicLandParcel(
            @PathParam("id") UUID id,
            @HeaderParam("If-None-Match") @Nullable String known,
            @Context HttpServerRequest request) {
        return lists.one(PublicKind.LAND_PARCELS, id, known, request);
    }

    @GET
    @Path("land-parcels/{id}/pictures/{pictureId}")
    @Produces("image/jpeg")
    @Operation(summary = "A picture of what is published: upright, without what its camera wrote beside it")
    @APIResponse(
            responseCode = "200",
            description = "JPEG, at most 1600 pixels a side",
            content = @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "304", description = "Unchanged")
    public Response getPublicLandParcelPicture(
            @PathParam("id") UUID id,
            @PathParam("pictureId") UUID pictureId,
            @HeaderParam("If-None-Match") @Nullable String known) {
        return pictures.show(PublicKind.LAND_PARCELS, id, pictureId, known);
    }

    @GET
    @Path("land-parcels.csv")
    @Produces("text/csv")
    @Operation(summary = "All rows of the filter as a sheet: UTF-8, units in the headers")
    @APIResponse(
            responseCode = "200",
            description = "One line each",
            content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "304", description = "Unchanged")
    public Response exportPublicLandParcelsCsv(
            @BeanParam @Valid PublicLandParcelFilter filter,
            @HeaderParam("If-None-Match") @Nullable String known,
            @Context HttpServerRequest request) {
        return lists.csv(filter.selection(), known, request);
    }

    @GET
    @Path("land-parcels.ndjson")
    @Produces("application/x-ndjson")
    @Operation(summary = "All rows of the filter, one JSON document a line")
    @APIResponse(
            responseCode = "200",
            description = "One PublicLandParcel a line",
            content =
                    @Content(
                            mediaType = "application/x-ndjson",
                            schema = @Schema(implementation = PublicLandParcel.class)))
    @APIResponse(responseCode = "304", description = "Unchanged")
    public Response exportPublicLandParcelsNdjson(
            @BeanParam @Valid PublicLandParcelFilter filter,
            @HeaderParam("If-None-Match") @Nullable String known,
            @Context HttpServerRequest request) {
        return lists.ndjson(filter.selection(), known, request);
    }

    @GET
    @Path("land-parcels.geojson")
    @Produces("application/geo+json")
    @Operation(summary = "All rows of the filter that have coordinates, as GeoJSON points (RFC 7946)")
    @APIResponse(
            responseCode = "200",
            description = "A FeatureCollection; the properties are those of PublicLandParcel",
            content = @Content(mediaType = "application/geo+json", schema = @Schema(implementation = Map.class)))
    @APIResponse(responseCode = "304", description = "Unchanged")
    public Response exportPublicLandParcelsGeojson(
            @BeanParam @Valid PublicLandParcelFilter filter,
            @HeaderParam("If-None-Match") @Nullable String known,
            @Context HttpServerRequest request) {
        return lists.geojson(filter.selection(), known, request);
    }

    @GET
    @Path("land-parcels.atom")
    @Produces(PublicAtom.TYPE)
    @Operation(summary = "The latest fifty changes of the filter's land parcels, for a feed reader (RFC 4287)")
    @APIResponse(
            responseCode = "200",
            description = "The last changed first; links are relative to this server",
            content = @Content(mediaType = PublicAtom.TYPE, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "304", description = "Unchanged")
    public Response followPublicLandParcels(
            @BeanParam @Valid PublicLandParcelFilter filter,
            @HeaderParam("If-None-Match") @Nullable String known,
            @Context HttpServerRequest request) {
        return atom.feed(filter.selection(), known, request);
    }
}
