package org.zhaoshang.signing;

import static org.zhaoshang.shared.caller.Permission.SIGNED_PROJECTS_READ;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.bulk.ExportFormat;
import org.zhaoshang.bulk.ListDownload;
import org.zhaoshang.shared.caller.CurrentCaller;

/** The whole list of a filter as a file. */
@Path("/")
@Tag(name = "signed-projects")
@RunOnVirtualThread
class SignedProjectExportResource {
    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final SignedProjectList list;
    private final SignedProjectExportKind kind;
    private final ListDownload download;
    private final CurrentCaller current;

    SignedProjectExportResource(
            SignedProjectList list, SignedProjectExportKind kind, ListDownload download, CurrentCaller current) {
        this.list = list;
        this.kind = kind;
        this.download = download;
        this.current = current;
    }

    @GET
    @Path("signed-projects.csv")
    @Transactional
    @Produces(CSV)
    @PermissionsAllowed(SIGNED_PROJECTS_READ)
    @Operation(summary = "All rows of the filter as a sheet in UTF-8: units in the headers, amounts in 万元")
    @APIResponse(
            responseCode = "200",
            description = "The columns of the upload, then where each stands",
            content = @Content(mediaType = CSV, schema = @Schema(implementation = String.class)))
    public Response exportSignedProjectsCsv(
            @BeanParam @Valid SignedProjectFilter filter, @HeaderParam("X-Action-Reason") @Nullable String reason) {
        return file(ExportFormat.CSV, filter, reason);
    }

    @GET
    @Path("signed-projects.xlsx")
    @Transactional
    @Produces(XLSX)
    @PermissionsAllowed(SIGNED_PROJECTS_READ)
    @Operation(summary = "All rows of the filter as the workbook that an upload takes")
    @APIResponse(
            responseCode = "200",
            description = "The columns of the upload, then where each stands",
            content = @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response exportSignedProjectsXlsx(
            @BeanParam @Valid SignedProjectFilter filter, @HeaderParam("X-Action-Reason") @Nullable String reason) {
        return file(ExportFormat.XLSX, filter, reason);
    }

    @GET
    @Path("signed-projects.ndjson")
    @Transactional
    @Produces(NDJSON)
    @PermissionsAllowed(SIGNED_PROJECTS_READ)
    @Operation(summary = "All rows of the filter, one JSON document a line")
    @APIResponse(
            responseCode = "200",
            description = "One SignedProjectLine a line, amounts in yuan",
            content = @Content(mediaType = NDJSON, schema = @Schema(implementation = SignedProjectLine.class)))
    public Response exportSignedProjectsNdjson(
            @BeanParam @Valid SignedProjectFilter filter, @HeaderParam("X-Action-Reason") @Nullable String reason) {
        return file(ExportFormat.NDJSON, filter, reason);
    }

    private Response file(ExportFormat format, SignedProjectFilter filter, @Nullable String reason) {
        return download.answer(kind, format, filter.given(), list.ids(filter, current.scope()), reason);
    }
}
