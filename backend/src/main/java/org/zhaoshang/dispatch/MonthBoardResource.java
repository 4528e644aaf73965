package org.zhaoshang.dispatch;

import static org.zhaoshang.shared.caller.Permission.MONTHLY_REPORTS_READ;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Year;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.search.Conditions;
import org.zhaoshang.shared.time.CityClock;

/** Boards over months: a year at a glance, and a month beside those before it. */
@Path("/")
@Tag(name = "months")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class MonthBoardResource {
    private static final Text NO_YEAR = new Text("应为年份，如 2021", "must be a year such as 2021");

    private final Months months;
    private final YearBoard board;
    private final ComparedMonth compared;
    private final CurrentCaller current;
    private final CityClock clock;

    MonthBoardResource(Months months, YearBoard board, ComparedMonth compared, CurrentCaller current, CityClock clock) {
        this.months = months;
        this.board = board;
        this.compared = compared;
        this.current = current;
        this.clock = clock;
    }

    @GET
    @Path("year-board")
    @PermissionsAllowed(MONTHLY_REPORTS_READ)
    @Operation(
            summary = "Who reported the months of a year: a row a unit, a cell a month",
            description = "Every unit reads the whole board: it shows when reports came, and nothing of what they say.")
    @APIResponse(responseCode = "200", description = "In the official order of the units")
    public YearBoard.View getYearBoard(
            @QueryParam("year")
                    @Parameter(
                            description = "Default: the running year",
                            schema = @Schema(implementation = Integer.class, examples = "2021"))
                    @Nullable
                    String year) {
        if (year == null || year.isBlank()) {
            return board.of(Year.from(clock.today()).getValue());
        }
        Conditions conditions = new Conditions();
        if (!year.matches("20\\d\\d")) {
            conditions.refuse("year", NO_YEAR);
        }
        conditions.where();
        return board.of(Integer.parseInt(year));
    }

    @GET
    @Path("month-comparison/{month}")
    @PermissionsAllowed(MONTHLY_REPORTS_READ)
    @Operation(
            summary = "A month's figures by unit, with the change on last month and on last year",
            description =
                    "Months that were closed have the figures with which they were closed. A unit reads its own row.")
    @APIResponse(responseCode = "200", description = "Amounts in yuan, changes in percent")
    @APIResponse(responseCode = "404", description = "The month has not begun")
    public ComparedMonth.View compareMonth(@PathParam("month") String month) {
        return compared.of(months.seen(month), clock.now().plusNanos(1000), current.scope());
    }
}
