package org.zhaoshang.signing;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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

/** Signed projects: the unit's own, and all units' for those who may see them. */
@Path("signed-projects")
@Tag(
        name = "signed-projects",
        description = "Signed projects (签约项目): agreements, stages with their evidence, permits, honest exits.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class SignedProjectResource {
    private static final String AS_OF = "At the end of that day (Asia/Shanghai); nothing is allowed in the past";

    private final SignedProjects projects;
    private final SignedProjectList list;
    private final WriteSignedProject write;
    private final SignedProjectJournal journal;
    private final SignedProjectViews views;
    private final SeenSignedProject seen;
    private final History history;
    private final CurrentCaller current;
    private final CurrentLanguage language;

    SignedProjectResource(
            SignedProjects projects,
            SignedProjectList list,
            WriteSignedProject write,
            SignedProjectJournal journal,
            SignedProjectViews views,
            SeenSignedProject seen,
            History history,
            CurrentCaller current,
            CurrentLanguage language) {
        this.projects = projects;
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
    @PermissionsAllowed(SIGNED_PROJECTS_READ)
    @Operation(summary = "Lists the signed projects that the caller may see")
    @APIResponse(responseCode = "200", description = "A page; Link names the next one")
    public SignedProjectList.Listing listSignedProjects(
            @BeanParam @Valid SignedProjectFilter filter,
            @BeanParam Paging paging,
            @QueryParam("asOf")
                    @Parameter(
                            description = AS_OF,
                            schema = @Schema(implementation = LocalDate.class, examples = "2021-03-28"))
                    @Nullable
                    String asOf) {
        return list.page(filter, paging, asOf, current.scope());
    }

    @POST
    @Transactional
    @Idempotent
    @PermissionsAllowed(SIGNED_PROJECTS_WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Records a signed project, or one in talks; findings do not refuse it",
            description =
                    "It counts for its event once no BLOCK is open. A reserve project that it names becomes signed.")
    @APIResponse(
            responseCode = "201",
            description = "Kept, with its findings",
            content = @Content(schema = @Schema(implementation = SignedProjectView.class)))
    @APIResponse(responseCode = "422", description = "It ends or goes back without a reason")
    public RestResponse<SignedProjectView> createSignedProject(
            @RequestBody(content = @Content(schema = @Schema(implementation = SignedProjectFields.class))) @Nullable
                    JsonNode body,
            @HeaderParam("X-Action-Reason") @Nullable String reason) {
        SignedProject project = write.create(current.get(), body, false, reason);
        return RestResponse.ResponseBuilder.<SignedProjectView>created(URI.create("signed-projects/" + project.id()))
                .entity(views.of(project))
                .tag(Revision.tag(project.version()))
                .build();
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed(SIGNED_PROJECTS_READ)
    @Operation(summary = "One signed project with findings, allowed actions and what stands in the way of the others")
    @APIResponse(
            responseCode = "200",
            description = "As it is now, or as it stood",
            content = @Content(schema = @Schema(implementation = SignedProjectView.class)))
    public RestResponse<SignedProjectView> getSignedProject(
            @PathParam("id") UUID id,
            @QueryParam("asOf")
                    @Parameter(
                            description = AS_OF,
                            schema = @Schema(implementation = LocalDate.class, examples = "2021-03-28"))
                    @Nullable
                    String asOf) {
        return asOf == null || asOf.isBlank()
                ? views.answer(projects.seen(id, current.scope()))
                : RestResponse.ok(views.past(id, asOf, current.scope()));
    }

    @PATCH
    @Path("{id}")
    @Transactional
    @PermissionsAllowed(SIGNED_PROJECTS_WRITE)
    @Consumes("application/merge-patch+json")
    @Operation(summary = "Changes fields by JSON merge patch (RFC 7396)")
    @APIResponse(responseCode = "422", description = "The stage ends or goes back without a reason (V23)")
    public RestResponse<SignedProjectView> updateSignedProject(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("X-Action-Reason") @Nullable String reason,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/merge-patch+json",
                                            schema = @Schema(implementation = SignedProjectFields.class)))
                    @Nullable
                    JsonNode patch) {
        return seen.change(id, ifMatch, (caller, project) -> write.revise(caller, project, patch, reason));
    }

    @DELETE
    @Path("{id}")
    @Transactional
    @PermissionsAllowed(SIGNED_PROJECTS_WRITE)
    @Operation(summary = "Deletes what nothing rests on yet; what was reported is ended instead")
    public void deleteSignedProject(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("X-Action-Reason") @Nullable String reason) {
        SignedProject project = seen.unchanged(id, ifMatch);
        SigningPermits.require(SigningAction.DELETE, project, current.get());
        journal.deleted(current.get(), project, Reasons.optional(reason));
    }

    @GET
    @Path("{id}/history")
    @PermissionsAllowed(SIGNED_PROJECTS_READ)
    @Operation(summary = "Who changed what, when and why, newest first")
    @APIResponse(responseCode = "200", description = "A page; Link names the next one")
    public Page<LabelledEntry> getSignedProjectHistory(@PathParam("id") UUID id, @BeanParam Paging paging) {
        SignedProject project = projects.seen(id, current.scope());
        return LabelledEntry.page(history.of(SignedProjectJournal.subject(project), paging), language.get());
    }
}
