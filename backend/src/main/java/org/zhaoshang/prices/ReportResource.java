package org.zhaoshang.prices;

import static org.zhaoshang.shared.caller.Permission.PRICES_READ;
import static org.zhaoshang.shared.caller.Permission.PRICES_REVIEW;
import static org.zhaoshang.shared.caller.Permission.PRICES_SUBMIT;
import static org.zhaoshang.shared.caller.Permission.PRICES_WRITE;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.steps.Reason;
import org.zhaoshang.shared.steps.Reasons;
import org.zhaoshang.shared.steps.ReturnNotice;

/** A unit's price report of a year: filled in as a grid, submitted, returned, accepted. */
@Path("price-reports/{year}/{unitCode}")
@Tag(name = "prices")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ReportResource {
    private static final Text ITEMS = new Text("价格项目（items）", "items");

    private final PriceReports reports;
    private final Prices prices;
    private final ReportSteps steps;
    private final ReportViews views;
    private final CarryForward carry;
    private final PriceGrid grid;
    private final CurrentCaller current;

    ReportResource(
            PriceReports reports,
            Prices prices,
            ReportSteps steps,
            ReportViews views,
            CarryForward carry,
            PriceGrid grid,
            CurrentCaller current) {
        this.reports = reports;
        this.prices = prices;
        this.steps = steps;
        this.views = views;
        this.carry = carry;
        this.grid = grid;
        this.current = current;
    }

    @Schema(name = "PriceReportReturn")
    record Return(
            @Schema(required = true) @Nullable String reason,

            @Nullable
            @Schema(description = "Prices to correct (/prices/<id>), items to add (/items/<code>); none: all prices")
            List<ReturnNotice.@Nullable Remark> fields) {}

    @Schema(name = "CarryForwardRequest")
    record Carry(
            @Nullable @Schema(description = "Only these items; absent: all", examples = "[\"WATER_INDUSTRIAL\"]")
            List<@Nullable String> items) {}

    @Schema(name = "CarriedForward")
    record Carried(
            @Schema(required = true, description = "How many prices became drafts of this report")
            int carried,

            @Schema(required = true) ReportView report) {}

    /** Describes the body of a save, whose cells are read one by one. */
    @Schema(name = "PriceCells")
    record Cells(@Schema(required = true) List<Cell> cells) {}

    @Schema(name = "PriceCell")
    record Cell(
            @Nullable
            @Schema(description = "Of a price that is there; else it is found by item, place, condition and first day")
            String code,

            @Nullable @Schema(description = "As it was seen: a price that moved on is not overwritten")
            Long version,

            @Nullable @Schema(description = "true: the price of that code and version is deleted")
            Boolean remove,

            @com.fasterxml.jackson.annotation.JsonUnwrapped PriceFields fields) {}

    @Schema(name = "PriceCellResults")
    record Saved(
            @Schema(required = true) List<PriceGrid.Result> results,
            @Schema(required = true) ReportView report) {}

    @GET
    @PermissionsAllowed(PRICES_READ)
    @Operation(summary = "What is owed and what is there, with the last period's price beside each item")
    public RestResponse<ReportView> getPriceReport(
            @PathParam("year") int year, @PathParam("unitCode") String unitCode) {
        return views.answer(reports.seen(year, unitCode, current.scope()));
    }

    @POST
    @Path("cells")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PRICES_WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Saves many prices at once: each is stored or removed, or says why it is not")
    public RestResponse<Saved> savePriceCells(
            @PathParam("year") int year,
            @PathParam("unitCode") String unitCode,
            @HeaderParam("X-Action-Reason") @Nullable String reason,
            @RequestBody(content = @Content(schema = @Schema(implementation = Cells.class))) @Nullable JsonNode body) {
        PriceReport report = own(year, unitCode);
        List<PriceGrid.Result> results =
                grid.save(report, body == null ? null : body.get("cells"), current.get(), Reasons.optional(reason));
        return RestResponse.ok(new Saved(results, views.of(report)));
    }

    @POST
    @Path("carry-forward")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PRICES_WRITE)
    @Operation(summary = "Unchanged since last period: takes last period's prices over, all or those of some items")
    public RestResponse<Carried> carryPricesForward(
            @PathParam("year") int year,
            @PathParam("unitCode") String unitCode,
            @HeaderParam("X-Action-Reason") @Nullable String reason,
            @Nullable Carry body) {
        PriceReport report = own(year, unitCode);
        int carried = carry.into(report, items(body), current.get(), Reasons.optional(reason))
                .size();
        return RestResponse.ok(new Carried(carried, views.of(report)));
    }

    private static @Nullable Set<String> items(@Nullable Carry body) {
        if (body == null || body.items() == null) {
            return null;
        }
        Set<String> items = new HashSet<>();
        List<Finding> refused = new ArrayList<>();
        for (int at = 0; at < body.items().size(); at++) {
            String code = body.items().get(at);
            if (FactorItems.byCode(code).isPresent()) {
                items.add(String.valueOf(code));
            } else {
                String value = String.valueOf(code);
                refused.add(Finding.of(
                        "CODE",
                        "/items/" + at,
                        Map.of("label", ITEMS, "value", value.length() > 60 ? value.substring(0, 60) : value)));
            }
        }
        if (!refused.isEmpty()) {
            throw Problem.badRequest(refused);
        }
        return items;
    }

    @POST
    @Path("submit")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PRICES_SUBMIT)
    @Operation(summary = "Submits the report with all its open prices; refused while something is missing or open")
    @APIResponse(
            responseCode = "200",
            description = "The report as it is now",
            content = @Content(schema = @Schema(implementation = ReportView.class)))
    @APIResponse(
            responseCode = "422",
            description = "Something is missing (/items/<code>) or open (/prices/<id>/<field>)")
    public RestResponse<ReportView> submitPriceReport(
            @PathParam("year") int year,
            @PathParam("unitCode") String unitCode,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable Reason body) {
        PriceReport report = held(own(year, unitCode), ifMatch);
        steps.submit(current.get(), report, Reason.in(body));
        return views.answer(report);
    }

    @POST
    @Path("return")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PRICES_REVIEW)
    @Operation(summary = "Sends it back with a reason for each price; only those reopen, or all where none is named")
    public RestResponse<ReportView> returnPriceReport(
            @PathParam("year") int year,
            @PathParam("unitCode") String unitCode,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable Return body) {
        PriceReport report = held(reports.seen(year, unitCode, current.scope()), ifMatch);
        steps.sendBack(current.get(), report, body == null ? null : body.reason(), body == null ? null : body.fields());
        return views.answer(report);
    }

    @POST
    @Path("accept")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PRICES_REVIEW)
    @Operation(summary = "Accepts it: its prices are compared and published, and close those before them")
    public RestResponse<ReportView> acceptPriceReport(
            @PathParam("year") int year,
            @PathParam("unitCode") String unitCode,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable Reason body) {
        PriceReport report = held(reports.seen(year, unitCode, current.scope()), ifMatch);
        steps.accept(current.get(), report, Reason.in(body));
        return views.answer(report);
    }

    private PriceReport own(int year, String unitCode) {
        PriceReport report = reports.seen(year, unitCode, current.scope());
        if (!current.get().belongsTo(unitCode)) {
            throw Problem.foreignUnit(unitCode);
        }
        return report;
    }

    /** Held together with its prices, so that nobody submits or accepts a price that changed after it was looked at. */
    private PriceReport held(PriceReport seen, @Nullable String ifMatch) {
        require(seen, ifMatch);
        PriceReport held = reports.held(seen);
        prices.hold(held.unitCode());
        require(held, ifMatch);
        return held;
    }

    private void require(PriceReport report, @Nullable String ifMatch) {
        Revision.require(
                ifMatch, Set.of(views.revision(report), Long.toString(report.version())), () -> views.of(report));
    }
}
