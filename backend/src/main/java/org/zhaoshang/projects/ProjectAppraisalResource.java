package org.zhaoshang.projects;

import static org.zhaoshang.shared.caller.Permission.*;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.zhaoshang.shared.time.CityClock;

/** The appraisals of one project. */
@Path("projects/{id}/appraisals")
@Tag(name = "appraisals")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ProjectAppraisalResource {
    private final Appraisals appraisals;
    private final Projects projects;
    private final AppraisalForm form;
    private final RecordAppraisal recording;
    private final CurrentCaller current;
    private final CityClock clock;

    ProjectAppraisalResource(
            Appraisals appraisals,
            Projects projects,
            AppraisalForm form,
            RecordAppraisal recording,
            CurrentCaller current,
            CityClock clock) {
        this.appraisals = appraisals;
        this.projects = projects;
        this.form = form;
        this.recording = recording;
        this.current = current;
        this.clock = clock;
    }

    @GET
    @PermissionsAllowed(PROJECTS_READ)
    @Operation(summary = "The appraisals of one project, newest first")
    public Page<AppraisalView> listProjectAppraisals(@PathParam("id") UUID id) {
        projects.seen(id, current.scope());
        List<Appraisal> found = appraisals.of(id);
        Set<UUID> covered =
                found.stream().flatMap(each -> each.projectIds().stream()).collect(Collectors.toSet());
        Set<UUID> seen = covered.isEmpty() ? Set.of() : seen(covered);
        return Page.all(found.stream()
                .map(appraisal -> AppraisalView.of(appraisal, seen))
                .toList());
    }

    @POST
    @Transactional
    @Idempotent
    @PermissionsAllowed({PROJECTS_WRITE, PROJECTS_APPRAISE})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Records an appraisal of one project, and of further ones the body names")
    @APIResponse(
            responseCode = "201",
            description = "The record; the project's findings are judged anew",
            content = @Content(schema = @Schema(implementation = AppraisalView.class)))
    public RestResponse<AppraisalView> recordProjectAppraisal(
            @PathParam("id") UUID id,
            @RequestBody(content = @Content(schema = @Schema(implementation = AppraisalFields.class))) @Nullable
                    JsonNode body) {
        projects.seen(id, current.scope());
        AppraisalFields fields = form.read(body);
        Set<UUID> ids = AppraisalForm.projects(fields, id);
        return AppraisalResource.created(recording.record(current.get(), ids, fields, clock.now()));
    }

    private Set<UUID> seen(Set<UUID> ids) {
        return projects.seen(ids, current.scope()).stream().map(Project::id).collect(Collectors.toSet());
    }
}
