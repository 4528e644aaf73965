package org.zhaoshang.signing.funds;

import static org.zhaoshang.shared.caller.Permission.RECEIPTS_REVIEW;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.http.Idempotent;

/** What the bureau does to receipts. The unit's own amounts stay as they are (V14). */
@Path("receipts/{id}")
@Tag(name = "receipts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ReceiptStepResource {
    private final ReceiptSteps steps;
    private final SeenReceipt seen;

    ReceiptStepResource(ReceiptSteps steps, SeenReceipt seen) {
        this.steps = steps;
        this.seen = seen;
    }

    @POST
    @Path("review")
    @Transactional
    @Idempotent
    @PermissionsAllowed(RECEIPTS_REVIEW)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Leaves all or a part of the declared amount (审核); a cut says why")
    @APIResponse(responseCode = "422", description = "More than was declared, or less than nothing")
    public RestResponse<ReceiptView> reviewReceipt(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = ReceiptSteps.Review.class))) @Nullable
                    JsonNode body) {
        return seen.change(id, ifMatch, (caller, receipt) -> steps.review(caller, receipt, body));
    }

    @POST
    @Path("recognise")
    @Transactional
    @Idempotent
    @PermissionsAllowed(RECEIPTS_REVIEW)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Notes what the region recognises of it (认定)")
    @APIResponse(responseCode = "422", description = "An amount or a day that can not be")
    public RestResponse<ReceiptView> recogniseReceipt(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = ReceiptSteps.Recognition.class)))
                    @Nullable
                    JsonNode body) {
        return seen.change(id, ifMatch, (caller, receipt) -> steps.recognise(caller, receipt, body));
    }

    @POST
    @Path("proof-verdict")
    @Transactional
    @Idempotent
    @PermissionsAllowed(RECEIPTS_REVIEW)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Judges a proof that another receipt had first (V12)")
    public RestResponse<ReceiptView> judgeReceiptProof(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = ReceiptSteps.Verdict.class))) @Nullable
                    JsonNode body) {
        return seen.change(id, ifMatch, (caller, receipt) -> steps.judgeProof(caller, receipt, body));
    }
}
