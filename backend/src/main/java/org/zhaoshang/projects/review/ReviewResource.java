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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.audit.Change;
import org.zhaoshang.audit.LabelledChange;
import org.zhaoshang.projects.Action;
import org.zhaoshang.projects.Permits;
import org.zhaoshang.projects.Project;
import org.zhaoshang.projects.ProjectForm;
import org.zhaoshang.projects.ProjectJournal;
import org.zhaoshang.projects.ProjectView;
import org.zhaoshang.projects.ProjectViews;
import org.zhaoshang.projects.Projects;
import org.zhaoshang.projects.Reasons;
import org.zhaoshang.projects.ReturnNotice;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.http.Idempotent;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.http.Revision;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.time.CityClock;

/** The bureau's side of the reserve library: it judges, it never edits. */
@Path("projects/{id}")
@Tag(name = "review", description = "Review (审核): what changed, return by field, accept, publish, archive.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ReviewResource {
    private final Projects projects;
    private final ProjectForm form;
    private final ProjectJournal journal;
    private final ProjectViews views;
    private final Permits permits;
    private final CurrentCaller current;
    private final CurrentLanguage language;
    private final CityClock clock;

    ReviewResource(
            Projects projects,
            ProjectForm form,
            ProjectJournal journal,
            ProjectViews views,
            Permits permits,
            CurrentCaller current,
            CurrentLanguage language,
            CityClock clock) {
        this.projects = projects;
        this.form = form;
        this.journal = journal;
        this.views = views;
        this.permits = permits;
        this.current = current;
        this.language = language;
        this.clock = clock;
    }

    @Schema(name = "ReviewReason")
    record Reason(@Nullable String reason) {}

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
        Project project = unchanged(id, ifMatch);
        if (project.reviewStartedAt().isEmpty()) {
            journal.changed(
                    current.get(),
                    project,
                    "begin-review",
                    null,
                    () -> project.beginReview(current.get(), clock.now()));
        }
        return views.answer(project);
    }

    @POST
    @Path("return")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PROJECTS_REVIEW)
    @Operation(summary = "Sends it back with a reason for each field; only those reopen")
    public RestResponse<ProjectView> returnProject(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable Return body) {
        Project project = unchanged(id, ifMatch);
        permits.require(Action.RETURN, project, current.get());
        String reason = Reasons.required(body == null ? null : body.reason());
        List<ReturnNotice.Remark> remarks = remarks(body == null ? null : body.fields());
        return act(project, Action.RETURN, reason, () -> project.sendBack(reason, remarks, current.get(), clock.now()));
    }

    @POST
    @Path("accept")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PROJECTS_REVIEW)
    @Operation(summary = "Takes it into the library; open duplicates of level 1 or 2 bar it")
    public RestResponse<ProjectView> acceptProject(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable Reason body) {
        Project project = permitted(id, ifMatch, Action.ACCEPT);
        return act(project, Action.ACCEPT, optional(body), () -> project.accept(current.get(), clock.now()));
    }

    @POST
    @Path("publish")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PROJECTS_REVIEW)
    @Operation(summary = "Puts it on the public list")
    public RestResponse<ProjectView> publishProject(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable Reason body) {
        Project project = permitted(id, ifMatch, Action.PUBLISH);
        return act(project, Action.PUBLISH, optional(body), () -> project.publish(current.get(), clock.now()));
    }

    @POST
    @Path("unpublish")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PROJECTS_REVIEW)
    @Operation(summary = "Takes it off the public list, with a reason")
    public RestResponse<ProjectView> unpublishProject(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable Reason body) {
        Project project = permitted(id, ifMatch, Action.UNPUBLISH);
        return act(project, Action.UNPUBLISH, required(body), () -> project.unpublish(current.get(), clock.now()));
    }

    @POST
    @Path("archive")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PROJECTS_REVIEW)
    @Operation(summary = "Takes it out of the library, with a reason")
    public RestResponse<ProjectView> archiveProject(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable Reason body) {
        Project project = permitted(id, ifMatch, Action.ARCHIVE);
        String reason = required(body);
        return act(project, Action.ARCHIVE, reason, () -> project.archive(reason, current.get(), clock.now()));
    }

    @POST
    @Path("reopen")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PROJECTS_REVIEW)
    @Operation(summary = "Brings a withdrawn or archived project back to its unit as a draft, with a reason")
    public RestResponse<ProjectView> reopenProject(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable Reason body) {
        Project project = permitted(id, ifMatch, Action.REOPEN);
        return act(project, Action.REOPEN, required(body), () -> project.reopen(current.get(), clock.now()));
    }

    private RestResponse<ProjectView> act(Project project, Action action, @Nullable String reason, Runnable change) {
        journal.changed(current.get(), project, action.verb(), reason, change);
        return views.answer(project);
    }

    private Project permitted(UUID id, @Nullable String ifMatch, Action action) {
        Project project = unchanged(id, ifMatch);
        permits.require(action, project, current.get());
        return project;
    }

    private Project unchanged(UUID id, @Nullable String ifMatch) {
        Project project = projects.seen(id, current.scope());
        Revision.require(ifMatch, project.version(), () -> views.of(project));
        return project;
    }

    private static @Nullable String optional(@Nullable Reason body) {
        return body == null ? null : Reasons.optional(body.reason());
    }

    private static String required(@Nullable Reason body) {
        return Reasons.required(body == null ? null : body.reason());
    }

    /** At least one field, each known and with its own reason. */
    private static List<ReturnNotice.Remark> remarks(@Nullable List<ReturnNotice.@Nullable Remark> given) {
        List<Finding> refused = new ArrayList<>();
        if (given == null || given.isEmpty()) {
            throw Problem.badRequest(
                    Finding.of("REQUIRED", "/fields", Map.of("label", new Text("需要修改的字段", "the fields to correct"))));
        }
        for (int at = 0; at < given.size(); at++) {
            ReturnNotice.Remark remark = given.get(at);
            String pointer = remark == null ? null : remark.pointer();
            if (pointer == null || !pointer.startsWith("/") || ProjectForm.FORM.find(pointer.substring(1)) == null) {
                refused.add(Finding.of(
                        "CODE",
                        "/fields/" + at + "/pointer",
                        Map.of("label", new Text("字段", "field"), "value", String.valueOf(pointer))));
            } else if (remark.reason() == null
                    || remark.reason().isBlank()
                    || remark.reason().length() > 500) {
                refused.add(Finding.of(
                        "REQUIRED", "/fields/" + at + "/reason", Map.of("label", ProjectForm.FORM.label(pointer))));
            }
        }
        if (!refused.isEmpty()) {
            throw Problem.badRequest(refused);
        }
        return given.stream().map(java.util.Objects::requireNonNull).toList();
    }
}
