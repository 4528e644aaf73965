package org.zhaoshang.signing;

import static org.zhaoshang.shared.caller.Permission.SIGNED_PROJECTS_READ;
import static org.zhaoshang.shared.caller.Permission.SIGNED_PROJECTS_REVIEW;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.audit.ChangeSettings;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.fields.Body;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.http.Revision;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.steps.Reasons;
import org.zhaoshang.shared.time.CityClock;

/** After how long a signed project stands still. Whoever reads the board reads the limits, the bureau sets them. */
@Path("ageing-limits")
@Tag(name = "signed-projects")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class AgeingLimitsResource {
    static final Form FORM = Form.load("ageing-limits");
    private static final Text NONE = new Text("应为不小于 1 的整数", "must be a whole number from 1 on");

    private final EntityManager database;
    private final ChangeSettings change;
    private final ObjectMapper json;
    private final Body bodies;
    private final CurrentCaller current;

    AgeingLimitsResource(EntityManager database, ChangeSettings change, ObjectMapper json, CurrentCaller current) {
        this.database = database;
        this.change = change;
        this.json = json;
        this.bodies = new Body(FORM, (list, code) -> false, json);
        this.current = current;
    }

    @Schema(name = "AgeingLimits", description = "From when on a signed project counts as standing still (V26).")
    record View(
            @Schema(required = true) long version,
            @JsonUnwrapped @Schema(required = true) AgeingLimits.Fields fields,
            @Schema(required = true) OffsetDateTime updatedAt,
            @Schema(required = true) String updatedBy) {}

    @GET
    @PermissionsAllowed(SIGNED_PROJECTS_READ)
    @Operation(summary = "After how long a signed project stands still")
    @APIResponse(
            responseCode = "200",
            description = "The limits as they are",
            content = @Content(schema = @Schema(implementation = View.class)))
    public RestResponse<View> getAgeingLimits() {
        return answer(limits());
    }

    @PUT
    @Transactional
    @PermissionsAllowed(SIGNED_PROJECTS_REVIEW)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Says after how long a signed project stands still, from now on")
    public RestResponse<View> putAgeingLimits(
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("X-Action-Reason") @Nullable String reason,
            @RequestBody(content = @Content(schema = @Schema(implementation = AgeingLimits.Fields.class))) @Nullable
                    JsonNode body) {
        AgeingLimits limits = limits();
        Revision.require(ifMatch, limits.version(), () -> view(limits));
        AgeingLimits.Fields to = bodies.create(body, AgeingLimits.Fields.class);
        List<Finding> refused = FORM.fields().stream()
                .filter(field -> json.valueToTree(to).path(field.name()).asInt() < 1)
                .map(field -> Finding.of("FORMAT", field.pointer(), Map.of("label", field.label(), "problem", NONE)))
                .toList();
        if (!refused.isEmpty()) {
            throw Problem.badRequest(refused);
        }
        change.set(current.get(), "ageing-limits", limits, to, Reasons.optional(reason));
        return answer(limits);
    }

    private AgeingLimits limits() {
        return database.find(AgeingLimits.class, AgeingLimits.ID);
    }

    private static View view(AgeingLimits limits) {
        return new View(limits.version(), limits.fields(), CityClock.local(limits.updatedAt()), limits.updatedBy());
    }

    private static RestResponse<View> answer(AgeingLimits limits) {
        return RestResponse.ResponseBuilder.ok(view(limits))
                .tag(Revision.tag(limits.version()))
                .build();
    }
}
