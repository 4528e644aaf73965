package org.zhaoshang.signing.funds;

import static org.zhaoshang.shared.caller.Permission.RECEIPTS_READ;
import static org.zhaoshang.shared.caller.Permission.RECEIPTS_WRITE;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
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
import org.zhaoshang.shared.http.Continued;
import org.zhaoshang.shared.http.Idempotent;
import org.zhaoshang.shared.search.Paging;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.signing.SignedProject;
import org.zhaoshang.signing.SignedProjects;

/** The receipts of one signed project, with what they sum to. */
@Path("signed-projects/{id}/receipts")
@Tag(name = "receipts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ProjectReceiptResource {
    private final SignedProjects projects;
    private final ReceiptList list;
    private final WriteReceipt write;
    private final ReceiptViews views;
    private final CurrentCaller current;
    private final CityClock clock;

    ProjectReceiptResource(
            SignedProjects projects,
            ReceiptList list,
            WriteReceipt write,
            ReceiptViews views,
            CurrentCaller current,
            CityClock clock) {
        this.projects = projects;
        this.list = list;
        this.write = write;
        this.views = views;
        this.current = current;
        this.clock = clock;
    }

    @Schema(name = "ProjectReceipts", description = "A page of a project's receipts and the sums over all of them.")
    record Receipts(
            @Schema(required = true) List<ReceiptList.Row> items,
            @Nullable String nextCursor,

            @Schema(required = true, description = "By the day of the money: this month")
            FundSums month,

            @Schema(required = true, description = "By the day of the money: this year")
            FundSums year,

            @Schema(required = true) FundSums total)
            implements Continued {}

    @GET
    @PermissionsAllowed(RECEIPTS_READ)
    @Operation(
            summary =
                    "Lists the receipts of a project, the newest day first, with the sums of month, year and all time")
    @APIResponse(responseCode = "200", description = "A page; Link names the next one")
    public Receipts listProjectReceipts(@PathParam("id") UUID id, @BeanParam Paging paging) {
        SignedProject project = projects.seen(id, current.scope());
        ReceiptFilter all = new ReceiptFilter();
        all.signedProject = project.code();
        all.sort = "-receivedOn";
        ReceiptList.Listing page = list.page(all, paging, current.scope());
        LocalDate today = clock.today();
        return new Receipts(
                page.items(),
                page.nextCursor(),
                since(project, today.withDayOfMonth(1)),
                since(project, today.withDayOfYear(1)),
                list.sums(all, current.scope()));
    }

    private FundSums since(SignedProject project, LocalDate first) {
        ReceiptFilter filter = new ReceiptFilter();
        filter.signedProject = project.code();
        filter.receivedFrom = first.toString();
        return list.sums(filter, current.scope());
    }

    @POST
    @Transactional
    @Idempotent
    @PermissionsAllowed(RECEIPTS_WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Enters a receipt for this project; findings do not refuse it")
    @APIResponse(
            responseCode = "201",
            description = "Kept, with its findings",
            content = @Content(schema = @Schema(implementation = ReceiptView.class)))
    public RestResponse<ReceiptView> addProjectReceipt(
            @PathParam("id") UUID id,
            @RequestBody(content = @Content(schema = @Schema(implementation = ReceiptFields.class))) @Nullable
                    JsonNode body,
            @HeaderParam("X-Action-Reason") @Nullable String reason) {
        SignedProject project = projects.seen(id, current.scope());
        return ReceiptResource.created(write.create(current.get(), body, project.code(), false, reason), views);
    }
}
