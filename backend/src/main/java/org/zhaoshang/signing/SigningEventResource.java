package org.zhaoshang.signing;

import static org.zhaoshang.shared.caller.Permission.*;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.audit.History;
import org.zhaoshang.audit.LabelledEntry;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.fields.Body;
import org.zhaoshang.shared.http.Idempotent;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.http.Revision;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.search.Paging;
import org.zhaoshang.shared.steps.Reasons;

/** Signing events: all may read them, the bureau keeps them. */
@Path("signing-events")
@Tag(
        name = "signing-events",
        description = "Signing events (签约活动) and what each is credited with: a project counts at its first event only.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class SigningEventResource {
    private final SigningEvents events;
    private final SigningEventList list;
    private final SigningEventViews views;
    private final WriteSigningEvent write;
    private final History history;
    private final CurrentCaller current;
    private final CurrentLanguage language;
    private final ObjectMapper json;
    private final Body form;

    SigningEventResource(
            SigningEvents events,
            SigningEventList list,
            SigningEventViews views,
            WriteSigningEvent write,
            History history,
            CurrentCaller current,
            CurrentLanguage language,
            ObjectMapper json) {
        this.events = events;
        this.list = list;
        this.views = views;
        this.write = write;
        this.history = history;
        this.current = current;
        this.language = language;
        this.json = json;
        this.form = new Body(WriteSigningEvent.FORM, (codes, code) -> false, json);
    }

    @GET
    @PermissionsAllowed(SIGNED_PROJECTS_READ)
    @Operation(
            summary = "Lists signing events, the newest first",
            description = "Columns hold what the caller sees: a unit's people find their own projects in them.")
    @APIResponse(responseCode = "200", description = "A page; Link names the next one")
    public Page<SigningEventView> listSigningEvents(
            @QueryParam("q") @Parameter(description = "Any substring of name, place or organiser") @Nullable String q,
            @QueryParam("year") @Nullable String year,
            @BeanParam Paging paging) {
        Page<SigningEvent> page = list.page(q, year, paging);
        return new Page<>(views.of(page.items()), page.nextCursor(), page.total());
    }

    @GET
    @Path("{code}")
    @PermissionsAllowed(SIGNED_PROJECTS_READ)
    @Operation(summary = "One event with its columns and the difference to what was stated")
    @APIResponse(responseCode = "200", description = "As it is now")
    public RestResponse<SigningEventView> getSigningEvent(@PathParam("code") String code) {
        return answer(seen(code));
    }

    @POST
    @Transactional
    @Idempotent
    @PermissionsAllowed(SIGNED_PROJECTS_REVIEW)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Adds an event; what is not known is left out")
    @APIResponse(
            responseCode = "201",
            description = "The event",
            content = @Content(schema = @Schema(implementation = SigningEventView.class)))
    @APIResponse(responseCode = "409", description = "There is one of that name already")
    @APIResponse(responseCode = "422", description = "Its days contradict each other")
    public RestResponse<SigningEventView> createSigningEvent(
            @RequestBody(content = @Content(schema = @Schema(implementation = SigningEventFields.class))) @Nullable
                    JsonNode body) {
        SigningEvent event = write.create(current.get(), null, form.create(body, SigningEventFields.class));
        return RestResponse.ResponseBuilder.<SigningEventView>created(URI.create("signing-events/" + event.code()))
                .entity(views.of(event))
                .tag(Revision.tag(event.version()))
                .build();
    }

    @PATCH
    @Path("{code}")
    @Transactional
    @PermissionsAllowed(SIGNED_PROJECTS_REVIEW)
    @Consumes("application/merge-patch+json")
    @Operation(summary = "Changes an event by JSON merge patch (RFC 7396)")
    @APIResponse(responseCode = "200", description = "The event as it is now")
    @APIResponse(responseCode = "422", description = "Its days would contradict each other")
    public RestResponse<SigningEventView> updateSigningEvent(
            @PathParam("code") String code,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("X-Action-Reason") @Nullable String reason,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/merge-patch+json",
                                            schema = @Schema(implementation = SigningEventFields.class)))
                    @Nullable
                    JsonNode patch) {
        SigningEvent event = seen(code);
        Revision.require(ifMatch, event.version(), () -> views.of(event));
        ObjectNode present = json.valueToTree(event.fields());
        write.revise(
                current.get(), event, form.merge(present, patch, SigningEventFields.class), Reasons.optional(reason));
        return answer(event);
    }

    @GET
    @Path("{code}/history")
    @PermissionsAllowed(SIGNED_PROJECTS_READ)
    @Operation(summary = "Who changed what of the event, newest first")
    @APIResponse(responseCode = "200", description = "A page; Link names the next one")
    public Page<LabelledEntry> getSigningEventHistory(@PathParam("code") String code, @BeanParam Paging paging) {
        return LabelledEntry.page(history.of(WriteSigningEvent.subject(seen(code)), paging), language.get());
    }

    private SigningEvent seen(String code) {
        return events.byCode(code).orElseThrow(Problem::notFound);
    }

    private RestResponse<SigningEventView> answer(SigningEvent event) {
        return RestResponse.ResponseBuilder.ok(views.of(event))
                .tag(Revision.tag(event.version()))
                .build();
    }
}
