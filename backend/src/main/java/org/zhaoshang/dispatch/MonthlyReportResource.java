package org.zhaoshang.dispatch;

import static org.zhaoshang.shared.caller.Permission.MONTHLY_REPORTS_READ;
import static org.zhaoshang.shared.caller.Permission.MONTHLY_REPORTS_REVIEW;
import static org.zhaoshang.shared.caller.Permission.MONTHLY_REPORTS_SUBMIT;
import static org.zhaoshang.shared.caller.Permission.MONTHLY_REPORTS_WRITE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.http.Idempotent;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.http.Revision;
import org.zhaoshang.shared.steps.Reason;
import org.zhaoshang.shared.steps.Reasons;
import org.zhaoshang.shared.steps.ReturnNotice;

/** A unit's report of a month: written, submitted, returned, accepted. */
@Path("monthly-reports/{month}/{unitCode}")
@Tag(
        name = "monthly-reports",
        description = "The monthly dispatch (月调度): a unit's report of a month, its receipts and its timeliness.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class MonthlyReportResource {
    private final MonthlyReports reports;
    private final MonthlyReportSteps steps;
    private final MonthlyReportViews views;
    private final CurrentCaller current;
    private final ReportPatch patch;

    MonthlyReportResource(
            MonthlyReports reports,
            MonthlyReportSteps steps,
            MonthlyReportViews views,
            CurrentCaller current,
            ObjectMapper json) {
        this.reports = reports;
        this.steps = steps;
        this.views = views;
        this.current = current;
        this.patch = new ReportPatch(json);
    }

    @Schema(name = "MonthlyReportSubmit")
    record Submit(
            @Nullable @Schema(description = "零报告: the unit confirms that nothing changed", examples = "true")
            Boolean noChange,

            @Nullable String reason) {}

    @Schema(name = "MonthlyReportReturn")
    record Return(
            @Schema(required = true) @Nullable String reason,

            @Nullable
            @Schema(description = "/<field> or /entries/<code of the project>/<field>; none: all of it reopens")
            List<ReturnNotice.@Nullable Remark> fields) {}

    @GET
    @PermissionsAllowed(MONTHLY_REPORTS_READ)
    @Operation(
            summary = "A unit's report of a month",
            description = "It is there from the month's first day on; its timeliness is that of its first submission.")
    @APIResponse(responseCode = "200", description = "The report, with the receipt of its last submission")
    @APIResponse(responseCode = "404", description = "The month has not begun, or the unit owes no report of it")
    public RestResponse<MonthlyReportView> getMonthlyReport(
            @PathParam("month") String month, @PathParam("unitCode") String unitCode) {
        return views.answer(reports.seen(month, unitCode, current.scope()));
    }

    @PATCH
    @Consumes("application/merge-patch+json")
    @PermissionsAllowed(MONTHLY_REPORTS_WRITE)
    @Transactional
    @Operation(
            summary = "Write in the report",
            description =
                    "Experience, problems, suggestions, the note on the reserve, words of justification. In a returned"
                            + " report only the places that were sent back can be changed.")
    @APIResponse(responseCode = "200", description = "The report as it is now")
    @APIResponse(responseCode = "409", description = "Submitted, accepted or closed; the remedy is in the answer")
    @APIResponse(responseCode = "412", description = "Changed meanwhile; `current` holds the report")
    public RestResponse<MonthlyReportView> updateMonthlyReport(
            @PathParam("month") String month,
            @PathParam("unitCode") String unitCode,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("X-Action-Reason") @Nullable String reason,
            @RequestBody(content = @Content(schema = @Schema(implementation = MonthlyReportFields.class))) @Nullable
                    JsonNode body) {
        MonthlyReport report = held(own(month, unitCode), ifMatch);
        steps.require(ReportAction.EDIT, current.get(), report);
        steps.write(current.get(), report, patch.on(report, body), Reasons.optional(reason));
        return views.answer(report);
    }

    @POST
    @Path("submit")
    @Transactional
    @Idempotent
    @PermissionsAllowed(MONTHLY_REPORTS_SUBMIT)
    @Operation(
            summary = "Submit the report",
            description =
                    "Gives a receipt: running number, server time, hash of all that was submitted, in time or late by how"
                            + " much. The first submission decides the timeliness; one sent back and submitted again stays in time.")
    @APIResponse(
            responseCode = "200",
            description = "The report as it is now, with its receipt",
            content = @Content(schema = @Schema(implementation = MonthlyReportView.class)))
    @APIResponse(responseCode = "422", description = "Something is open: /<field> or /entries/<code>/<field>")
    public RestResponse<MonthlyReportView> submitMonthlyReport(
            @PathParam("month") String month,
            @PathParam("unitCode") String unitCode,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable Submit body) {
        MonthlyReport report = held(own(month, unitCode), ifMatch);
        boolean noChange = body != null && Boolean.TRUE.equals(body.noChange());
        steps.submit(current.get(), report, noChange, body == null ? null : body.reason());
        return views.answer(report);
    }

    @POST
    @Path("return")
    @Transactional
    @Idempotent
    @PermissionsAllowed(MONTHLY_REPORTS_REVIEW)
    @Operation(summary = "Send it back with a reason for each place; only those reopen, or all where none is named")
    @APIResponse(
            responseCode = "200",
            description = "The report as it is now",
            content = @Content(schema = @Schema(implementation = MonthlyReportView.class)))
    @APIResponse(responseCode = "409", description = "Not submitted, or the month is closed")
    public RestResponse<MonthlyReportView> returnMonthlyReport(
            @PathParam("month") String month,
            @PathParam("unitCode") String unitCode,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable Return body) {
        MonthlyReport report = held(reports.seen(month, unitCode, current.scope()), ifMatch);
        steps.sendBack(current.get(), report, body == null ? null : body.reason(), body == null ? null : body.fields());
        return views.answer(report);
    }

    @POST
    @Path("accept")
    @Transactional
    @Idempotent
    @PermissionsAllowed(MONTHLY_REPORTS_REVIEW)
    @Operation(summary = "Accept it: its unit can write in it no more")
    @APIResponse(
            responseCode = "200",
            description = "The report as it is now",
            content = @Content(schema = @Schema(implementation = MonthlyReportView.class)))
    @APIResponse(responseCode = "409", description = "Not submitted, or the month is closed")
    public RestResponse<MonthlyReportView> acceptMonthlyReport(
            @PathParam("month") String month,
            @PathParam("unitCode") String unitCode,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable Reason body) {
        MonthlyReport report = held(reports.seen(month, unitCode, current.scope()), ifMatch);
        steps.accept(current.get(), report, Reason.in(body));
        return views.answer(report);
    }

    private MonthlyReport own(String month, String unitCode) {
        MonthlyReport report = reports.seen(month, unitCode, current.scope());
        if (!current.get().belongsTo(unitCode)) {
            throw Problem.foreignUnit(unitCode);
        }
        return report;
    }

    private MonthlyReport held(MonthlyReport seen, @Nullable String ifMatch) {
        Revision.require(ifMatch, seen.version(), () -> views.of(seen));
        MonthlyReport held = reports.held(seen);
        Revision.require(ifMatch, held.version(), () -> views.of(held));
        return held;
    }
}
