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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.bulk.ExportFormat;
import org.zhaoshang.bulk.ListDownload;
import org.zhaoshang.bulk.ListFile;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/** The whole list of a filter as a file. */
@Path("/")
@Tag(name = "receipts")
@RunOnVirtualThread
class ReceiptExportResource {
    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final String COLUMN_SET = "A set of GET /fund-column-sets: its columns in place of the list's own";
    private static final Text COLUMN_SET_LABEL = new Text("栏目方案", "Set of columns");
    private static final Text UNREADABLE =
            new Text("应为栏目方案的编号（id），请从方案列表中选择", "must be the id of a set: choose one of the list");

    private final ReceiptList list;
    private final ReceiptExportKind kind;
    private final FundColumnSets sets;
    private final FundColumnSheet columns;
    private final ListDownload download;
    private final CurrentCaller current;

    ReceiptExportResource(
            ReceiptList list,
            ReceiptExportKind kind,
            FundColumnSets sets,
            FundColumnSheet columns,
            ListDownload download,
            CurrentCaller current) {
        this.list = list;
        this.kind = kind;
        this.sets = sets;
        this.columns = columns;
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
            description = "The columns of the set; without one those of the upload, then what stands beside",
            content = @Content(mediaType = CSV, schema = @Schema(implementation = String.class)))
    public Response exportReceiptsCsv(
            @BeanParam @Valid ReceiptFilter filter,
            @QueryParam("columnSet") @Parameter(description = COLUMN_SET) @Nullable String columnSet,
            @HeaderParam("X-Action-Reason") @Nullable String reason) {
        return file(ExportFormat.CSV, filter, columnSet, reason);
    }

    @GET
    @Path("receipts.xlsx")
    @Transactional
    @Produces(XLSX)
    @PermissionsAllowed(RECEIPTS_READ)
    @Operation(summary = "All rows of the filter as the workbook that an upload takes")
    @APIResponse(
            responseCode = "200",
            description = "The columns of the set; without one those of the upload, then what stands beside",
            content = @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response exportReceiptsXlsx(
            @BeanParam @Valid ReceiptFilter filter,
            @QueryParam("columnSet") @Parameter(description = COLUMN_SET) @Nullable String columnSet,
            @HeaderParam("X-Action-Reason") @Nullable String reason) {
        return file(ExportFormat.XLSX, filter, columnSet, reason);
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
        return file(ExportFormat.NDJSON, filter, null, reason);
    }

    private Response file(
            ExportFormat format, ReceiptFilter filter, @Nullable String columnSet, @Nullable String reason) {
        Map<String, String> asked = filter.given();
        ListFile<?> file = kind.file();
        if (columnSet != null && !columnSet.isBlank()) {
            FundColumnSet set = sets.seen(id(columnSet), current.get());
            asked.put("columnSet", set.fields().name());
            file = columns.file(set.fields());
        }
        return download.answer(kind, file, format, asked, list.ids(filter, current.scope()), reason);
    }

    private static UUID id(String columnSet) {
        try {
            return UUID.fromString(columnSet);
        } catch (IllegalArgumentException none) {
            throw Problem.badRequest(
                    Finding.of("FORMAT", "/columnSet", Map.of("label", COLUMN_SET_LABEL, "problem", UNREADABLE)));
        }
    }
}
