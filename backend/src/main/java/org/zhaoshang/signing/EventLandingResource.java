package org.zhaoshang.signing;

import static org.zhaoshang.shared.caller.Permission.SIGNED_PROJECTS_READ;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.search.Paging;
import org.zhaoshang.units.Unit;
import org.zhaoshang.units.Units;

/** The board of what became of the contracts signed at each event. */
@Path("signing-event-landing")
@Tag(name = "signing-events")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class EventLandingResource {
    private final SigningEvents events;
    private final SigningEventList list;
    private final EventLanding landing;
    private final Units units;
    private final CurrentCaller current;

    EventLandingResource(
            SigningEvents events, SigningEventList list, EventLanding landing, Units units, CurrentCaller current) {
        this.events = events;
        this.list = list;
        this.landing = landing;
        this.units = units;
        this.current = current;
    }

    @Schema(name = "EventLanding", description = "What became of the contracts of an event (落地情况).")
    record EventRow(
            @Schema(required = true, examples = "EVT-2020-01")
            String eventCode,

            @Schema(required = true) String eventName,
            @Schema(required = true, examples = "2020") int year,
            @Schema(required = true) List<EventLanding.Landing> steps) {}

    @Schema(name = "UnitLanding", description = "A unit's part of it.")
    record UnitRow(
            @Schema(required = true, examples = "150622") String unitCode,
            @Schema(required = true) String unitName,
            @Schema(required = true) List<EventLanding.Landing> steps) {}

    @GET
    @PermissionsAllowed(SIGNED_PROJECTS_READ)
    @Operation(
            summary = "How far the contracts of each event got, the newest event first",
            description = "Of what the caller sees: a unit's people find their own projects counted.")
    @APIResponse(responseCode = "200", description = "A page; Link names the next one")
    public Page<EventRow> listEventLanding(@QueryParam("year") @Nullable String year, @BeanParam Paging paging) {
        Page<SigningEvent> page = list.page(null, year, paging);
        Map<String, List<EventLanding.Landing>> steps =
                landing.byEvent(page.items().stream().map(SigningEvent::code).toList(), current.scope());
        return new Page<>(
                page.items().stream()
                        .map(event -> new EventRow(
                                event.code(),
                                event.fields().name(),
                                event.fields().year(),
                                steps.getOrDefault(event.code(), List.of())))
                        .toList(),
                page.nextCursor(),
                page.total());
    }

    @GET
    @Path("{code}")
    @PermissionsAllowed(SIGNED_PROJECTS_READ)
    @Operation(summary = "How far the contracts of one event got, by unit")
    @APIResponse(responseCode = "200", description = "Units with a part in it, in the official order")
    @APIResponse(responseCode = "404", description = "No such event")
    public Page<UnitRow> getEventLanding(@PathParam("code") String code) {
        SigningEvent event = events.byCode(code).orElseThrow(Problem::notFound);
        Map<String, List<EventLanding.Landing>> steps = landing.byUnit(event.code(), current.scope());
        return Page.all(units.all().stream()
                .map(Unit::code)
                .filter(steps::containsKey)
                .map(unit -> new UnitRow(unit, units.nameOf(unit), steps.getOrDefault(unit, List.of())))
                .toList());
    }
}
