package org.zhaoshang.dispatch.indicators;

import static org.zhaoshang.shared.caller.Permission.MONTHLY_REPORTS_READ;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
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
@Tag(name = "targets")
@RunOnVirtualThread
class TargetExportResource {
    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final TargetList list;
    private final TargetExportKind kind;
    private final ListDownload download;
    private final CurrentCaller current;

    TargetExportResource(TargetList list, TargetExportKind kind, ListDownload download, CurrentCaller current) {
        this.list = list;
        this.kind = kind;
        this.download = download;
        this.current = current;
    }

    @GET
    @Path("targets.csv")
    @Transactional
    @Produces(CSV)
    @PermissionsAllowed(MONTHLY_REPORTS_READ)
    @Operation(summary = "All targets of the filter as a sheet in UTF-8")
    @APIResponse(
            responseCode = "200",
            description = "Amounts in 万元, counts in 个, as the column beside says",
            content = @Content(mediaType = CSV, schema = @Schema(implementation = String.class)))
    public Response exportTargetsCsv(
            @BeanParam TargetFilter filter, @HeaderParam("X-Action-Reason") @Nullable String reason) {
        return file(ExportFormat.CSV, filter, reason);
    }

    @GET
    @Path("targets.xlsx")
    @Transactional
    @Produces(XLSX)
    @PermissionsAllowed(MONTHLY_REPORTS_READ)
    @Operation(summary = "All targets of the filter as a workbook")
    @APIResponse(
            responseCode = "200",
            description = "Amounts in 万元, counts in 个, as the column beside says",
            content = @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response exportTargetsXlsx(
            @BeanParam TargetFilter filter, @HeaderParam("X-Action-Reason") @Nullable String reason) {
        return file(ExportFormat.XLSX, filter, reason);
    }

    @GET
    @Path("targets.ndjson")
    @Transactional
    @Produces(NDJSON)
    @PermissionsAllowed(MONTHLY_REPORTS_READ)
    @Operation(summary = "All targets of the filter, one JSON document a line")
    @APIResponse(
            responseCode = "200",
            description = "One Target a line, amounts in yuan",
            content = @Content(mediaType = NDJSON, schema = @Schema(implementation = TargetView.class)))
    public Response exportTargetsNdjson(
            @BeanParam TargetFilter filter, @HeaderParam("X-Action-Reason") @Nullable String reason) {
        return file(ExportFormat.NDJSON, filter, reason);
    }

    private Response file(ExportFormat format, TargetFilter filter, @Nullable String reason) {
        return download.answer(kind, format, filter.given(), list.ids(filter, current.scope()), reason);
    }
}
