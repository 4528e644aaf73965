package org.zhaoshang.projects;

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
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.http.Idempotent;
import org.zhaoshang.shared.http.Revision;
import org.zhaoshang.shared.search.Paging;

/** The reserve library: what is in it, and the unit's own drafts. */
@Path("projects")
@Tag(name = "projects", description = "The reserve library (储备库): projects from the unit's draft to the public list.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ProjectResource {
    private final Projects projects;
    private final ProjectList list;
    private final WriteProject write;
    private final ProjectJournal journal;
    private final ProjectViews views;
    private final Permits permits;
    private final PastProjects past;
    private final SeenProject seen;
    private final CurrentCaller current;

    ProjectResource(
            Projects projects,
            ProjectList list,
            WriteProject write,
            ProjectJournal journal,
            ProjectViews views,
            Permits permits,
            PastProjects past,
            SeenProject seen,
            CurrentCaller current) {
        this.projects = projects;
        this.list = list;
        this.write = write;
        this.journal = journal;
        this.views = views;
        this.permits = permits;
        this.past = past;
        this.seen = seen;
        this.current = current;
    }

    @GET
    @PermissionsAllowed(PROJECTS_READ)
    @Operation(summary = "Lists the projects the caller may see")
    public ProjectList.Listing listProjects(
            @BeanParam @Valid ProjectFilter filter,
            @BeanParam Paging paging,
            @QueryParam("asOf")
                    @Parameter(
                            description =
                                    "The list as it stood at the end of that day (Asia/Shanghai); nothing is allowed"
                                            + " in the past",
                            schema = @Schema(implementation = LocalDate.class, examples = "2021-03-28"))
                    @Nullable
                    String asOf) {
        return list.page(filter, paging, asOf, current.scope(), current.get());
    }

    @POST
    @Transactional
    @Idempotent
    @PermissionsAllowed(PROJECTS_WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Creates a draft; findings do not refuse it")
    @APIResponse(
            responseCode = "201",
            description = "The draft with its findings",
            content = @Content(schema = @Schema(implementation = ProjectView.class)))
    public RestResponse<ProjectView> createProject(
            @RequestBody(content = @Content(schema = @Schema(implementation = ProjectFields.class))) @Nullable
                    JsonNode body,
            @HeaderParam("X-Action-Reason") @Nullable String reason) {
        WriteProject.Draft draft = write.draft(current.get(), body, false, reason);
        Project project = draft.project();
        return RestResponse.ResponseBuilder.<ProjectView>created(URI.create("projects/" + project.id()))
                .entity(views.ofNew(project, draft.findings()))
                .tag(Revision.tag(project.version()))
                .build();
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed(PROJECTS_READ)
    @Operation(summary = "One project with findings, allowed actions and what stands in the way of the others")
    public RestResponse<ProjectView> getProject(
            @PathParam("id") UUID id,
            @QueryParam("asOf")
                    @Parameter(
                            description =
                                    "The project as it stood at the end of that day (Asia/Shanghai), without findings"
                                            + " and actions, which are of the present",
                            schema = @Schema(implementation = LocalDate.class, examples = "2021-03-28"))
                    @Nullable
                    String asOf) {
        return asOf == null || asOf.isBlank()
                ? views.answer(projects.seen(id, current.scope()))
                : RestResponse.ok(past.view(id, asOf, current.scope()));
    }

    @PATCH
    @Path("{id}")
    @Transactional
    @PermissionsAllowed(PROJECTS_WRITE)
    @Consumes("application/merge-patch+json")
    @Operation(summary = "Changes fields by JSON merge patch (RFC 7396)")
    public RestResponse<ProjectView> updateProject(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("X-Action-Reason") @Nullable String reason,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/merge-patch+json",
                                            schema = @Schema(implementation = ProjectFields.class)))
                    @Nullable
                    JsonNode patch) {
        return seen.change(id, ifMatch, (caller, project) -> write.revise(caller, project, patch, reason));
    }

    @DELETE
    @Path("{id}")
    @Transactional
    @PermissionsAllowed(PROJECTS_WRITE)
    @Operation(summary = "Deletes a draft that was never submitted")
    public void deleteProject(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("X-Action-Reason") @Nullable String reason) {
        Project project = seen.unchanged(id, ifMatch);
        permits.require(Action.DELETE, project, current.get());
        journal.deleted(current.get(), project, reason);
    }
}
