package org.zhaoshang.dispatch;

import static org.zhaoshang.shared.caller.Permission.MONTHLY_REPORTS_READ;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.zhaoshang.shared.files.Download;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.language.Language;

/** The board of a month to take along. */
@Path("months/{month}")
@Tag(name = "months")
@RunOnVirtualThread
class MonthSheetResource {
    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Months months;
    private final MonthBoard board;
    private final CurrentLanguage language;

    MonthSheetResource(Months months, MonthBoard board, CurrentLanguage language) {
        this.months = months;
        this.board = board;
        this.language = language;
    }

    @GET
    @Path("status.csv")
    @Produces(CSV)
    @PermissionsAllowed(MONTHLY_REPORTS_READ)
    @Operation(summary = "Who reported the month, as a sheet in UTF-8")
    @APIResponse(
            responseCode = "200",
            description = "A line for each unit",
            content = @Content(mediaType = CSV, schema = @Schema(implementation = String.class)))
    public Response exportMonthStatusCsv(@PathParam("month") String month) {
        MonthBoard.Status status = board.of(months.seen(month));
        Language spoken = language.get();
        return file(status, CSV + ";charset=UTF-8", "csv", output -> MonthSheet.csv(status, spoken, output));
    }

    @GET
    @Path("status.xlsx")
    @Produces(XLSX)
    @PermissionsAllowed(MONTHLY_REPORTS_READ)
    @Operation(summary = "Who reported the month, as a workbook")
    @APIResponse(
            responseCode = "200",
            description = "A line for each unit",
            content = @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response exportMonthStatusXlsx(@PathParam("month") String month) {
        MonthBoard.Status status = board.of(months.seen(month));
        Language spoken = language.get();
        return file(status, XLSX, "xlsx", output -> MonthSheet.xlsx(status, spoken, output));
    }

    private Response file(MonthBoard.Status status, String type, String suffix, StreamingOutput content) {
        String name = MonthSheet.title(status, language.get()) + "." + suffix;
        return Response.ok(content, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, Download.disposition(name))
                .build();
    }
}
