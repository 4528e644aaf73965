package org.zhaoshang.portal;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
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
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.http.Page;
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
    private final PublicAnswers answers;

    PublicProjectResource(PublicProjects projects, PublicFiles files, PublicAnswers answers) {
        this.projects = projects;
        this.files = files;
        this.answers = answers;
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
            @Context UriInfo uri) {
        Order<PublicProjects.Row> order = filter.order();
        Conditions conditions = paging.check(filter.conditions());
        conditions.where(); // what can not be read is refused before the cursor is looked at
        Long total = paging.isCounted() ? projects.count(filter.conditions()) : null;
        Page<PublicProjects.Row> page = order.page(
                projects.read(order.after(conditions, "p", paging.cursor), order, paging.limit() + 1),
                paging.limit(),
                total);
        Response.ResponseBuilder answer =
                answers.unlessKnown(known, state(page), MediaType.APPLICATION_JSON, () -> json(page));
        if (page.nextCursor() != null) {
            answer.header("Link", "<" + next(uri, page.nextCursor()) + ">; rel=\"next\"");
        }
        return answer.build();
    }

    @GET
    @Path("projects/{id}")
    @Operation(summary = "One published project")
    @APIResponse(
            responseCode = "200",
            description = "As the bureau last published it",
            content = @Content(schema = @Schema(implementation = PublicProject.class)))
    @APIResponse(responseCode = "304", description = "Unchanged")
    public Response getPublicProject(@PathParam("id") UUID id, @HeaderParam("If-None-Match") @Nullable String known) {
        PublicProjects.Row row = projects.find(id).orElseThrow(Problem::notFound);
        return answers.unlessKnown(known, row.id() + "@" + row.seq(), MediaType.APPLICATION_JSON, row::document)
                .build();
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
            @BeanParam @Valid PublicFilter filter, @HeaderParam("If-None-Match") @Nullable String known) {
        String state = state(filter.conditions(), filter);
        return answers.unlessKnown(known, state, "text/csv;charset=UTF-8", () -> files.csv(filter))
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
            @BeanParam @Valid PublicFilter filter, @HeaderParam("If-None-Match") @Nullable String known) {
        String state = state(filter.conditions(), filter);
        return answers.unlessKnown(known, state, "application/x-ndjson", () -> files.ndjson(filter))
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
            @BeanParam @Valid PublicFilter filter, @HeaderParam("If-None-Match") @Nullable String known) {
        String state = state(PublicFiles.withPlace(filter), filter);
        return answers.unlessKnown(known, state, "application/geo+json", () -> files.geojson(filter))
                .build();
    }

    /** Asked before the rows are read: a file may be newer than its tag, never older. */
    private String state(Conditions conditions, PublicFilter filter) {
        conditions.where();
        return filter.order().parameter() + QuarkusTransaction.joiningExisting().call(() -> projects.state(conditions));
    }

    private static String state(Page<PublicProjects.Row> page) {
        return page.items().stream().map(row -> row.id() + "@" + row.seq()).collect(Collectors.joining(" "))
                + page.nextCursor()
                + page.total();
    }

    /** The documents are JSON already. */
    private static String json(Page<PublicProjects.Row> page) {
        return page.items().stream()
                .map(PublicProjects.Row::document)
                .collect(Collectors.joining(
                        ",",
                        "{\"items\":[",
                        "]"
                                + (page.nextCursor() == null ? "" : ",\"nextCursor\":\"" + page.nextCursor() + "\"")
                                + (page.total() == null ? "" : ",\"total\":" + page.total())
                                + "}"));
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
