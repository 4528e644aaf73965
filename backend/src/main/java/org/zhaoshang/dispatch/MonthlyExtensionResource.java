package org.zhaoshang.dispatch;

import static org.zhaoshang.shared.caller.Permission.MONTHLY_REPORTS_REVIEW;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.fields.Body;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.http.Idempotent;
import org.zhaoshang.shared.http.Revision;
import org.zhaoshang.shared.time.CityClock;

/** More time for a unit's report of a month, with who approved it and why shown beside it. */
@Path("monthly-reports/{month}/{unitCode}/extension")
@Tag(name = "monthly-reports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class MonthlyExtensionResource {
    private final MonthlyReports reports;
    private final MonthlyReportSteps steps;
    private final MonthlyReportViews views;
    private final CurrentCaller current;
    private final CityClock clock;
    private final Body form;

    MonthlyExtensionResource(
            MonthlyReports reports,
            MonthlyReportSteps steps,
            MonthlyReportViews views,
            CurrentCaller current,
            CityClock clock,
            ObjectMapper json) {
        this.reports = reports;
        this.steps = steps;
        this.views = views;
        this.current = current;
        this.clock = clock;
        this.form = new Body(Form.load("monthly-extension"), (list, code) -> false, json);
    }

    @Schema(name = "MonthlyExtensionInput")
    record Input(
            @Schema(
                    required = true,
                    description = "The last day in time, to its end in Asia/Shanghai",
                    examples = "2021-04-02")
            LocalDate until,

            @Schema(required = true, examples = "王主任") String approvedBy,
            @Schema(required = true, examples = "系统迁移") String reason) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(MONTHLY_REPORTS_REVIEW)
    @Transactional
    @Idempotent
    @Operation(
            summary = "Give a unit more time for its report of a month",
            description =
                    "Moves the last day in time of a report that was not submitted yet. A further extension takes the place"
                            + " of the last; the history keeps both.")
    @APIResponse(
            responseCode = "201",
            description = "The report as it is now",
            content = @Content(schema = @Schema(implementation = MonthlyReportView.class)))
    @APIResponse(responseCode = "409", description = "Submitted already, or the month is closed")
    @APIResponse(responseCode = "422", description = "It gives no more time than the unit has")
    public RestResponse<MonthlyReportView> extendMonthlyReport(
            @PathParam("month") String month,
            @PathParam("unitCode") String unitCode,
            @RequestBody(content = @Content(schema = @Schema(implementation = Input.class))) @Nullable JsonNode body) {
        MonthlyReport seen = reports.seen(month, unitCode, current.scope());
        Input input = form.create(body, Input.class);
        MonthlyReport report = reports.held(seen);
        steps.extend(
                current.get(),
                report,
                new MoreTime(
                        input.until(),
                        input.approvedBy(),
                        input.reason(),
                        CityClock.local(clock.now()),
                        current.get().displayName()));
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, views.of(report))
                .location(URI.create("monthly-reports/" + month + "/" + unitCode))
                .tag(Revision.tag(report.version()))
                .build();
    }
}
