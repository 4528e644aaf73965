package org.zhaoshang.calls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
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
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
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
import org.zhaoshang.shared.http.Idempotent;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.units.Units;

/** More time for one unit: the bureau records it, the unit sees its own. */
@Path("calls/{year}/extensions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "calls")
class ExtensionResource {
    static final Form FORM = Form.load("extension");
    private static final Text NO_MORE_TIME = new Text("延期日期有误", "The extension gives no more time");

    private final Calls calls;
    private final Units units;
    private final CallNotices notices;
    private final CurrentCaller caller;
    private final CityClock clock;
    private final Trail trail;
    private final ObjectMapper json;
    private final Body form;

    ExtensionResource(
            Calls calls,
            Units units,
            CallNotices notices,
            CallCodes codes,
            CurrentCaller caller,
            CityClock clock,
            Trail trail,
            ObjectMapper json) {
        this.calls = calls;
        this.units = units;
        this.notices = notices;
        this.caller = caller;
        this.clock = clock;
        this.trail = trail;
        this.json = json;
        this.form = new Body(FORM, codes, json);
    }

    @Schema(name = "ExtensionInput")
    record Input(
            @Schema(required = true, examples = "150602") String unitCode,

            @Schema(required = true, description = "The last day in time, to its end in Asia/Shanghai")
            LocalDate until,

            @Schema(required = true) String grantedBy,
            @Schema(required = true) String reason) {}

    @Schema(name = "Extension")
    record ExtensionView(
            @Schema(required = true) UUID id,
            @Schema(required = true) String unitCode,
            @Schema(required = true) String unitName,
            @Schema(required = true) LocalDate until,
            @Schema(required = true) String grantedBy,
            @Schema(required = true) String reason,
            @Schema(required = true) OffsetDateTime recordedAt,
            @Schema(required = true) String recordedBy) {}

    @GET
    @PermissionsAllowed(Permission.CALLS_READ)
    @Operation(summary = "Extensions granted in a call")
    @APIResponse(responseCode = "200", description = "All units' for the city, the own ones for a unit; oldest first")
    @APIResponse(responseCode = "404", description = "No call of that year")
    public Page<ExtensionView> listExtensions(@PathParam("year") int year) {
        Call call = calls.byYear(year).orElseThrow(Problem::notFound);
        boolean all = caller.scope().seesOtherUnits();
        return Page.all(call.extensions().stream()
                .filter(extension -> all || caller.get().belongsTo(extension.unitCode()))
                .map(this::view)
                .toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.CALLS_WRITE)
    @Transactional
    @Idempotent
    @Operation(summary = "Grant a unit more time")
    @APIResponse(
            responseCode = "201",
            description = "The extension",
            content = @Content(schema = @Schema(implementation = ExtensionView.class)))
    @APIResponse(responseCode = "422", description = "It gives no more time than the unit has")
    public RestResponse<ExtensionView> createExtension(
            @PathParam("year") int year,
            @RequestBody(content = @Content(schema = @Schema(implementation = Input.class))) @Nullable JsonNode body) {
        Call call = calls.byYear(year).orElseThrow(Problem::notFound);
        Input input = form.create(body, Input.class);
        List<Finding> findings = CallRules.checkExtension(input.until(), call.deadlineFor(input.unitCode()));
        if (!findings.isEmpty()) {
            throw Problem.unprocessable(NO_MORE_TIME, findings);
        }
        Extension extension = new Extension(
                UUID.randomUUID(),
                call,
                input.unitCode(),
                input.until(),
                input.grantedBy(),
                input.reason(),
                clock.now(),
                caller.get().name());
        call.extend(extension);
        calls.flush();
        trail.change(
                caller.get(),
                new Subject("call", Integer.toString(year), input.unitCode()),
                "extend",
                input.reason(),
                call.version(),
                NullNode.getInstance(),
                json.valueToTree(input));
        notices.extended(call, extension);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, view(extension))
                .location(URI.create("calls/" + year + "/extensions"))
                .build();
    }

    private ExtensionView view(Extension extension) {
        return new ExtensionView(
                extension.id(),
                extension.unitCode(),
                units.nameOf(extension.unitCode()),
                extension.until(),
                extension.grantedBy(),
                extension.reason(),
                CityClock.local(extension.recordedAt()),
                extension.recordedBy());
    }
}
