package org.zhaoshang.bulk;

import static org.zhaoshang.shared.caller.Permission.LAND_PARCELS_READ;
import static org.zhaoshang.shared.caller.Permission.PREMISES_READ;
import static org.zhaoshang.shared.caller.Permission.PRICES_READ;
import static org.zhaoshang.shared.caller.Permission.PROJECTS_READ;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.files.Download;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/** What became of each row, as a file. */
@Path("imports/{id}")
@Tag(name = "bulk")
@RunOnVirtualThread
class ImportResultResource {
    private static final Text UNDER_WAY = new Text("导入还在进行，请稍候", "The import is under way: wait until it is done");

    private static final Text UNREAD = new Text(
            "这份文件没有能读出的行，无法返回批注；请按提示改正原文件", "No row of the file could be read: correct the file itself as told");
    private static final Text RESULT = new Text("（处理结果）.xlsx", " (results).xlsx");

    private final Imports imports;
    private final ImportResults results;
    private final ResultWorkbook workbook;
    private final CurrentCaller caller;
    private final CurrentLanguage language;

    ImportResultResource(
            Imports imports,
            ImportResults results,
            ResultWorkbook workbook,
            CurrentCaller caller,
            CurrentLanguage language) {
        this.imports = imports;
        this.results = results;
        this.workbook = workbook;
        this.caller = caller;
        this.language = language;
    }

    @GET
    @Path("results.ndjson")
    @PermissionsAllowed({PROJECTS_READ, PRICES_READ, PREMISES_READ, LAND_PARCELS_READ})
    @Produces("application/x-ndjson")
    @Operation(summary = "A verdict a line, in file order")
    @APIResponse(
            responseCode = "200",
            description = "Streamed",
            content = @Content(schema = @Schema(implementation = ImportResults.RowView.class)))
    public Response exportImportResultsNdjson(@PathParam("id") UUID id) {
        return answer(results.ndjson(over(id), language.get()), "results.ndjson");
    }

    @GET
    @Path("results.csv")
    @PermissionsAllowed({PROJECTS_READ, PRICES_READ, PREMISES_READ, LAND_PARCELS_READ})
    @Produces("text/csv; charset=utf-8")
    @Operation(summary = "A verdict a line, in words")
    @APIResponse(responseCode = "200", description = "Streamed")
    public Response exportImportResultsCsv(@PathParam("id") UUID id) {
        return answer(results.csv(over(id), language.get()), "results.csv");
    }

    @GET
    @Path("results.xlsx")
    @PermissionsAllowed({PROJECTS_READ, PRICES_READ, PREMISES_READ, LAND_PARCELS_READ})
    @Produces(ImportResource.XLSX)
    @Operation(
            summary =
                    "The file that came in, findings as notes and in the last columns, to be corrected and sent again")
    @APIResponse(
            responseCode = "200",
            description = "Streamed; rows of records carry their code, whatever format came in",
            content =
                    @Content(
                            mediaType = ImportResource.XLSX,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "409", description = "Under way, or not one row of the file could be read")
    public Response exportImportResultsXlsx(@PathParam("id") UUID id) {
        Import done = over(id);
        if (done.state() == ImportState.FAILED && done.rows().total() == 0) {
            throw Problem.conflict(UNREAD, done.findings());
        }
        String came = done.fileName().map(ImportResultResource::stem).orElse("results");
        return Response.ok(workbook.of(done, caller.scope(), language.get()))
                .header(HttpHeaders.CONTENT_DISPOSITION, Download.disposition(came + RESULT.in(language.get())))
                .build();
    }

    private static String stem(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }

    private Import over(UUID id) {
        Import found = imports.seen(id, caller.scope());
        if (!found.state().isOver()) {
            throw Problem.conflict(UNDER_WAY, List.of(Finding.of("STATE", "", java.util.Map.of("problem", UNDER_WAY))));
        }
        return found;
    }

    private static Response answer(StreamingOutput body, String name) {
        return Response.ok(body)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }
}
