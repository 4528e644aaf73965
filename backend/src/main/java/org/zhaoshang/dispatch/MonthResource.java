package org.zhaoshang.dispatch;

import static org.zhaoshang.shared.caller.Permission.MONTHLY_REPORTS_READ;
import static org.zhaoshang.shared.caller.Permission.MONTHLY_REPORTS_REVIEW;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.http.Idempotent;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.http.Revision;
import org.zhaoshang.shared.search.Conditions;
import org.zhaoshang.shared.steps.Reason;
import org.zhaoshang.shared.steps.Reasons;
import org.zhaoshang.shared.time.CityClock;

/** Months as the whole city sees them: who reported in time, what it sums to, and their end. */
@Path("months")
@Tag(
        name = "months",
        description = "Months of the dispatch: the board of on time, late and missing, the figures, the closing.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class MonthResource {
    private final Months months;
    private final FreezeMonth freeze;
    private final SummariseMonth summaries;
    private final MonthBoard board;
    private final Adjustments adjustments;
    private final CurrentCaller current;
    private final CityClock clock;

    MonthResource(
            Months months,
            FreezeMonth freeze,
            SummariseMonth summaries,
            MonthBoard board,
            Adjustments adjustments,
            CurrentCaller current,
            CityClock clock) {
        this.months = months;
        this.freeze = freeze;
        this.summaries = summaries;
        this.board = board;
        this.adjustments = adjustments;
        this.current = current;
        this.clock = clock;
    }

    @GET
    @PermissionsAllowed(MONTHLY_REPORTS_READ)
    @Operation(summary = "The months that are or were open, with how many units reported and how")
    @APIResponse(responseCode = "200", description = "The newest first, at most twenty years of them")
    public Page<MonthView> listMonths(
            @QueryParam("closable")
                    @Parameter(description = "true: only those in which every unit has reported or is overdue")
                    @DefaultValue("false")
                    boolean closable) {
        return Page.all(board.months(closable));
    }

    @GET
    @Path("{month}")
    @PermissionsAllowed(MONTHLY_REPORTS_READ)
    @Operation(summary = "A month, with how many units reported and how")
    @APIResponse(responseCode = "404", description = "It has not begun")
    public RestResponse<MonthView> getMonth(@PathParam("month") String month) {
        return answer(months.seen(month));
    }

    @GET
    @Path("{month}/status")
    @PermissionsAllowed(MONTHLY_REPORTS_READ)
    @Operation(
            summary = "Who reported: on time, late by how much, or missing",
            description = "Every unit reads the whole board: it shows when a report came, and nothing of what it says.")
    @APIResponse(responseCode = "200", description = "In the official order of the units")
    @APIResponse(responseCode = "404", description = "The month has not begun")
    public MonthBoard.Status getMonthStatus(@PathParam("month") String month) {
        return board.of(months.seen(month));
    }

    @GET
    @Path("{month}/summary")
    @PermissionsAllowed(MONTHLY_REPORTS_READ)
    @Operation(
            summary = "What the month sums to, unit by unit",
            description =
                    "From the last submission of each unit; of a closed month as it was closed, with the adjustments since"
                            + " beside it. A unit reads its own row.")
    @APIResponse(responseCode = "200", description = "Amounts in yuan")
    @APIResponse(responseCode = "400", description = "asOf is no day, or is still to come")
    public MonthSummaryView getMonthSummary(
            @PathParam("month") String month,
            @QueryParam("asOf")
                    @Parameter(
                            description = "As it stood at the end of that day",
                            schema = @Schema(implementation = String.class, examples = "2021-03-28"))
                    @Nullable
                    String asOf) {
        Month seen = months.seen(month);
        Instant until = until(asOf);
        return MonthSummaryView.of(summaries.of(seen, until), seen, adjustments.sums(month, until), current.scope());
    }

    private Instant until(@Nullable String asOf) {
        Instant now = clock.now().plusNanos(1000);
        if (asOf == null || asOf.isBlank()) {
            return now;
        }
        Optional<java.time.LocalDate> day = DayParameter.read(asOf);
        Conditions conditions = new Conditions();
        if (day.isEmpty() || day.get().isAfter(clock.today())) {
            conditions.refuse("asOf", day.isEmpty() ? DayParameter.NONE : DayParameter.TO_COME);
        }
        conditions.where();
        Instant end = CityClock.endOf(day.orElseThrow());
        return end.isAfter(now) ? now : end;
    }

    @POST
    @Path("{month}/freeze")
    @Transactional
    @Idempotent
    @PermissionsAllowed(MONTHLY_REPORTS_REVIEW)
    @Operation(
            summary = "Close the month for all units",
            description =
                    "Once every unit has reported or is overdue. Who has not is missing for good; figures stay as they are,"
                            + " and only dated adjustments are recorded beside them.")
    @APIResponse(
            responseCode = "200",
            description = "The month as it is now",
            content = @Content(schema = @Schema(implementation = MonthView.class)))
    @APIResponse(responseCode = "409", description = "Closed already, or some unit still has time")
    public RestResponse<MonthView> freezeMonth(
            @PathParam("month") String month,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable Reason body) {
        Month seen = months.seen(month);
        Revision.require(ifMatch, seen.version(), () -> board.view(seen));
        Month held = months.held(seen);
        Revision.require(ifMatch, held.version(), () -> board.view(held));
        freeze.close(current.get(), held, Reasons.optional(Reason.in(body)));
        return answer(held);
    }

    private RestResponse<MonthView> answer(Month month) {
        return RestResponse.ResponseBuilder.ok(board.view(month))
                .tag(Revision.tag(month.version()))
                .build();
    }
}
