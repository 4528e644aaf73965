package org.zhaoshang.dispatch.indicators;

import static org.zhaoshang.shared.caller.Permission.MONTHLY_REPORTS_READ;
import static org.zhaoshang.shared.caller.Permission.TARGETS_WRITE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
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
import org.zhaoshang.shared.fields.Body;
import org.zhaoshang.shared.http.Idempotent;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.http.Revision;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.search.Paging;
import org.zhaoshang.shared.steps.Reasons;

/** Yearly targets: the bureau sets them, a unit reads its own and the city's. */
@Path("targets")
@Tag(
        name = "targets",
        description =
                "Yearly targets (年度任务) of the city and its units; units' targets may sum to more than the city's.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class TargetResource {
    private final Targets targets;
    private final TargetList list;
    private final TargetViews views;
    private final WriteTargets write;
    private final History history;
    private final CurrentCaller current;
    private final CurrentLanguage language;
    private final ObjectMapper json;
    private final Body form;

    TargetResource(
            Targets targets,
            TargetList list,
            TargetViews views,
            WriteTargets write,
            TargetCodes codes,
            History history,
            CurrentCaller current,
            CurrentLanguage language,
            ObjectMapper json) {
        this.targets = targets;
        this.list = list;
        this.views = views;
        this.write = write;
        this.history = history;
        this.current = current;
        this.language = language;
        this.json = json;
        this.form = new Body(WriteTargets.FORM, codes, json);
    }

    @GET
    @PermissionsAllowed(MONTHLY_REPORTS_READ)
    @Operation(summary = "Lists targets: a unit's people find their own and the city's")
    @APIResponse(responseCode = "200", description = "A page; Link names the next one")
    public Page<TargetView> listTargets(@BeanParam TargetFilter filter, @BeanParam Paging paging) {
        return list.page(filter, paging, current.scope());
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed(MONTHLY_REPORTS_READ)
    @Operation(summary = "One target")
    @APIResponse(responseCode = "200", description = "As it is now")
    public RestResponse<TargetView> getTarget(@PathParam("id") UUID id) {
        return answer(targets.seen(id, current.scope()));
    }

    @POST
    @Transactional
    @Idempotent
    @PermissionsAllowed(TARGETS_WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sets a target")
    @APIResponse(
            responseCode = "201",
            description = "The target",
            content = @Content(schema = @Schema(implementation = TargetView.class)))
    @APIResponse(responseCode = "409", description = "There is one of this year, unit and indicator already")
    public RestResponse<TargetView> createTarget(
            @RequestBody(content = @Content(schema = @Schema(implementation = TargetFields.class))) @Nullable
                    JsonNode body) {
        Target target = write.create(current.get(), form.create(body, TargetFields.class), false);
        return RestResponse.ResponseBuilder.<TargetView>created(URI.create("targets/" + target.id()))
                .entity(views.of(target))
                .tag(Revision.tag(target.version()))
                .build();
    }

    @PATCH
    @Path("{id}")
    @Transactional
    @PermissionsAllowed(TARGETS_WRITE)
    @Consumes("application/merge-patch+json")
    @Operation(summary = "Changes a target by JSON merge patch (RFC 7396)")
    @APIResponse(responseCode = "200", description = "The target as it is now")
    @APIResponse(responseCode = "409", description = "There is another of this unit and indicator")
    public RestResponse<TargetView> updateTarget(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("X-Action-Reason") @Nullable String reason,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/merge-patch+json",
                                            schema = @Schema(implementation = TargetFields.class)))
                    @Nullable
                    JsonNode patch) {
        Target target = unchanged(id, ifMatch);
        write.revise(
                current.get(),
                target,
                form.merge(json.valueToTree(target.fields()), patch, TargetFields.class),
                Reasons.optional(reason));
        return answer(target);
    }

    @DELETE
    @Path("{id}")
    @Transactional
    @PermissionsAllowed(TARGETS_WRITE)
    @Operation(summary = "Takes a target back; the trail keeps it")
    public void deleteTarget(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("X-Action-Reason") @Nullable String reason) {
        write.delete(current.get(), unchanged(id, ifMatch), Reasons.optional(reason));
    }

    @GET
    @Path("{id}/history")
    @PermissionsAllowed(MONTHLY_REPORTS_READ)
    @Operation(summary = "Who changed what of the target, newest first")
    @APIResponse(responseCode = "200", description = "A page; Link names the next one")
    public Page<LabelledEntry> getTargetHistory(@PathParam("id") UUID id, @BeanParam Paging paging) {
        Target target = targets.seen(id, current.scope());
        return LabelledEntry.page(history.of(WriteTargets.subject(target), paging), language.get());
    }

    private Target unchanged(UUID id, @Nullable String ifMatch) {
        Target target = targets.seen(id, current.scope());
        Revision.require(ifMatch, target.version(), () -> views.of(target));
        return target;
    }

    private RestResponse<TargetView> answer(Target target) {
        return RestResponse.ResponseBuilder.ok(views.of(target))
                .tag(Revision.tag(target.version()))
                .build();
    }
}
