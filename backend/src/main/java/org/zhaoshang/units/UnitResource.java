package org.zhaoshang.units;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.caller.Permission;
import org.zhaoshang.shared.fields.Body;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.http.Revision;

/** The city's units, and the one setting of each. */
@Path("units")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "units", description = "Units, parks, industries and rosters: what everything else names by code.")
class UnitResource {
    private final Units units;
    private final CurrentCaller caller;
    private final Trail trail;
    private final Event<ReferenceChanged> changed;
    private final ObjectMapper json;
    private final Body settings;

    UnitResource(Units units, CurrentCaller caller, Trail trail, Event<ReferenceChanged> changed, ObjectMapper json) {
        this.units = units;
        this.caller = caller;
        this.trail = trail;
        this.changed = changed;
        this.json = json;
        this.settings = new Body(Form.load("unit"), (list, code) -> false, json);
    }

    @Schema(name = "Unit")
    record UnitView(
            @Schema(required = true, examples = "150602") String code,
            @Schema(required = true, examples = "东胜区") String name,
            @Schema(required = true, examples = "东胜") String shortName,
            @Schema(required = true) Unit.Kind kind,
            @Nullable String parentCode,

            @Schema(required = true, description = "Whether it is a reporting unit (填报单位)")
            boolean reports,

            @Nullable String reportingBody,

            @Schema(required = true, description = "Whether only the lead (分管领导) submits for it")
            boolean leadSubmitsOnly,

            @Nullable
            @Schema(
                    description = "The last day of a month in time for its monthly report; absent where none is owed",
                    examples = "28")
            Integer monthlyReportDueDay,

            @Schema(required = true) long version,
            @Schema(required = true) List<String> allowedActions) {}

    @Schema(name = "UnitSettings")
    record Settings(@Schema(required = true) boolean leadSubmitsOnly) {}

    @GET
    @Authenticated
    @Operation(summary = "The city and its units")
    @APIResponse(responseCode = "200", description = "In the official order, the city first")
    public Page<UnitView> listUnits() {
        return Page.all(units.all().stream().map(this::view).toList());
    }

    @PATCH
    @Path("/{code}")
    @Consumes("application/merge-patch+json")
    @PermissionsAllowed(Permission.SETTINGS_WRITE)
    @Transactional
    @Operation(summary = "Set who submits for a unit")
    @APIResponse(responseCode = "200", description = "The unit as it is now")
    @APIResponse(responseCode = "412", description = "Changed meanwhile; `current` holds the unit")
    public RestResponse<UnitView> updateUnit(
            @PathParam("code") String code,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = Settings.class))) @Nullable
                    JsonNode body) {
        Unit before = units.byCode(code).filter(Unit::reports).orElseThrow(Problem::notFound);
        Revision.require(ifMatch, before.version(), () -> view(before));
        Settings wanted = settings.create(body, Settings.class);
        Unit after = units.letOnlyLeadSubmit(code, wanted.leadSubmitsOnly(), before.version())
                .orElseThrow(() -> Problem.stale(view(before)));
        trail.change(
                caller.get(),
                new Subject("unit", code, code),
                "update",
                null,
                after.version(),
                json.valueToTree(before),
                json.valueToTree(after));
        changed.fire(new ReferenceChanged());
        return RestResponse.ResponseBuilder.ok(view(after))
                .tag(Revision.tag(after.version()))
                .build();
    }

    private UnitView view(Unit unit) {
        boolean mayEdit = unit.reports() && caller.get().may(Permission.SETTINGS_WRITE);
        return new UnitView(
                unit.code(),
                unit.name(),
                unit.shortName(),
                unit.kind(),
                unit.parentCode(),
                unit.reports(),
                unit.reportingBody(),
                unit.leadSubmitsOnly(),
                unit.monthlyReportDueDay(),
                unit.version(),
                mayEdit ? List.of("edit") : List.of());
    }
}
