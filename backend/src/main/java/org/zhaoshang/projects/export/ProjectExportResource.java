package org.zhaoshang.projects.export;

import static org.zhaoshang.shared.caller.Permission.PROJECTS_READ;

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
import org.zhaoshang.projects.ProjectFilter;
import org.zhaoshang.projects.ProjectList;
import org.zhaoshang.shared.caller.CurrentCaller;

/** The whole list of a filter as a file: streamed, and noted in the trail before the first row leaves. */
@Path("/")
@Tag(name = "projects")
@RunOnVirtualThread
class ProjectExportResource {
    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private final ProjectList list;
    private final ProjectExportKind kind;
    private final ListDownload download;
    private final CurrentCaller current;

    ProjectExportResource(ProjectList list, ProjectExportKind kind, ListDownload download, CurrentCaller current) {
        this.list = list;
        this.kind = kind;
        this.download = download;
        this.current = current;
    }

    @GET
    @Path("projects.csv")
    @Transactional
    @Produces(CSV)
    @PermissionsAllowed(PROJECTS_READ)
    @Operation(summary = "All rows of the filter as a sheet in UTF-8: units in the headers, amounts in 万元")
    @APIResponse(
            responseCode = "200",
            description = "The columns of the upload, then state, day of submission and 示例 where it is one",
            content = @Content(mediaType = CSV, schema = @Schema(implementation = String.class)))
    public Response exportProjectsCsv(
            @BeanParam @Valid ProjectFilter filter, @HeaderParam("X-Action-Reason") @Nullable String reason) {
        return file(ExportFormat.CSV, filter, reason);
    }

    @GET
    @Path("projects.xlsx")
    @Transactional
    @Produces(XLSX)
    @PermissionsAllowed(PROJECTS_READ)
    @Operation(
            summary =
                    "All rows of the filter as the workbook that an upload takes: units in the headers, amounts in 万元")
    @APIResponse(
            responseCode = "200",
            description = "The columns of the upload, then state, day of submission and 示例 where it is one",
            content = @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response exportProjectsXlsx(
            @BeanParam @Valid ProjectFilter filter, @HeaderParam("X-Action-Reason") @Nullable String reason) {
        return file(ExportFormat.XLSX, filter, reason);
    }

    @GET
    @Path("projects.ndjson")
    @Transactional
    @Produces(NDJSON)
    @PermissionsAllowed(PROJECTS_READ)
    @Operation(summary = "All rows of the filter, one JSON document a line")
    @APIResponse(
            responseCode = "200",
            description = "One ProjectLine a line, amounts in yuan",
            content = @Content(mediaType = NDJSON, schema = @Schema(implementation = ProjectLine.class)))
    public Response exportProjectsNdjson(
            @BeanParam @Valid ProjectFilter filter, @HeaderParam("X-Action-Reason") @Nullable String reason) {
        return file(ExportFormat.NDJSON, filter, reason);
    }

    private Response file(ExportFormat format, ProjectFilter filter, @Nullable String reason) {
        return download.answer(kind, format, filter.given(), list.ids(filter, current.scope()), reason);
    }
}
