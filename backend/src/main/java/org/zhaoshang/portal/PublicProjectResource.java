package org.zhaoshang.portal;

import io.quarkus.narayana.jta.QuarkusTransaction;
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
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.http.NextLink;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.search.Conditions;
import org.zhaoshang.shared.search.Order;
import org.zhaoshang.shared.search.Paging;

/** The published projects, for anyone: no token is asked for and no cookie read. */
@Path("public")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "portal")
class PublicProjectResource {
    private final PublicProjects projects;
    private final PublicFiles files;
    private final PublicPages pages;

    PublicProjectResource(PublicProjects projects, PublicFiles files, PublicPages pages) {
        this.projects = projects;
        this.files = files;
        this.pages = pages;
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
        return pages.answer(request.uri(), known, () -> page(filter, paging, request));
    }

    private PublicPage page(PublicFilter filter, Paging paging, HttpServerRequest request) {
        Conditions conditions = paging.check(filter.conditions());
        conditions.where(); // what can not be read is refused before the cursor is looked at
        Order<PublicProjects.Row> order = filter.order();
        Long total = paging.isCounted() ? projects.count(filter.conditions()) : null;
        PublicProjects.Sheet sheet = projects.sheet(order.after(conditions, "p", paging.cursor), order, paging.limit());
        String next = sheet.last() == null ? null : order.cursorAfter(sheet.last());
        return PublicPage.of(
                sheet.state() + next + total,
                MediaType.APPLICATION_JSON,
                json(sheet.documents(), next, total),
                next == null ? null : NextLink.address(request.path(), request.query(), "cursor", next));
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
        return pages.answer(request.uri(), known, () -> {
            PublicProjects.Sheet sheet = projects.sheet(PublicProjects.only(id), PublicProjects.NEWEST, 1);
            if (sheet.state().isEmpty()) {
                throw Problem.notFound();
            }
            return PublicPage.of(sheet.state(), MediaType.APPLICATION_JSON, sheet.documents(), null);
        });
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
        return file(request, "text/csv;charset=UTF-8", filter, filter.conditions())
                .answer(known, files.csv(filter))
                .header("Content-Disposition", "attachment; filename=\"projects.csv\"")
                .build();
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
        return file(request, "application/x-ndjson", filter, filter.conditions())
                .answer(known, files.ndjson(filter))
                .build();
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
        return file(request, "application/geo+json", filter, PublicFiles.withPlace(filter))
                .answer(known, files.geojson(filter))
                .build();
    }

    /** Its version is asked for before the rows are read: a file may be newer than its tag, never older. */
    private PublicPage file(HttpServerRequest request, String type, PublicFilter filter, Conditions conditions) {
        return pages.page(request.uri(), () -> {
            conditions.where();
            String state = QuarkusTransaction.joiningExisting().call(() -> projects.state(conditions));
            return PublicPage.withoutBody(filter.order().parameter() + state, type);
        });
    }

    private static byte[] json(byte[] documents, @Nullable String next, @Nullable Long total) {
        byte[] begin = "{\"items\":[".getBytes(StandardCharsets.UTF_8);
        byte[] end = ("]"
                        + (next == null ? "" : ",\"nextCursor\":\"" + next + "\"")
                        + (total == null ? "" : ",\"total\":" + total)
                        + "}")
                .getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(begin.length + documents.length + end.length)
                .put(begin)
                .put(documents)
                .put(end)
                .array();
    }
}
