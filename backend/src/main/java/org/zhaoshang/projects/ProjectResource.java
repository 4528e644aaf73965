package org.zhaoshang.projects;

import static org.zhaoshang.shared.caller.Permission.*;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.audit.Entry;
import org.zhaoshang.audit.History;
import org.zhaoshang.calls.Call;
import org.zhaoshang.calls.CallUnits;
import org.zhaoshang.calls.Calls;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.fields.Reading;
import org.zhaoshang.shared.http.Idempotent;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.http.Revision;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.time.CityClock;

/** The unit's side of the reserve library: draft, check, submit. */
@Path("projects")
@Tag(name = "projects", description = "The reserve library (储备库): projects from the unit's draft to the public list.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ProjectResource {
    private final Projects projects;
    private final ProjectList list;
    private final ProjectForm form;
    private final ProjectFindings findings;
    private final ProjectJournal journal;
    private final ProjectViews views;
    private final Permits permits;
    private final Calls calls;
    private final CallUnits callUnits;
    private final History history;
    private final CurrentCaller current;
    private final CurrentLanguage language;
    private final CityClock clock;

    ProjectResource(
            Projects projects,
            ProjectList list,
            ProjectForm form,
            ProjectFindings findings,
            ProjectJournal journal,
            ProjectViews views,
            Permits permits,
            Calls calls,
            CallUnits callUnits,
            History history,
            CurrentCaller current,
            CurrentLanguage language,
            CityClock clock) {
        this.projects = projects;
        this.list = list;
        this.form = form;
        this.findings = findings;
        this.journal = journal;
        this.views = views;
        this.permits = permits;
        this.calls = calls;
        this.callUnits = callUnits;
        this.history = history;
        this.current = current;
        this.language = language;
        this.clock = clock;
    }

    @Schema(name = "Reason")
    record Reason(@Nullable String reason) {}

    @Schema(name = "Signing")
    record Signing(
            @Nullable String reason,

            @Nullable @Schema(description = "Code or externalId of the signed project")
            String signedProject) {}

    @Schema(name = "Findings")
    record Findings(@Schema(required = true) List<Finding.View> findings) {}

    @GET
    @PermissionsAllowed(PROJECTS_READ)
    @Operation(summary = "Lists the projects the caller may see")
    public ProjectList.Listing listProjects(@BeanParam @Valid ProjectFilter filter) {
        return list.page(filter, current.scope(), current.get());
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
        Caller caller = current.get();
        Reading reading = form.read(body);
        String unit = reading.values().path("unitCode").asText(caller.unitCode() == null ? "" : caller.unitCode());
        if (!caller.belongsTo(unit)) {
            throw Problem.foreignUnit(unit);
        }
        ProjectFields fields = form.create(reading, call(reading).year(), unit);
        refuseTakenKey(fields, null);
        Call call = calls.byYear(fields.callYear()).orElseThrow();
        Project project = new Project(callUnits.nextCode(call, unit), fields, false, caller, clock.now());
        journal.created(caller, project, reason);
        return RestResponse.ResponseBuilder.<ProjectView>created(URI.create("projects/" + project.id()))
                .entity(views.of(project))
                .tag(Revision.tag(project.version()))
                .build();
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed(PROJECTS_READ)
    @Operation(summary = "One project with findings, allowed actions and what stands in the way of the others")
    public RestResponse<ProjectView> getProject(@PathParam("id") UUID id) {
        return views.answer(projects.seen(id, current.scope()));
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
        Project project = unchanged(id, ifMatch);
        Reading reading = form.read(patch);
        String unit = reading.values().path("unitCode").asText(project.unitCode());
        if (!current.get().belongsTo(unit)) {
            throw Problem.foreignUnit(unit);
        }
        permits.require(Action.EDIT, project, current.get());
        ProjectFields merged = form.merge(project.fields(), reading, project.editablePointers());
        if (!merged.equals(project.fields())) {
            refuseTakenKey(merged, id);
            journal.changed(
                    current.get(), project, "update", reason, () -> project.revise(merged, current.get(), clock.now()));
        }
        return views.answer(project);
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
        Project project = unchanged(id, ifMatch);
        permits.require(Action.DELETE, project, current.get());
        journal.deleted(current.get(), project, reason);
    }

    @POST
    @Path("check")
    @PermissionsAllowed({PROJECTS_WRITE, PROJECTS_REVIEW}) // it tells of names taken: not for readers of submitted rows
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Judges fields as submission would, and stores nothing")
    public Findings checkProject(
            @RequestBody(content = @Content(schema = @Schema(implementation = ProjectCheck.class))) @Nullable
                    JsonNode body) {
        Caller caller = current.get();
        JsonNode given = body == null ? null : body.deepCopy();
        JsonNode id = given instanceof ObjectNode object ? object.remove("id") : null;
        Project stored = id == null || !id.isTextual() ? null : projects.seen(uuid(id.textValue()), current.scope());
        Reading reading = form.read(given);
        java.util.List<Finding> found = new java.util.ArrayList<>(reading.refused());
        ObjectNode values = stored == null ? reading.values() : form.document(stored.fields());
        if (stored != null) {
            values.setAll(reading.values());
        }
        String unit = values.path("unitCode").asText(caller.unitCode() == null ? "" : caller.unitCode());
        if (caller.unitCode() != null && !caller.belongsTo(unit)) {
            throw Problem.foreignUnit(unit);
        }
        boolean named = values.hasNonNull("name");
        values.put("unitCode", unit)
                .put("callYear", values.path("callYear").asInt(call(reading).year()));
        if (!named) {
            values.put("name", "");
        }
        findings.of(form.fields(values), stored == null ? null : stored.id()).stream()
                .filter(finding ->
                        found.stream().noneMatch(refused -> refused.pointer().equals(finding.pointer())))
                .forEach(found::add);
        if (!named
                && reading.refused().stream()
                        .noneMatch(refused -> refused.pointer().equals("/name"))) {
            found.addFirst(Finding.of("REQUIRED", "/name", Map.of("label", ProjectForm.FORM.label("/name"))));
        }
        return new Findings(
                found.stream().map(finding -> finding.in(language.get())).toList());
    }

    @POST
    @Path("{id}/submit")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PROJECTS_SUBMIT)
    @Operation(summary = "Submits for the unit; refused while findings are open")
    public RestResponse<ProjectView> submitProject(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable Reason body) {
        Project project = unchanged(id, ifMatch);
        permits.require(Action.SUBMIT, project, current.get());
        boolean late = calls.byYear(project.callYear())
                .map(call -> call.isLate(project.unitCode(), clock.now()))
                .orElse(false);
        return act(project, Action.SUBMIT, reason(body), () -> project.submit(late, current.get(), clock.now()));
    }

    @POST
    @Path("{id}/recall")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PROJECTS_SUBMIT)
    @Operation(summary = "Takes a submission back before its review began")
    public RestResponse<ProjectView> recallProject(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable Reason body) {
        Project project = unchanged(id, ifMatch);
        permits.require(Action.RECALL, project, current.get());
        return act(project, Action.RECALL, reason(body), () -> project.recall(current.get(), clock.now()));
    }

    @POST
    @Path("{id}/withdraw")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PROJECTS_SUBMIT)
    @Operation(summary = "The unit gives the project up, with a reason")
    public RestResponse<ProjectView> withdrawProject(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable Reason body) {
        Project project = unchanged(id, ifMatch);
        permits.require(Action.WITHDRAW, project, current.get());
        String reason = Reasons.required(reason(body));
        return act(project, Action.WITHDRAW, reason, () -> project.withdraw(reason, current.get(), clock.now()));
    }

    @POST
    @Path("{id}/negotiate")
    @Transactional
    @Idempotent
    @PermissionsAllowed({PROJECTS_SUBMIT, PROJECTS_REVIEW})
    @Operation(summary = "Records that talks with an investor began")
    public RestResponse<ProjectView> negotiateProject(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable Reason body) {
        Project project = unchanged(id, ifMatch);
        permits.require(Action.NEGOTIATE, project, current.get());
        return act(project, Action.NEGOTIATE, reason(body), () -> project.negotiate(current.get(), clock.now()));
    }

    @POST
    @Path("{id}/sign")
    @Transactional
    @Idempotent
    @PermissionsAllowed({PROJECTS_SUBMIT, PROJECTS_REVIEW})
    @Operation(summary = "Records the signing; the project leaves the public list")
    public RestResponse<ProjectView> signProject(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable Signing body) {
        Project project = unchanged(id, ifMatch);
        permits.require(Action.SIGN, project, current.get());
        String signed = body == null ? null : Reasons.short100("/signedProject", body.signedProject());
        return act(
                project,
                Action.SIGN,
                body == null ? null : Reasons.optional(body.reason()),
                () -> project.sign(signed, current.get(), clock.now()));
    }

    @GET
    @Path("{id}/history")
    @PermissionsAllowed(PROJECTS_READ)
    @Operation(summary = "Who changed what, when and why, newest first")
    public Page<LabelledEntry> getProjectHistory(
            @PathParam("id") UUID id,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Project project = projects.seen(id, current.scope());
        Page<Entry> page = history.of(ProjectJournal.subject(project), limit, cursor);
        return new Page<>(
                page.items().stream()
                        .map(entry -> LabelledEntry.of(entry, language.get()))
                        .toList(),
                page.nextCursor(),
                page.total());
    }

    private RestResponse<ProjectView> act(Project project, Action action, @Nullable String reason, Runnable change) {
        journal.changed(current.get(), project, action.verb(), reason, change);
        return views.answer(project);
    }

    private Project unchanged(UUID id, @Nullable String ifMatch) {
        Project project = projects.seen(id, current.scope());
        Revision.require(ifMatch, project.version(), () -> views.of(project));
        return project;
    }

    /** The call the input names; the open one, else the latest, where it names none. */
    private Call call(Reading reading) {
        JsonNode year = reading.values().path("callYear");
        return (year.isNumber() ? calls.byYear(year.asInt()) : calls.current(clock))
                .orElseThrow(() -> Problem.badRequest(Finding.of(
                        "CODE",
                        "/callYear",
                        Map.of("label", ProjectForm.FORM.label("/callYear"), "value", year.asText()))));
    }

    private void refuseTakenKey(ProjectFields fields, @Nullable UUID except) {
        if (projects.externalIdTaken(fields, except)) {
            Text taken = new Text("本单位已有相同编号的项目", "your unit has a project with this key");
            throw Problem.conflict(
                    taken,
                    List.of(Finding.of(
                            "FORMAT",
                            "/externalId",
                            Map.of("label", ProjectForm.FORM.label("/externalId"), "problem", taken))));
        }
    }

    private static @Nullable String reason(@Nullable Reason body) {
        return body == null ? null : Reasons.optional(body.reason());
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw Problem.notFound();
        }
    }
}
