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

/** The appraisals of one project. */
@Path("projects/{id}/appraisals")
@Tag(name = "appraisals")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ProjectAppraisalResource {
    private final Appraisals appraisals;
    private final Projects projects;
    private final AppraisalViews views;
    private final CurrentCaller current;

    ProjectAppraisalResource(Appraisals appraisals, Projects projects, AppraisalViews views, CurrentCaller current) {
        this.appraisals = appraisals;
        this.projects = projects;
        this.views = views;
        this.current = current;
    }

    @GET
    @PermissionsAllowed(PROJECTS_READ)
    @Operation(summary = "The appraisals of one project, newest first")
    public Page<AppraisalView> listProjectAppraisals(@PathParam("id") UUID id) {
        projects.seen(id, current.scope());
        return Page.all(views.of(appraisals.of(id)));
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
        return views.record(body, id);
    }
}
