package org.zhaoshang.signing.funds;

import static org.zhaoshang.shared.caller.Permission.RECEIPTS_READ;
import static org.zhaoshang.shared.caller.Permission.RECEIPTS_REVIEW;
import static org.zhaoshang.shared.caller.Permission.RECEIPTS_WRITE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.fields.Body;
import org.zhaoshang.shared.http.Idempotent;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.http.Revision;

/** Sets of columns for the region's system and others: all units use the common ones, an office keeps its own. */
@Path("fund-column-sets")
@Tag(name = "receipts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class FundColumnSetResource {
    private final FundColumnSets sets;
    private final WriteFundColumnSet write;
    private final CurrentCaller current;
    private final Body bodies;

    FundColumnSetResource(FundColumnSets sets, WriteFundColumnSet write, CurrentCaller current, ObjectMapper json) {
        this.sets = sets;
        this.write = write;
        this.current = current;
        this.bodies = new Body(FundColumnSetRules.FORM, FundColumnSetRules::isKnown, json);
    }

    @GET
    @PermissionsAllowed(RECEIPTS_READ)
    @Operation(summary = "The common sets of columns, then those of the caller's office")
    @APIResponse(responseCode = "200", description = "An office has at most 50")
    public Page<FundColumnSetView> listFundColumnSets() {
        return Page.all(sets.seen(current.get()).stream().map(this::view).toList());
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed(RECEIPTS_READ)
    @Operation(summary = "One set of columns; another office's is not found")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = FundColumnSetView.class)))
    public RestResponse<FundColumnSetView> getFundColumnSet(@PathParam("id") UUID id) {
        return answer(sets.seen(id, current.get()));
    }

    @POST
    @Transactional
    @Idempotent
    @PermissionsAllowed({RECEIPTS_WRITE, RECEIPTS_REVIEW})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Saves a set of columns for the caller's office; the bureau may give one to all units")
    @APIResponse(
            responseCode = "201",
            description = "The set",
            content = @Content(schema = @Schema(implementation = FundColumnSetView.class)))
    @APIResponse(responseCode = "409", description = "The office has one of that name, or too many")
    public RestResponse<FundColumnSetView> createFundColumnSet(
            @RequestBody(content = @Content(schema = @Schema(implementation = FundColumnSetFields.class))) @Nullable
                    JsonNode body) {
        FundColumnSet set = write.create(current.get(), bodies.create(body, FundColumnSetFields.class));
        return RestResponse.ResponseBuilder.<FundColumnSetView>created(URI.create("fund-column-sets/" + set.id()))
                .entity(view(set))
                .tag(Revision.tag(set.version()))
                .build();
    }

    @PUT
    @Path("{id}")
    @Transactional
    @PermissionsAllowed({RECEIPTS_WRITE, RECEIPTS_REVIEW})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Writes a set of columns anew")
    @APIResponse(
            responseCode = "200",
            description = "The set as it is now",
            content = @Content(schema = @Schema(implementation = FundColumnSetView.class)))
    @APIResponse(responseCode = "409", description = "The office has another of that name")
    public RestResponse<FundColumnSetView> putFundColumnSet(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = FundColumnSetFields.class))) @Nullable
                    JsonNode body) {
        FundColumnSet set = unchanged(id, ifMatch);
        write.revise(current.get(), set, bodies.create(body, FundColumnSetFields.class));
        return answer(set);
    }

    @DELETE
    @Path("{id}")
    @Transactional
    @PermissionsAllowed({RECEIPTS_WRITE, RECEIPTS_REVIEW})
    @Operation(summary = "Deletes a set of columns of the caller's office")
    public void deleteFundColumnSet(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        write.delete(current.get(), unchanged(id, ifMatch));
    }

    private FundColumnSet unchanged(UUID id, @Nullable String ifMatch) {
        FundColumnSet set = sets.seen(id, current.get());
        Revision.require(ifMatch, set.version(), () -> view(set));
        return set;
    }

    private FundColumnSetView view(FundColumnSet set) {
        return FundColumnSetView.of(set, current.get());
    }

    private RestResponse<FundColumnSetView> answer(FundColumnSet set) {
        return RestResponse.ResponseBuilder.ok(view(set))
                .tag(Revision.tag(set.version()))
                .build();
    }
}
