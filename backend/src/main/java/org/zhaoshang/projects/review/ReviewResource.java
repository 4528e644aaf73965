package org.zhaoshang.projects.review;

import static org.zhaoshang.shared.caller.Permission.PROJECTS_READ;
import static org.zhaoshang.shared.caller.Permission.PROJECTS_REVIEW;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.audit.Change;
import org.zhaoshang.audit.LabelledChange;
import org.zhaoshang.projects.Project;
import org.zhaoshang.projects.ProjectForm;
import org.zhaoshang.projects.ProjectView;
import org.zhaoshang.projects.Projects;
import org.zhaoshang.projects.SeenProject;
import org.zhaoshang.projects.Steps;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.http.Idempotent;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.steps.Reason;
import org.zhaoshang.shared.steps.ReturnNotice;

/** The bureau's side of the reserve library: it judges, it never edits. */
@Path("projects/{id}")
@Tag(name = "review", description = "Review (审核): what changed, return by field, accept, publish, archive.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ReviewResource {
    private final Projects projects;
    private final ProjectForm form;
    private final SeenProject seen;
    private final Steps steps;
    private final CurrentCaller current;
    private final CurrentLanguage language;

    ReviewResource(
            Projects projects,
            ProjectForm form,
            SeenProject seen,
            Steps steps,
            CurrentCaller current,
            CurrentLanguage language) {
        this.projects = projects;
        this.form = form;
        this.seen = seen;
        this.steps = steps;
        this.current = current;
        this.language = language;
    }

    @Schema(name = "ReturnRequest")
    record Return(
            @Schema(required = true) @Nullable String reason,
            @Schema(required = true) @Nullable List<ReturnNotice.@Nullable Remark> fields) {}

    @Schema(name = "ReviewChanges", description = "What the unit changed since the bureau last saw the project.")
    record Changes(
            @Nullable OffsetDateTime since,

            @Schema(required = true, description = "Which submission this is; 1 is the first")
            int submission,

            @Schema(required = true) List<LabelledChange> changes) {}

    @GET
    @Path("changes")
    @PermissionsAllowed(PROJECTS_READ)
    @Operation(summary = "What changed since the project was returned")
    public Changes getProjectChanges(@PathParam("id") UUID id) {
        Project project = projects.seen(id, current.scope());
        List<LabelledChange> changes = project.seenFields().stream()
                .flatMap(seen -> Change.between(form.document(seen), form.document(project.fields())).stream())
                .map(change -> LabelledChange.of("project", change, language.get()))
                .toList();
        return new Changes(project.returned().map(ReturnNotice::at).orElse(null), project.submissions(), changes);
    }

    @POST
    @Path("begin-review")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PROJECTS_REVIEW)
    @Operation(summary = "Marks that the bureau reads it; from then on the unit can not recall it")
    public RestResponse<ProjectView> beginProjectReview(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return seen.change(id, ifMatch, steps::beginReview);
    }

    @POST
    @Path("return")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PROJECTS_REVIEW)
    @Operation(summary = "Sends it back with a reason for each field; only those reopen")
    public RestResponse<ProjectView> returnProject(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable Return body) {
        return seen.change(
                id,
                ifMatch,
                (caller, project) -> steps.sendBack(
                        caller, project, body == null ? null : body.reason(), body == null ? null : body.fields()));
    }

    @POST
    @Path("accept")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PROJECTS_REVIEW)
    @Operation(summary = "Takes it into the library; open duplicates of level 1 or 2 bar it")
    public RestResponse<ProjectView> acceptProject(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable Reason body) {
        return seen.change(id, ifMatch, (caller, project) -> steps.accept(caller, project, Reason.in(body)));
    }

    @POST
    @Path("publish")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PROJECTS_REVIEW)
    @Operation(summary = "Puts it on the public list")
    public RestResponse<ProjectView> publishProject(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable Reason body) {
        return seen.change(id, ifMatch, (caller, project) -> steps.publish(caller, project, Reason.in(body)));
    }

    @POST
    @Path("unpublish")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PROJECTS_REVIEW)
    @Operation(summary = "Takes it off the public list, with a reason")
    public RestResponse<ProjectView> unpublishProject(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable Reason body) {
        return seen.change(id, ifMatch, (caller, project) -> steps.unpublish(caller, project, Reason.in(body)));
    }

    @POST
    @Path("archive")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PROJECTS_REVIEW)
    @Operation(summary = "Takes it out of the library, with a reason")
    public RestResponse<ProjectView> archiveProject(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable Reason body) {
        return seen.change(id, ifMatch, (caller, project) -> steps.archive(caller, project, Reason.in(body)));
    }

    @POST
    @Path("reopen")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PROJECTS_REVIEW)
    @Operation(summary = "Brings a withdrawn or archived project back to its unit as a draft, with a reason")
    public RestResponse<ProjectView> reopenProject(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable Reason body) {
        return seen.change(id, ifMatch, (caller, project) -> steps.reopen(caller, project, Reason.in(body)));
    }
}
