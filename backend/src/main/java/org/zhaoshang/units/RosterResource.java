package org.zhaoshang.units;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.audit.Subject;
import org.zhaoshang.audit.Trail;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.caller.Permission;
import org.zhaoshang.shared.fields.Body;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.http.Revision;
import org.zhaoshang.shared.rules.WhyNot;

/** A unit's roster: its own people keep it, the city reads it, other units never see it. */
@Path("units/{code}/roster")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "units")
class RosterResource {
    private final Rosters rosters;
    private final CurrentCaller caller;
    private final Trail trail;
    private final ObjectMapper json;
    private final Body form;

    RosterResource(Rosters rosters, CurrentCaller caller, Trail trail, ObjectMapper json) {
        this.rosters = rosters;
        this.caller = caller;
        this.trail = trail;
        this.json = json;
        this.form = new Body(Form.load("roster"), (list, code) -> false, json);
    }

    @Schema(name = "Roster")
    record RosterView(
            @Schema(required = true) String unitCode,
            @Nullable @Schema(description = "主要领导") String principalLeader,
            @Nullable @Schema(description = "分管领导") String leaderInCharge,
            @Nullable @Schema(description = "专人") String reporter,
            @Nullable String officePhone,
            @Nullable String officeAddress,
            @Schema(required = true) long version,
            @Schema(required = true) List<String> allowedActions,
            @Schema(required = true) List<WhyNot> whyNot) {}

    @GET
    @PermissionsAllowed({Permission.CALLS_READ, Permission.UNITS_WRITE})
    @Operation(summary = "A unit's responsibility roster")
    @APIResponse(responseCode = "200", description = "The roster; empty until the unit fills it in")
    @APIResponse(responseCode = "404", description = "No reporting unit, or another one's")
    public RestResponse<RosterView> getRoster(@PathParam("code") String code) {
        return answer(visible(code));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.UNITS_WRITE)
    @Transactional
    @Operation(summary = "Replace the own unit's roster")
    @APIResponse(responseCode = "200", description = "The roster as it is now")
    @APIResponse(responseCode = "404", description = "No reporting unit, or another one's")
    @APIResponse(responseCode = "412", description = "Changed meanwhile; `current` holds the roster")
    public RestResponse<RosterView> replaceRoster(
            @PathParam("code") String code,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = Roster.Entries.class))) @Nullable
                    JsonNode body) {
        Roster roster = visible(code);
        if (!caller.get().belongsTo(code)) {
            throw Problem.notFound();
        }
        Revision.require(ifMatch, roster.version(), () -> view(roster));
        JsonNode before = json.valueToTree(roster.entries());
        roster.rewrite(form.create(body, Roster.Entries.class));
        rosters.flush();
        trail.change(
                caller.get(),
                new Subject("roster", code, code),
                "update",
                null,
                roster.version(),
                before,
                json.valueToTree(roster.entries()));
        return answer(roster);
    }

    private Roster visible(String code) {
        Caller who = caller.get();
        return rosters.ofUnit(code)
                .filter(roster -> who.belongsTo(code) || caller.scope().seesOtherUnits())
                .orElseThrow(Problem::notFound);
    }

    private RestResponse<RosterView> answer(Roster roster) {
        return RestResponse.ResponseBuilder.ok(view(roster))
                .tag(Revision.tag(roster.version()))
                .build();
    }

    private RosterView view(Roster roster) {
        Roster.Entries entries = roster.entries();
        boolean own = caller.get().belongsTo(roster.unitCode()) && caller.get().may(Permission.UNITS_WRITE);
        return new RosterView(
                roster.unitCode(),
                entries.principalLeader(),
                entries.leaderInCharge(),
                entries.reporter(),
                entries.officePhone(),
                entries.officeAddress(),
                roster.version(),
                own ? List.of("edit") : List.of(),
                List.of());
    }
}
