package org.zhaoshang.bulk;

import static org.zhaoshang.shared.caller.Permission.LAND_PARCELS_READ;
import static org.zhaoshang.shared.caller.Permission.LAND_PARCELS_WRITE;
import static org.zhaoshang.shared.caller.Permission.PREMISES_READ;
import static org.zhaoshang.shared.caller.Permission.PREMISES_WRITE;
import static org.zhaoshang.shared.caller.Permission.PRICES_READ;
import static org.zhaoshang.shared.caller.Permission.PRICES_WRITE;
import static org.zhaoshang.shared.caller.Permission.PROJECTS_READ;
import static org.zhaoshang.shared.caller.Permission.PROJECTS_WRITE;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.http.Cursor;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.search.Conditions;
import org.zhaoshang.shared.search.Paging;

/** Uploads: hand in a file, watch, apply its plan, undo it. */
@Path("imports")
@Tag(name = "bulk", description = "Uploads as jobs: plan by dry run, apply, results row by row, revert.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ImportResource {
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final Cursor NEWEST_FIRST = new Cursor("-id", List.of(Cursor.Kind.ID));

    private final ImportReception reception;
    private final ImportQueue queue;
    private final ImportWait wait;
    private final Imports imports;
    private final CurrentCaller caller;

    ImportResource(
            ImportReception reception, ImportQueue queue, ImportWait wait, Imports imports, CurrentCaller caller) {
        this.reception = reception;
        this.queue = queue;
        this.wait = wait;
        this.imports = imports;
        this.caller = caller;
    }

    @POST
    @PermissionsAllowed({PROJECTS_WRITE, PRICES_WRITE, PREMISES_WRITE, LAND_PARCELS_WRITE})
    @Consumes({"text/csv", "application/x-ndjson", MediaType.APPLICATION_JSON, XLSX})
    @Operation(summary = "Takes a file of rows in; dryRun=true plans only")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING)),
                @Content(
                        mediaType = "application/x-ndjson",
                        schema = @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING)),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema =
                                @Schema(
                                        type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.ARRAY,
                                        implementation = Object.class)),
                @Content(
                        mediaType = XLSX,
                        schema =
                                @Schema(
                                        type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING,
                                        format = "binary"))
            })
    @APIResponse(
            responseCode = "202",
            description = "In the queue; Location is where to look",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Done within the time of Prefer: wait",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    public RestResponse<ImportView> createImport(
            @QueryParam("kind") @Schema(required = true, examples = "projects") @Nullable String kind,
            @QueryParam("mode") @Parameter(description = "partial (default) or atomic") @Nullable String mode,
            @QueryParam("dryRun") @Parameter(description = "true plans only") @Nullable String dryRun,
            @QueryParam("units")
                    @Parameter(
                            description =
                                    "The unit of a column whose header names none: totalInvestmentYuan:万元, comma-separated")
                    @Nullable
                    String units,
            @QueryParam("columns")
                    @Parameter(
                            description =
                                    "What a header means that is not recognised: 投资额:totalInvestmentYuan, comma-separated")
                    @Nullable
                    String columns,
            @QueryParam("fileName") @Nullable String fileName,
            @HeaderParam("Content-Type") String contentType,
            @HeaderParam("Prefer") @Nullable String prefer,
            @HeaderParam("X-Action-Reason") @Nullable String reason,
            InputStream body)
            throws IOException {
        RestResponse<ImportView> accepted = reception.receive(
                new ImportReception.Asked(kind, mode, dryRun, units, columns, fileName, contentType, reason), body);
        return wait.answer(accepted, prefer);
    }

    @GET
    @PermissionsAllowed({PROJECTS_READ, PRICES_READ, PREMISES_READ, LAND_PARCELS_READ})
    @Operation(summary = "The unit's imports, newest first")
    public Page<ImportView> listImports(@BeanParam Paging paging) {
        paging.check(new Conditions()).where();
        UUID before = paging.cursor == null
                ? null
                : (UUID) NEWEST_FIRST.read(paging.cursor).getFirst();
        List<Import> rows = imports.newest(caller.scope(), before, paging.limit() + 1);
        Page<Import> page = Page.of(rows, paging.limit(), NEWEST_FIRST, row -> List.of(row.id()), null);
        return new Page<>(page.items().stream().map(queue::view).toList(), page.nextCursor(), null);
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed({PROJECTS_READ, PRICES_READ, PREMISES_READ, LAND_PARCELS_READ})
    @Operation(summary = "How far an import is, and what became of its rows in numbers")
    public ImportView getImport(@PathParam("id") UUID id) {
        return queue.view(imports.seen(id, caller.scope()));
    }

    @POST
    @Path("{id}/apply")
    @PermissionsAllowed({PROJECTS_WRITE, PRICES_WRITE, PREMISES_WRITE, LAND_PARCELS_WRITE})
    @Operation(summary = "Does what a dry run planned")
    @APIResponse(
            responseCode = "202",
            description = "A new import that carries appliesImport",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    @APIResponse(responseCode = "409", description = "Rows are no longer as planned; nothing is applied")
    public RestResponse<ImportView> applyImport(
            @PathParam("id") UUID id, @HeaderParam("Prefer") @Nullable String prefer) {
        return wait.answer(queue.apply(id), prefer);
    }

    @POST
    @Path("{id}/revert")
    @PermissionsAllowed({PROJECTS_WRITE, PRICES_WRITE, PREMISES_WRITE, LAND_PARCELS_WRITE})
    @Operation(summary = "Undoes what is still as the import left it; results name what is not")
    @APIResponse(
            responseCode = "202",
            description = "A new import that carries revertsImport",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    public RestResponse<ImportView> revertImport(
            @PathParam("id") UUID id, @HeaderParam("Prefer") @Nullable String prefer) {
        return wait.answer(queue.revert(id), prefer);
    }

    @POST
    @Path("{id}/cancel")
    @PermissionsAllowed({PROJECTS_WRITE, PRICES_WRITE, PREMISES_WRITE, LAND_PARCELS_WRITE})
    @Operation(summary = "Stops an import; nothing of it is stored")
    public RestResponse<ImportView> cancelImport(@PathParam("id") UUID id) {
        return queue.cancel(id);
    }
}
