package org.zhaoshang.calls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
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
import org.zhaoshang.audit.Subject;
import org.zhaoshang.audit.Trail;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.caller.Permission;
import org.zhaoshang.shared.fields.Body;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.http.Idempotent;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.http.Revision;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.units.Industries;

/** The yearly calls: everyone of the library reads them, the bureau sets them. */
@Path("calls")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "calls", description = "The yearly call for projects: window, quotas, extensions, progress of the units.")
class CallResource {
    static final Form FORM = Form.load("call");
    private static final Text IMPOSSIBLE = new Text("征集设置有误，请按下列提示修改", "The call's terms contradict: see errors");
    private static final Text EXISTS = new Text("该年度已有征集", "There is a call of that year already");
    private static final Text FIXED = new Text("征集年度不能修改", "can not be changed");

    private final Calls calls;
    private final CallUnits callUnits;
    private final OpenCall open;
    private final CallNotices notices;
    private final Industries industries;
    private final CurrentCaller caller;
    private final CityClock clock;
    private final Trail trail;
    private final ObjectMapper json;
    private final Body form;

    CallResource(
            Calls calls,
            CallUnits callUnits,
            OpenCall open,
            CallNotices notices,
            Industries industries,
            CallCodes codes,
            CurrentCaller caller,
            CityClock clock,
            Trail trail,
            ObjectMapper json) {
        this.calls = calls;
        this.callUnits = callUnits;
        this.open = open;
        this.notices = notices;
        this.industries = industries;
        this.caller = caller;
        this.clock = clock;
        this.trail = trail;
        this.json = json;
        this.form = new Body(FORM, codes, json);
    }

    @GET
    @PermissionsAllowed(Permission.CALLS_READ)
    @Operation(summary = "All calls")
    @APIResponse(responseCode = "200", description = "The newest first")
    public Page<CallView> listCalls() {
        return Page.all(calls.newestFirst().stream().map(this::view).toList());
    }

    @GET
    @Path("/{year}")
    @PermissionsAllowed(Permission.CALLS_READ)
    @Operation(summary = "The call of a year")
    @APIResponse(responseCode = "200", description = "The call, with every unit's quota")
    @APIResponse(responseCode = "404", description = "No call of that year")
    public RestResponse<CallView> getCall(@PathParam("year") int year) {
        return answer(calls.byYear(year).orElseThrow(Problem::notFound));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.CALLS_WRITE)
    @Transactional
    @Idempotent
    @Operation(summary = "Open the call of a year")
    @APIResponse(
            responseCode = "201",
            description = "The call",
            content = @Content(schema = @Schema(implementation = CallView.class)))
    @APIResponse(responseCode = "409", description = "There is one of that year already")
    @APIResponse(responseCode = "422", description = "Its terms contradict each other")
    public RestResponse<CallView> createCall(
            @RequestBody(content = @Content(schema = @Schema(implementation = CallInput.class))) @Nullable
                    JsonNode body) {
        CallInput input = form.create(body, CallInput.class);
        Call.Terms terms = input.terms(industries);
        require(CallRules.check(input.year(), terms));
        if (calls.byYear(input.year()).isPresent()) {
            throw Problem.conflict(EXISTS);
        }
        Call call = open.open(caller.get(), input.year(), terms, input.quotasByUnit());
        notices.opened(call);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, view(call))
                .location(URI.create("calls/" + call.year()))
                .tag(Revision.tag(call.version()))
                .build();
    }

    @PATCH
    @Path("/{year}")
    @Consumes("application/merge-patch+json")
    @PermissionsAllowed(Permission.CALLS_WRITE)
    @Transactional
    @Operation(
            summary = "Change a call",
            description = "A new deadline judges later submissions only: marks already given stay.")
    @APIResponse(responseCode = "200", description = "The call as it is now")
    @APIResponse(responseCode = "412", description = "Changed meanwhile; `current` holds the call")
    @APIResponse(responseCode = "422", description = "Its terms would contradict each other")
    public RestResponse<CallView> updateCall(
            @PathParam("year") int year,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = CallInput.class))) @Nullable
                    JsonNode body) {
        Call call = calls.byYear(year).orElseThrow(Problem::notFound);
        Revision.require(ifMatch, call.version(), () -> view(call));
        ObjectNode present = json.valueToTree(CallInput.of(call));
        CallInput input = form.merge(present, body, CallInput.class);
        if (input.year() != year) {
            throw Problem.badRequest(Finding.of(
                    "FORMAT", "/year", Map.of("label", FORM.field("year").label(), "problem", FIXED)));
        }
        Call.Terms terms = input.terms(industries);
        require(CallRules.check(year, terms));
        JsonNode before = document(call);
        call.rewrite(terms, clock.now());
        calls.flush();
        callUnits.setQuotas(year, input.quotasByUnit());
        trail.change(
                caller.get(),
                new Subject("call", Integer.toString(year), null),
                "update",
                null,
                call.version(),
                before,
                document(call));
        return answer(call);
    }

    private static void require(List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw Problem.unprocessable(IMPOSSIBLE, findings);
        }
    }

    private JsonNode document(Call call) {
        return json.valueToTree(CallDocument.of(call, callUnits.quotas(call.year())));
    }

    private RestResponse<CallView> answer(Call call) {
        return RestResponse.ResponseBuilder.ok(view(call))
                .tag(Revision.tag(call.version()))
                .build();
    }

    private CallView view(Call call) {
        return CallView.of(call, callUnits.quotas(call.year()), clock.today(), caller.get());
    }
}
