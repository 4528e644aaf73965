package org.zhaoshang.dispatch;

import static org.zhaoshang.shared.caller.Permission.MONTHLY_REPORTS_READ;
import static org.zhaoshang.shared.caller.Permission.MONTHLY_REPORTS_REVIEW;
import static org.zhaoshang.shared.caller.Permission.MONTHLY_REPORTS_WRITE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.fields.Body;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.http.Idempotent;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.signing.SignedProject;
import org.zhaoshang.signing.SignedProjects;

/** Dated corrections of a closed month (调增、调减): beside its figures, never in them. */
@Path("monthly-reports/{month}/{unitCode}/adjustments")
@Tag(name = "monthly-reports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class AdjustmentResource {
    private static final Form FORM = Form.load("monthly-adjustment");
    private static final String AMOUNT = "amountYuan";
    private static final Text NOTHING = new Text("不能为零", "must not be zero");
    private static final Text TO_COME = new Text("该日尚未到来", "that day is still to come");

    private final MonthlyReports reports;
    private final Adjustments adjustments;
    private final AdjustReport adjust;
    private final SignedProjects projects;
    private final CurrentCaller current;
    private final CityClock clock;
    private final Body form;

    AdjustmentResource(
            MonthlyReports reports,
            Adjustments adjustments,
            AdjustReport adjust,
            SignedProjects projects,
            CurrentCaller current,
            CityClock clock,
            ObjectMapper json) {
        this.reports = reports;
        this.adjustments = adjustments;
        this.adjust = adjust;
        this.projects = projects;
        this.current = current;
        this.clock = clock;
        this.form = new Body(FORM, (list, code) -> false, json);
    }

    @Schema(name = "MonthlyAdjustmentInput")
    record Input(
            @Schema(required = true, description = "The project's code, or the unit's own key")
            String signedProject,

            @Schema(required = true) Adjustments.Indicator indicator,

            @Schema(
                    required = true,
                    description = "Positive adds (调增), negative takes away (调减); yuan",
                    examples = "-250000")
            BigDecimal amountYuan,

            @Schema(required = true, examples = "凭证作废") String reason,

            @Nullable @Schema(description = "Default: today")
            LocalDate adjustedOn) {}

    @GET
    @PermissionsAllowed(MONTHLY_REPORTS_READ)
    @Operation(summary = "What was corrected in a unit's month after it was closed, the newest first")
    @APIResponse(responseCode = "200", description = "At most a thousand; none while the month is open")
    public Page<Adjustments.Adjustment> listMonthlyAdjustments(
            @PathParam("month") String month, @PathParam("unitCode") String unitCode) {
        return Page.all(adjustments.of(reports.seen(month, unitCode, current.scope())));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed({MONTHLY_REPORTS_WRITE, MONTHLY_REPORTS_REVIEW})
    @Transactional
    @Idempotent
    @Operation(
            summary = "Correct a figure of a closed month",
            description =
                    "The figures with which the month was closed stay; the correction is shown beside them. It is not"
                            + " changed: a further one corrects it.")
    @APIResponse(
            responseCode = "201",
            description = "The adjustment",
            content = @Content(schema = @Schema(implementation = Adjustments.Adjustment.class)))
    @APIResponse(responseCode = "409", description = "The month is still open: the report itself is corrected")
    public RestResponse<Adjustments.Adjustment> adjustMonthlyReport(
            @PathParam("month") String month,
            @PathParam("unitCode") String unitCode,
            @RequestBody(content = @Content(schema = @Schema(implementation = Input.class))) @Nullable JsonNode body) {
        MonthlyReport report = reports.seen(month, unitCode, current.scope());
        Input input = read(body);
        SignedProject project = project(report.unitCode(), input.signedProject());
        Adjustments.Adjustment adjustment = adjust.record(current.get(), report, project, input);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, adjustment)
                .location(URI.create("monthly-reports/" + month + "/" + unitCode + "/adjustments"))
                .build();
    }

    /** The form's amounts are never negative: the sign is read apart. */
    private Input read(@Nullable JsonNode body) {
        boolean less = body != null
                && body.path(AMOUNT).isNumber()
                && body.path(AMOUNT).decimalValue().signum() < 0;
        JsonNode unsigned = body;
        if (less && body instanceof ObjectNode sent) {
            unsigned =
                    sent.deepCopy().put(AMOUNT, sent.get(AMOUNT).decimalValue().negate());
        }
        Input input = form.create(unsigned, Input.class);
        if (input.amountYuan().signum() == 0) {
            throw refused(AMOUNT, NOTHING);
        }
        if (input.adjustedOn() != null && input.adjustedOn().isAfter(clock.today())) {
            throw refused("adjustedOn", TO_COME);
        }
        return less
                ? new Input(
                        input.signedProject(),
                        input.indicator(),
                        input.amountYuan().negate(),
                        input.reason(),
                        input.adjustedOn())
                : input;
    }

    private static Problem refused(String name, Text problem) {
        return Problem.badRequest(Finding.of(
                "FORMAT", "/" + name, Map.of("label", FORM.field(name).label(), "problem", problem)));
    }

    private SignedProject project(String unitCode, String name) {
        Map<String, UUID> named = projects.byName(unitCode, Set.of(name));
        List<SignedProject> found =
                projects.seenOf(Set.copyOf(named.values()), new RowScope(RowScope.Breadth.OWN_UNIT, unitCode, null));
        if (found.isEmpty()) {
            throw Problem.badRequest(Finding.of(
                    "CODE",
                    "/signedProject",
                    Map.of("label", FORM.field("signedProject").label(), "value", name)));
        }
        return found.getFirst();
    }
}
