package org.zhaoshang.prices.premises;

import static org.zhaoshang.shared.caller.Permission.*;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.http.Idempotent;
import org.zhaoshang.shared.steps.Reason;

/** The steps of premises: the unit says how far it got and that it is still true, the bureau publishes. */
@Path("premises")
@Tag(name = "premises")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PremisesStepResource {
    private final SeenListing seen;
    private final ListingSteps steps;
    private final ConfirmListings confirm;
    private final ListingViews views;

    PremisesStepResource(SeenListing seen, ListingSteps steps, ConfirmListings confirm, ListingViews views) {
        this.seen = seen;
        this.steps = steps;
        this.confirm = confirm;
        this.views = views;
    }

    @Schema(name = "PremisesReuse")
    record PremisesReuse(
            @Nullable
            @Schema(
                    required = true,
                    description = "The project that uses them now: name or code",
                    examples = "年产5GW高效光伏组件项目")
            String project,

            @Nullable @Schema(required = true, description = "The day of it", examples = "2021-04-10", format = "date")
            String on,

            @Nullable String reason) {}

    @POST
    @Path("confirm")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PREMISES_WRITE)
    @Operation(summary = "Says of a selection that all of it is still true")
    @APIResponse(responseCode = "200", description = "All of them count as verified for so many days again")
    public RestResponse<ConfirmListings.Confirmed> confirmPremisesSelection(ConfirmListings.@Nullable Selection body) {
        return RestResponse.ok(confirm.confirm(Premises.class, body));
    }

    @POST
    @Path("{id}/confirm")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PREMISES_WRITE)
    @Operation(summary = "Says that all of it is still true: it counts as verified for so many days again")
    public RestResponse<PremisesView> confirmPremises(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable Reason body) {
        return seen.change(Premises.class, id, ifMatch, views::of, (caller, premises) -> {
            steps.confirm(caller, premises, Reason.in(body));
        });
    }

    @POST
    @Path("{id}/negotiate")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PREMISES_WRITE)
    @Operation(summary = "Records that talks began: IN_TALKS")
    public RestResponse<PremisesView> negotiatePremises(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable Reason body) {
        return seen.change(Premises.class, id, ifMatch, views::of, (caller, premises) -> {
            steps.negotiate(caller, premises, Reason.in(body));
        });
    }

    @POST
    @Path("{id}/reuse")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PREMISES_WRITE)
    @Operation(summary = "Records that a project uses them: REUSED; they leave the public list")
    @APIResponse(responseCode = "422", description = "V43: the project or the day is missing")
    public RestResponse<PremisesView> reusePremises(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable PremisesReuse body) {
        ListingSteps.@Nullable HandOver given =
                body == null ? null : new ListingSteps.HandOver(body.project(), body.on(), body.reason());
        return seen.change(Premises.class, id, ifMatch, views::of, (caller, premises) -> {
            steps.handOver(caller, premises, given);
        });
    }

    @POST
    @Path("{id}/withdraw")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PREMISES_WRITE)
    @Operation(summary = "Takes it off the market, with a reason: WITHDRAWN")
    public RestResponse<PremisesView> withdrawPremises(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable Reason body) {
        return seen.change(Premises.class, id, ifMatch, views::of, (caller, premises) -> {
            steps.withdraw(caller, premises, Reason.in(body));
        });
    }

    @POST
    @Path("{id}/reopen")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PREMISES_WRITE)
    @Operation(
            summary = "Back on offer, with a reason: IDLE; what left the public list is published anew by the bureau")
    public RestResponse<PremisesView> reopenPremises(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable Reason body) {
        return seen.change(Premises.class, id, ifMatch, views::of, (caller, premises) -> {
            steps.reopen(caller, premises, Reason.in(body));
        });
    }

    @POST
    @Path("{id}/publish")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PREMISES_REVIEW)
    @Operation(
            summary =
                    "Puts it on the public list as it is, or the change in place of what is there; refused while findings are open")
    public RestResponse<PremisesView> publishPremises(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable Reason body) {
        return seen.change(Premises.class, id, ifMatch, views::of, (caller, premises) -> {
            steps.publish(caller, premises, Reason.in(body));
        });
    }

    @POST
    @Path("{id}/unpublish")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PREMISES_REVIEW)
    @Operation(summary = "Takes it off the public list, with a reason")
    public RestResponse<PremisesView> unpublishPremises(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable Reason body) {
        return seen.change(Premises.class, id, ifMatch, views::of, (caller, premises) -> {
            steps.unpublish(caller, premises, Reason.in(body));
        });
    }
}
