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
import org.zhaoshang.shared.http.Idempotent;
import org.zhaoshang.shared.http.Problem;

/** One appraisal (初步论证) for many projects: units hold one meeting for thirty. */
@Path("appraisals")
@Tag(name = "appraisals", description = "Preliminary appraisals (初步论证): one record for one project or for thirty.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class AppraisalResource {
    private final Appraisals appraisals;
    private final AppraisalViews views;

    AppraisalResource(Appraisals appraisals, AppraisalViews views) {
        this.appraisals = appraisals;
        this.views = views;
    }

    @POST
    @Transactional
    @Idempotent
    @PermissionsAllowed({PROJECTS_WRITE, PROJECTS_APPRAISE})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Records one appraisal for many projects, all or none")
    @APIResponse(
            responseCode = "201",
            description = "The record; every project's findings are judged anew",
            content = @Content(schema = @Schema(implementation = AppraisalView.class)))
    public RestResponse<AppraisalView> recordAppraisal(
            @RequestBody(content = @Content(schema = @Schema(implementation = AppraisalFields.class))) @Nullable
                    JsonNode body) {
        return views.record(body, null);
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed(PROJECTS_READ)
    @Operation(summary = "One appraisal of projects the caller may see")
    public AppraisalView getAppraisal(@PathParam("id") UUID id) {
        return views.of(appraisals.findByIdOptional(id).stream().toList()).stream()
                .findFirst()
                .orElseThrow(Problem::notFound);
    }
}
