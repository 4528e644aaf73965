package org.zhaoshang.signing.funds;

import static org.zhaoshang.shared.caller.Permission.RECEIPTS_READ;

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
@Tag(name = "receipts")
@RunOnVirtualThread
class ReceiptExportResource {
    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ReceiptList list;
    private final ReceiptExportKind kind;
    private final ListDownload download;
    private final CurrentCaller current;

    ReceiptExportResource(ReceiptList list, ReceiptExportKind kind, ListDownload download, CurrentCaller current) {
        this.list = list;
        this.kind = kind;
        this.download = download;
        this.current = current;
    }

    @GET
    @Path("receipts.csv")
    @Transactional
    @Produces(CSV)
    @PermissionsAllowed(RECEIPTS_READ)
    @Operation(summary = "All rows of the filter as a sheet in UTF-8: units in the headers, amounts in 万元")
    @APIResponse(
            responseCode = "200",
            description = "The columns of the upload, then what stands beside",
            content = @Content(mediaType = CSV, schema = @Schema(implementation = String.class)))
    public Response exportReceiptsCsv(
            @BeanParam @Valid ReceiptFilter filter, @HeaderParam("X-Action-Reason") @Nullable String reason) {
        return file(ExportFormat.CSV, filter, reason);
    }

    @GET
    @Path("receipts.xlsx")
    @Transactional
    @Produces(XLSX)
    @PermissionsAllowed(RECEIPTS_READ)
    @Operation(summary = "All rows of the filter as the workbook that an upload takes")
    @APIResponse(
            responseCode = "200",
            description = "The columns of the upload, then what stands beside",
            content = @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response exportReceiptsXlsx(
            @BeanParam @Valid ReceiptFilter filter, @HeaderParam("X-Action-Reason") @Nullable String reason) {
        return file(ExportFormat.XLSX, filter, reason);
    }

    @GET
    @Path("receipts.ndjson")
    @Transactional
    @Produces(NDJSON)
    @PermissionsAllowed(RECEIPTS_READ)
    @Operation(summary = "All rows of the filter, one JSON document a line")
    @APIResponse(
            responseCode = "200",
            description = "One ReceiptLine a line, amounts in yuan",
            content = @Content(mediaType = NDJSON, schema = @Schema(implementation = ReceiptLine.class)))
    public Response exportReceiptsNdjson(
            @BeanParam @Valid ReceiptFilter filter, @HeaderParam("X-Action-Reason") @Nullable String reason) {
        return file(ExportFormat.NDJSON, filter, reason);
    }

    private Response file(ExportFormat format, ReceiptFilter filter, @Nullable String reason) {
        return download.answer(kind, format, filter.given(), list.ids(filter, current.scope()), reason);
    }
}
