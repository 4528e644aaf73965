package org.zhaoshang.signing;

import static org.zhaoshang.shared.caller.Permission.*;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.http.Idempotent;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.steps.Reason;

/** How far a signed project got: stages with their evidence, permits, what does not count for the assessment. */
@Path("signed-projects/{id}")
@Tag(name = "signed-projects")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class SigningStepResource {
    private final SignedProjects projects;
    private final StageLog log;
    private final ReserveLink reserve;
    private final SigningSteps steps;
    private final SeenSignedProject seen;
    private final CurrentCaller current;
    private final CurrentLanguage language;

    SigningStepResource(
            SignedProjects projects,
            StageLog log,
            ReserveLink reserve,
            SigningSteps steps,
            SeenSignedProject seen,
            CurrentCaller current,
            CurrentLanguage language) {
        this.projects = projects;
        this.log = log;
        this.reserve = reserve;
        this.steps = steps;
        this.seen = seen;
        this.current = current;
        this.language = language;
    }

    @GET
    @Path("stages")
    @PermissionsAllowed(SIGNED_PROJECTS_READ)
    @Operation(summary = "The stages that it reached, in the order in which they were recorded")
    @APIResponse(responseCode = "200", description = "What was taken back is marked and stays")
    public Page<StageLog.Reached> listStages(@PathParam("id") UUID id) {
        projects.seen(id, current.scope());
        return Page.all(log.of(id, language.get()));
    }

    @GET
    @Path("reserve-steps")
    @PermissionsAllowed(SIGNED_PROJECTS_READ)
    @Operation(summary = "How the reserve project that it comes from got here: submitted, accepted, published, signed")
    @APIResponse(
            responseCode = "200",
            description = "In the order of time; none where it comes from no reserve project")
    public Page<ReserveLink.Step> listReserveSteps(@PathParam("id") UUID id) {
        return Page.all(reserve.steps(projects.seen(id, current.scope()), current.scope(), language.get()));
    }

    @POST
    @Path("stages")
    @Transactional
    @Idempotent
    @PermissionsAllowed(SIGNED_PROJECTS_WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Moves it to another stage, with date and evidence",
            description =
                    "Stages may be skipped forward; going back, ending (TERMINATED) and merging owe a reason (V23).")
    @APIResponse(
            responseCode = "422",
            description = "Without date or, where one is owed, reason; or days that can not be")
    public RestResponse<SignedProjectView> addStage(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = SigningSteps.StageStep.class))) @Nullable
                    JsonNode body) {
        return seen.change(id, ifMatch, (caller, project) -> steps.stage(caller, project, body));
    }

    @PUT
    @Path("permits")
    @Transactional
    @PermissionsAllowed(SIGNED_PROJECTS_WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "States which permits are applied for, given or not needed; those left out are not started")
    public RestResponse<SignedProjectView> putPermits(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("X-Action-Reason") @Nullable String reason,
            @RequestBody(content = @Content(schema = @Schema(implementation = SigningSteps.Checklist.class))) @Nullable
                    JsonNode body) {
        return seen.change(id, ifMatch, (caller, project) -> steps.permits(caller, project, body, reason));
    }

    @Schema(name = "ExclusionRequest")
    record Excluded(
            @Nullable @Schema(required = true) String exclusion,

            @Nullable @Schema(required = true, maxLength = 500)
            String reason) {}

    @POST
    @Path("exclude")
    @Transactional
    @Idempotent
    @PermissionsAllowed(SIGNED_PROJECTS_REVIEW)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "The bureau leaves it out of the assessment (V16), with the reason")
    public RestResponse<SignedProjectView> excludeSignedProject(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable Excluded body) {
        return seen.change(id, ifMatch, (caller, project) -> {
            steps.exclude(caller, project, body == null ? null : body.exclusion(), body == null ? null : body.reason());
        });
    }

    @POST
    @Path("include")
    @Transactional
    @Idempotent
    @PermissionsAllowed(SIGNED_PROJECTS_REVIEW)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "It counts for the assessment again")
    public RestResponse<SignedProjectView> includeSignedProject(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable Reason body) {
        return seen.change(id, ifMatch, (caller, project) -> steps.include(caller, project, Reason.in(body)));
    }
}
