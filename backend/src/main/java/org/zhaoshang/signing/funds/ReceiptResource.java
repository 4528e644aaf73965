package org.zhaoshang.signing.funds;

import static org.zhaoshang.shared.caller.Permission.RECEIPTS_READ;
import static org.zhaoshang.shared.caller.Permission.RECEIPTS_WRITE;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.audit.History;
import org.zhaoshang.audit.LabelledEntry;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.http.Idempotent;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.http.Revision;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.search.Paging;
import org.zhaoshang.shared.steps.Reasons;

/** The ledger of receipts: the unit's own, and all units' for those who may see them. */
@Path("receipts")
@Tag(
        name = "receipts",
        description = "Funds in place (到位资金): receipts with their proofs; declared, reviewed, recognised, entered.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ReceiptResource {
    private final FundReceipts receipts;
    private final ReceiptList list;
    private final WriteReceipt write;
    private final ReceiptJournal journal;
    private final ReceiptViews views;
    private final SeenReceipt seen;
    private final History history;
    private final CurrentCaller current;
    private final CurrentLanguage language;

    ReceiptResource(
            FundReceipts receipts,
            ReceiptList list,
            WriteReceipt write,
            ReceiptJournal journal,
            ReceiptViews views,
            SeenReceipt seen,
            History history,
            CurrentCaller current,
            CurrentLanguage language) {
        this.receipts = receipts;
        this.list = list;
        this.write = write;
        this.journal = journal;
        this.views = views;
        this.seen = seen;
        this.history = history;
        this.current = current;
        this.language = language;
    }

    @GET
    @PermissionsAllowed(RECEIPTS_READ)
    @Operation(summary = "Lists the receipts that the caller may see, with their sums where count=true")
    @APIResponse(responseCode = "200", description = "A page; Link names the next one")
    public ReceiptList.Listing listReceipts(@BeanParam @Valid ReceiptFilter filter, @BeanParam Paging paging) {
        return list.page(filter, paging, current.scope());
    }

    @POST
    @Transactional
    @Idempotent
    @PermissionsAllowed(RECEIPTS_WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Enters a receipt; findings do not refuse it",
            description = "It is reported with the unit's next monthly report, once nothing of it is left to settle.")
    @APIResponse(
            responseCode = "201",
            description = "Kept, with its findings",
            content = @Content(schema = @Schema(implementation = ReceiptView.class)))
    public RestResponse<ReceiptView> createReceipt(
            @RequestBody(content = @Content(schema = @Schema(implementation = ReceiptFields.class))) @Nullable
                    JsonNode body,
            @HeaderParam("X-Action-Reason") @Nullable String reason) {
        return created(write.create(current.get(), body, null, false, reason), views);
    }

    static RestResponse<ReceiptView> created(FundReceipt receipt, ReceiptViews views) {
        return RestResponse.ResponseBuilder.<ReceiptView>created(URI.create("receipts/" + receipt.id()))
                .entity(views.of(receipt))
                .tag(Revision.tag(receipt.version()))
                .build();
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed(RECEIPTS_READ)
    @Operation(summary = "One receipt with findings, allowed actions and what stands in the way of the others")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = ReceiptView.class)))
    public RestResponse<ReceiptView> getReceipt(@PathParam("id") UUID id) {
        return views.answer(receipts.seen(id, current.scope()));
    }

    @PATCH
    @Path("{id}")
    @Transactional
    @PermissionsAllowed(RECEIPTS_WRITE)
    @Consumes("application/merge-patch+json")
    @Operation(
            summary = "Changes fields by JSON merge patch (RFC 7396)",
            description =
                    "What a standing report told of the money is closed (V08); what was entered in the region's system is not.")
    public RestResponse<ReceiptView> updateReceipt(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("X-Action-Reason") @Nullable String reason,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/merge-patch+json",
                                            schema = @Schema(implementation = ReceiptFields.class)))
                    @Nullable
                    JsonNode patch) {
        return seen.change(id, ifMatch, (caller, receipt) -> write.revise(caller, receipt, patch, reason));
    }

    @DELETE
    @Path("{id}")
    @Transactional
    @PermissionsAllowed(RECEIPTS_WRITE)
    @Operation(summary = "Deletes what no standing report told of")
    public void deleteReceipt(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("X-Action-Reason") @Nullable String reason) {
        FundReceipt receipt = seen.unchanged(id, ifMatch);
        ReceiptPermits.require(ReceiptAction.DELETE, receipt, current.get());
        journal.deleted(current.get(), receipt, Reasons.optional(reason));
    }

    @GET
    @Path("{id}/history")
    @PermissionsAllowed(RECEIPTS_READ)
    @Operation(summary = "Who changed what, when and why, newest first")
    @APIResponse(responseCode = "200", description = "A page; Link names the next one")
    public Page<LabelledEntry> getReceiptHistory(@PathParam("id") UUID id, @BeanParam Paging paging) {
        FundReceipt receipt = receipts.seen(id, current.scope());
        return LabelledEntry.page(history.of(ReceiptJournal.subject(receipt), paging), language.get());
    }
}
