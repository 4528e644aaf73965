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

/** Idle premises (闲置厂房): the unit's own, and what all units have for those who may see it. */
@Path("premises")
@Tag(
        name = "premises",
        description = "Idle premises (闲置厂房): what units offer, how far it got, whether it is still true.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PremisesResource {
    private final Listings listings;
    private final PremisesList list;
    private final WriteListing write;
    private final ListingJournal journal;
    private final ListingViews views;
    private final ListingPermits permits;
    private final SeenListing seen;
    private final History history;
    private final CurrentCaller current;
    private final CurrentLanguage language;

    PremisesResource(
            Listings listings,
            PremisesList list,
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
    @PermissionsAllowed(PREMISES_READ)
    @Operation(summary = "Lists the premises that the caller may see")
    @APIResponse(responseCode = "200", description = "A page; Link names the next one")
    public PremisesList.PremisesPage listPremises(@BeanParam @Valid PremisesFilter filter, @BeanParam Paging paging) {
        return list.page(filter, paging, current.scope(), current.get());
    }

    @POST
    @Transactional
    @Idempotent
    @PermissionsAllowed(PREMISES_WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Enters premises of the caller's unit; findings do not refuse it")
    @APIResponse(
            responseCode = "201",
            description = "Kept, with its findings",
            content = @Content(schema = @Schema(implementation = PremisesView.class)))
    public RestResponse<PremisesView> createPremises(
            @RequestBody(content = @Content(schema = @Schema(implementation = PremisesFields.class))) @Nullable
                    JsonNode body,
            @HeaderParam("X-Action-Reason") @Nullable String reason) {
        Premises premises = (Premises) write.create(ListingKind.PREMISES, current.get(), body, false, reason);
        return RestResponse.ResponseBuilder.<PremisesView>created(URI.create("premises/" + premises.id()))
                .entity(views.of(premises))
                .tag(Revision.tag(premises.version()))
                .build();
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed(PREMISES_READ)
    @Operation(summary = "Premises with findings, allowed actions and what stands in the way of the others")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = PremisesView.class)))
    public RestResponse<PremisesView> getPremises(@PathParam("id") UUID id) {
        return seen.get(Premises.class, id, views::of);
    }

    @PATCH
    @Path("{id}")
    @Transactional
    @PermissionsAllowed(PREMISES_WRITE)
    @Consumes("application/merge-patch+json")
    @Operation(
            summary = "Changes fields by JSON merge patch (RFC 7396)",
            description = "What is public stays as it is until the bureau publishes the change.")
    public RestResponse<PremisesView> updatePremises(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("X-Action-Reason") @Nullable String reason,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/merge-patch+json",
                                            schema = @Schema(implementation = PremisesFields.class)))
                    @Nullable
                    JsonNode patch) {
        return seen.change(Premises.class, id, ifMatch, views::of, (caller, premises) -> {
            write.revise(caller, premises, patch, reason);
        });
    }

    @DELETE
    @Path("{id}")
    @Transactional
    @PermissionsAllowed(PREMISES_WRITE)
    @Operation(summary = "Deletes what was never published")
    public void deletePremises(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("X-Action-Reason") @Nullable String reason) {
        Premises premises = seen.unchanged(Premises.class, id, ifMatch, views::of);
        permits.require(ListingAction.DELETE, premises, current.get());
        journal.deleted(current.get(), premises, reason);
    }

    @GET
    @Path("{id}/history")
    @PermissionsAllowed(PREMISES_READ)
    @Operation(summary = "Who changed what, when and why, newest first")
    @APIResponse(responseCode = "200", description = "A page; Link names the next one")
    public Page<LabelledEntry> getPremisesHistory(@PathParam("id") UUID id, @BeanParam Paging paging) {
        Premises premises = listings.seen(Premises.class, id, current.scope());
        return LabelledEntry.page(history.of(ListingJournal.subject(premises), paging), language.get());
    }
}
