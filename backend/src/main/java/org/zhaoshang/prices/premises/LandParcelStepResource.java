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

/** The steps of parcels: the unit says how far it got and that it is still true, the bureau publishes. */
@Path("land-parcels")
@Tag(name = "land-parcels")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class LandParcelStepResource {
    private final SeenListing seen;
    private final ListingSteps steps;
    private final ConfirmListings confirm;
    private final ListingViews views;

    LandParcelStepResource(SeenListing seen, ListingSteps steps, ConfirmListings confirm, ListingViews views) {
        this.seen = seen;
        this.steps = steps;
        this.confirm = confirm;
        this.views = views;
    }

    @Schema(name = "LandParcelGrant")
    record LandParcelGrant(
            @Nullable @Schema(description = "Who it was granted to, or for which project", examples = "年产5GW高效光伏组件项目")
            String grantee,

            @Nullable @Schema(required = true, description = "The day of it", examples = "2021-04-10", format = "date")
            String on,

            @Nullable String reason) {}

    @POST
    @Path("confirm")
    @Transactional
    @Idempotent
    @PermissionsAllowed(LAND_PARCELS_WRITE)
    @Operation(summary = "Says of a selection that all of it is still true")
    @APIResponse(responseCode = "200", description = "All of them count as verified for so many days again")
    public RestResponse<ConfirmListings.Confirmed> confirmLandParcelSelection(
            ConfirmListings.@Nullable Selection body) {
        return RestResponse.ok(confirm.confirm(LandParcel.class, body));
    }

    @POST
    @Path("{id}/confirm")
    @Transactional
    @Idempotent
    @PermissionsAllowed(LAND_PARCELS_WRITE)
    @Operation(summary = "Says that all of it is still true: it counts as verified for so many days again")
    public RestResponse<LandParcelView> confirmLandParcel(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable Reason body) {
        return seen.change(LandParcel.class, id, ifMatch, views::of, (caller, parcel) -> {
            steps.confirm(caller, parcel, Reason.in(body));
        });
    }

    @POST
    @Path("{id}/negotiate")
    @Transactional
    @Idempotent
    @PermissionsAllowed(LAND_PARCELS_WRITE)
    @Operation(summary = "Records that talks began: IN_TALKS")
    public RestResponse<LandParcelView> negotiateLandParcel(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable Reason body) {
        return seen.change(LandParcel.class, id, ifMatch, views::of, (caller, parcel) -> {
            steps.negotiate(caller, parcel, Reason.in(body));
        });
    }

    @POST
    @Path("{id}/grant")
    @Transactional
    @Idempotent
    @PermissionsAllowed(LAND_PARCELS_WRITE)
    @Operation(summary = "Records that it was granted: GRANTED; it leaves the public list")
    @APIResponse(responseCode = "422", description = "The day is missing")
    public RestResponse<LandParcelView> grantLandParcel(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable LandParcelGrant body) {
        ListingSteps.@Nullable HandOver given =
                body == null ? null : new ListingSteps.HandOver(body.grantee(), body.on(), body.reason());
        return seen.change(LandParcel.class, id, ifMatch, views::of, (caller, parcel) -> {
            steps.handOver(caller, parcel, given);
        });
    }

    @POST
    @Path("{id}/withdraw")
    @Transactional
    @Idempotent
    @PermissionsAllowed(LAND_PARCELS_WRITE)
    @Operation(summary = "Takes it off the market, with a reason: WITHDRAWN")
    public RestResponse<LandParcelView> withdrawLandParcel(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable Reason body) {
        return seen.change(LandParcel.class, id, ifMatch, views::of, (caller, parcel) -> {
            steps.withdraw(caller, parcel, Reason.in(body));
        });
    }

    @POST
    @Path("{id}/reopen")
    @Transactional
    @Idempotent
    @PermissionsAllowed(LAND_PARCELS_WRITE)
    @Operation(
            summary =
                    "Back on offer, with a reason: AVAILABLE; what left the public list is published anew by the bureau")
    public RestResponse<LandParcelView> reopenLandParcel(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable Reason body) {
        return seen.change(LandParcel.class, id, ifMatch, views::of, (caller, parcel) -> {
            steps.reopen(caller, parcel, Reason.in(body));
        });
    }

    @POST
    @Path("{id}/publish")
    @Transactional
    @Idempotent
    @PermissionsAllowed(LAND_PARCELS_REVIEW)
    @Operation(
            summary =
                    "Puts it on the public list as it is, or the change in place of what is there; refused while findings are open")
    public RestResponse<LandParcelView> publishLandParcel(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable Reason body) {
        return seen.change(LandParcel.class, id, ifMatch, views::of, (caller, parcel) -> {
            steps.publish(caller, parcel, Reason.in(body));
        });
    }

    @POST
    @Path("{id}/unpublish")
    @Transactional
    @Idempotent
    @PermissionsAllowed(LAND_PARCELS_REVIEW)
    @Operation(summary = "Takes it off the public list, with a reason")
    public RestResponse<LandParcelView> unpublishLandParcel(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable Reason body) {
        return seen.change(LandParcel.class, id, ifMatch, views::of, (caller, parcel) -> {
            steps.unpublish(caller, parcel, Reason.in(body));
        });
    }
}
