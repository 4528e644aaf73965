package org.zhaoshang.projects;

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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.http.Idempotent;
import org.zhaoshang.shared.steps.Reason;

/** The unit's steps: it submits, takes back, gives up, and says what became of its projects. */
@Path("projects/{id}")
@Tag(name = "projects")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ProjectStepResource {
    private final SeenProject seen;
    private final Steps steps;

    ProjectStepResource(SeenProject seen, Steps steps) {
        this.seen = seen;
        this.steps = steps;
    }

    @Schema(name = "Signing")
    record Signing(
            @Nullable String reason,

            @Nullable @Schema(description = "Code or externalId of the signed project")
            String signedProject) {}

    @POST
    @Path("submit")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PROJECTS_SUBMIT)
    @Operation(summary = "Submits for the unit; refused while findings are open")
    public RestResponse<ProjectView> submitProject(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable Reason body) {
        return seen.change(id, ifMatch, (caller, project) -> steps.submit(caller, project, Reason.in(body)));
    }

    @POST
    @Path("recall")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PROJECTS_SUBMIT)
    @Operation(summary = "Takes a submission back before its review began")
    public RestResponse<ProjectView> recallProject(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable Reason body) {
        return seen.change(id, ifMatch, (caller, project) -> steps.recall(caller, project, Reason.in(body)));
    }

    @POST
    @Path("withdraw")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PROJECTS_SUBMIT)
    @Operation(summary = "The unit gives the project up, with a reason")
    public RestResponse<ProjectView> withdrawProject(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable Reason body) {
        return seen.change(id, ifMatch, (caller, project) -> steps.withdraw(caller, project, Reason.in(body)));
    }

    @POST
    @Path("negotiate")
    @Transactional
    @Idempotent
    @PermissionsAllowed({PROJECTS_SUBMIT, PROJECTS_REVIEW})
    @Operation(summary = "Records that talks with an investor began")
    public RestResponse<ProjectView> negotiateProject(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable Reason body) {
        return seen.change(id, ifMatch, (caller, project) -> steps.negotiate(caller, project, Reason.in(body)));
    }

    @POST
    @Path("sign")
    @Transactional
    @Idempotent
    @PermissionsAllowed({PROJECTS_SUBMIT, PROJECTS_REVIEW})
    @Operation(summary = "Records the signing; the project leaves the public list")
    public RestResponse<ProjectView> signProject(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable Signing body) {
        return seen.change(
                id,
                ifMatch,
                (caller, project) -> steps.sign(
                        caller,
                        project,
                        body == null ? null : body.reason(),
                        body == null ? null : body.signedProject()));
    }
}
