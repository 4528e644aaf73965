package org.zhaoshang.prices;

import static org.zhaoshang.shared.caller.Permission.PRICES_READ;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.calls.Call;
import org.zhaoshang.calls.Calls;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.time.CityClock;

/** The board of a year's price reports: who owes what. */
@Path("price-reports")
@Tag(name = "prices")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ReportListResource {
    private static final Text NOT_YEAR = new Text("应为年份，如 2021", "must be a year such as 2021");
    private static final Text NOT_STATE = new Text("没有这样的取值", "no such value");

    private final PriceStandings standings;
    private final Calls calls;
    private final CurrentCaller current;
    private final CityClock clock;

    ReportListResource(PriceStandings standings, Calls calls, CurrentCaller current, CityClock clock) {
        this.standings = standings;
        this.calls = calls;
        this.current = current;
        this.clock = clock;
    }

    @Schema(name = "PriceReportRow")
    record Row(
            @Schema(required = true) int year,
            @Schema(required = true) String unitCode,
            @Schema(required = true) String unitName,
            @Schema(required = true) PriceState state,

            @Schema(required = true, description = "Items that every unit owes")
            int required,

            @Schema(required = true, description = "Those of them without a price, by code")
            List<String> missing,

            @Schema(required = true) int prices,
            @Schema(required = true) int blocking,
            @Schema(required = true) int explaining,

            @Schema(required = true, description = "By the first submission")
            boolean late,

            @Schema(required = true) int submissions,
            @Nullable OffsetDateTime submittedAt,
            @Nullable OffsetDateTime acceptedAt,
            @Schema(required = true) LocalDate deadline,
            @Schema(required = true) boolean extended,

            @Schema(required = true, description = "0 on the last day, negative afterwards")
            long daysLeft) {}

    @GET
    @PermissionsAllowed(PRICES_READ)
    @Operation(summary = "The price reports of a year, one for each unit that the caller may see")
    @APIResponse(
            responseCode = "200",
            description = "In the official order of the units; without year, the running call's")
    public Page<Row> listPriceReports(
            @QueryParam("year")
                    @Parameter(schema = @Schema(implementation = Integer.class, examples = "2021"))
                    @Nullable
                    String year,
            @QueryParam("state")
                    @Parameter(
                            description = "Comma is or",
                            schema = @Schema(implementation = String.class, examples = "SUBMITTED"))
                    @Nullable
                    String state) {
        List<PriceState> wanted = states(state);
        return call(year)
                .map(call -> Page.all(standings.of(call.year(), current.scope()).stream()
                        .filter(standing -> wanted.isEmpty() || wanted.contains(standing.state()))
                        .map(standing -> row(call, standing))
                        .toList()))
                .orElseGet(() -> Page.all(List.of()));
    }

    private Optional<Call> call(@Nullable String year) {
        if (year == null || year.isBlank()) {
            return calls.current(clock);
        }
        if (!year.matches("\\d{4}")) {
            throw refused("year", NOT_YEAR);
        }
        return calls.byYear(Integer.parseInt(year));
    }

    private static List<PriceState> states(@Nullable String state) {
        if (state == null || state.isBlank()) {
            return List.of();
        }
        List<String> known = Arrays.stream(PriceState.values()).map(Enum::name).toList();
        List<String> given = Arrays.stream(state.split(",")).map(String::strip).toList();
        if (!known.containsAll(given)) {
            throw refused("state", NOT_STATE);
        }
        return given.stream().map(PriceState::valueOf).toList();
    }

    private static Problem refused(String name, Text problem) {
        return Problem.badRequest(Finding.of("FORMAT", "/" + name, Map.of("label", name, "problem", problem)));
    }

    private Row row(Call call, PriceStandings.Standing standing) {
        String unit = standing.unit().code();
        LocalDate deadline = call.deadlineFor(unit);
        PriceReport report = standing.report();
        return new Row(
                call.year(),
                unit,
                standing.unit().name(),
                standing.state(),
                standing.required(),
                standing.missing(),
                standing.prices(),
                standing.blocking(),
                standing.explaining(),
                report != null && report.isLate(),
                report == null ? 0 : report.submissions(),
                report == null
                        ? null
                        : report.submittedAt().map(CityClock::local).orElse(null),
                report == null
                        ? null
                        : report.acceptedAt().map(CityClock::local).orElse(null),
                deadline,
                call.isExtended(unit),
                ChronoUnit.DAYS.between(clock.today(), deadline));
    }
}
