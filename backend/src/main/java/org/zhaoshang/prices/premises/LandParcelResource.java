package org.zhaoshang.prices.premises;

import static org.zhaoshang.shared.caller.Permission.*;

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

/** Land parcels (土地载体): the unit's own, and what all units have for those who may see it. */
@Path("land-parcels")
@Tag(
        name = "land-parcels",
        description = "Land parcels (土地载体): what units offer, how far it got, whether it is still true.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class LandParcelResource {
    private final Listings listings;
    private final LandParcelList list;
    private final WriteListing write;
    private final ListingJournal journal;
    private final ListingViews views;
    private final ListingPermits permits;
    private final SeenListing seen;
    private final History history;
    private final CurrentCaller current;
    private final CurrentLanguage language;

    LandParcelResource(
            Listings listings,
            LandParcelList list,
            WriteListing write,
            ListingJournal journal,
            ListingViews views,
            ListingPermits permits,
            SeenListing seen,
            History history,
            CurrentCaller current,
            CurrentLanguage language) {
        this.listings = listings;
        this.list = list;
        this.write = write;
        this.journal = journal;
        this.views = views;
        this.permits = permits;
        this.seen = seen;
        this.history = history;
        this.current = current;
        this.language = language;
    }

    @GET
    @PermissionsAllowed(LAND_PARCELS_READ)
    @Operation(summary = "Lists the parcels that the caller may see")
    @APIResponse(responseCode = "200", description = "A page; Link names the next one")
    public LandParcelList.LandParcelPage listLandParcels(
            @BeanParam @Valid LandParcelFilter filter, @BeanParam Paging paging) {
        return list.page(filter, paging, current.scope(), current.get());
    }

    @POST
    @Transactional
    @Idempotent
    @PermissionsAllowed(LAND_PARCELS_WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Enters a parcel of the caller's unit; findings do not refuse it")
    @APIResponse(
            responseCode = "201",
            description = "Kept, with its findings",
            content = @Content(schema = @Schema(implementation = LandParcelView.class)))
    public RestResponse<LandParcelView> createLandParcel(
            @RequestBody(content = @Content(schema = @Schema(implementation = LandParcelFields.class))) @Nullable
                    JsonNode body,
            @HeaderParam("X-Action-Reason") @Nullable String reason) {
        LandParcel parcel = (LandParcel) write.create(ListingKind.LAND_PARCEL, current.get(), body, false, reason);
        return RestResponse.ResponseBuilder.<LandParcelView>created(URI.create("land-parcels/" + parcel.id()))
                .entity(views.of(parcel))
                .tag(Revision.tag(parcel.version()))
                .build();
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed(LAND_PARCELS_READ)
    @Operation(summary = "A parcel with findings, allowed actions and what stands in the way of the others")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = LandParcelView.class)))
    public RestResponse<LandParcelView> getLandParcel(@PathParam("id") UUID id) {
        return seen.get(LandParcel.class, id, views::of);
    }

    @PATCH
    @Path("{id}")
    @Transactional
    @PermissionsAllowed(LAND_PARCELS_WRITE)
    @Consumes("application/merge-patch+json")
    @Operation(
            summary = "Changes fields by JSON merge patch (RFC 7396)",
            description = "What is public stays as it is until the bureau publishes the change.")
    public RestResponse<LandParcelView> updateLandParcel(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("X-Action-Reason") @Nullable String reason,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/merge-patch+json",
                                            schema = @Schema(implementation = LandParcelFields.class)))
                    @Nullable
                    JsonNode patch) {
        return seen.change(LandParcel.class, id, ifMatch, views::of, (caller, parcel) -> {
            write.revise(caller, parcel, patch, reason);
        });
    }

    @DELETE
    @Path("{id}")
    @Transactional
    @PermissionsAllowed(LAND_PARCELS_WRITE)
    @Operation(summary = "Deletes what was never published")
    public void deleteLandParcel(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("X-Action-Reason") @Nullable String reason) {
        LandParcel parcel = seen.unchanged(LandParcel.class, id, ifMatch, views::of);
        permits.require(ListingAction.DELETE, parcel, current.get());
        journal.deleted(current.get(), parcel, reason);
    }

    @GET
    @Path("{id}/history")
    @PermissionsAllowed(LAND_PARCELS_READ)
    @Operation(summary = "Who changed what, when and why, newest first")
    @APIResponse(responseCode = "200", description = "A page; Link names the next one")
    public Page<LabelledEntry> getLandParcelHistory(@PathParam("id") UUID id, @BeanParam Paging paging) {
        LandParcel parcel = listings.seen(LandParcel.class, id, current.scope());
        return LabelledEntry.page(history.of(ListingJournal.subject(parcel), paging), language.get());
    }
}
