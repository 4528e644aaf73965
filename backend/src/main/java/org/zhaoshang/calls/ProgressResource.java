package org.zhaoshang.calls;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.calls.Progress.Standing;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.caller.Permission;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.units.Units;

/** The board of a call: who has how many projects where, against quota and deadline. */
@Path("calls/{year}/progress")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "calls")
class ProgressResource {
    private static final Text NOT_FLAG = new Text("应为 true 或 false", "must be true or false");

    private final Calls calls;
    private final Progress progress;
    private final Units units;
    private final CurrentCaller caller;
    private final CityClock clock;

    ProgressResource(Calls calls, Progress progress, Units units, CurrentCaller caller, CityClock clock) {
        this.calls = calls;
        this.progress = progress;
        this.units = units;
        this.caller = caller;
        this.clock = clock;
    }

    @Schema(name = "CallProgress", description = "Sums over the units shown, which for a unit's caller is its own.")
    record ProgressView(
            @Schema(required = true) int year,
            @Schema(required = true) LocalDate deadline,

            @Schema(required = true, description = "0 on the day of the deadline, negative afterwards")
            long daysLeft,

            @Schema(required = true) int quota,

            @Schema(required = true, description = "Accepted, published, negotiating or signed")
            int accepted,

            @Schema(required = true) int submitted,
            @Schema(required = true) int returned,
            @Schema(required = true) int drafts,
            @Schema(required = true) List<UnitProgress> units) {}

    @Schema(name = "UnitProgress")
    record UnitProgress(
            @Schema(required = true) String unitCode,
            @Schema(required = true) String unitName,
            @Schema(required = true) int quota,
            @Schema(required = true) int accepted,
            @Schema(required = true) int submitted,
            @Schema(required = true) int returned,
            @Schema(required = true) int drafts,

            @Schema(required = true, description = "Projects marked late (逾期)")
            int late,

            @Schema(required = true, description = "Of this unit, extensions included")
            LocalDate deadline,

            @Schema(required = true) boolean extended,
            @Schema(required = true) long daysLeft,
            @Schema(required = true) boolean quotaReached) {}

    @GET
    @PermissionsAllowed(Permission.CALLS_READ)
    @Operation(summary = "How far each unit is")
    @APIResponse(responseCode = "200", description = "All units for the city, the own one for a unit")
    @APIResponse(responseCode = "404", description = "No call of that year")
    public ProgressView getCallProgress(
            @PathParam("year") int year,
            @QueryParam("quotaReached")
                    @Parameter(description = "Only units that have, or have not, reached their quota")
                    @Nullable
                    String quotaReached) {
        boolean reached = wanted(quotaReached, true);
        boolean missing = wanted(quotaReached, false);
        Call call = calls.byYear(year).orElseThrow(Problem::notFound);
        LocalDate today = clock.today();
        List<Standing> seen = progress.of(year).stream()
                .filter(this::isSeen)
                .filter(unit -> unit.quotaReached() ? reached : missing)
                .toList();
        return new ProgressView(
                year,
                call.deadline(),
                CallRules.daysLeft(call.deadline(), today),
                sum(seen, Standing::quota),
                sum(seen, Standing::accepted),
                sum(seen, Standing::submitted),
                sum(seen, Standing::returned),
                sum(seen, Standing::drafts),
                seen.stream().map(unit -> row(call, unit, today)).toList());
    }

    private static boolean wanted(@Nullable String asked, boolean value) {
        if (asked == null || asked.isBlank()) {
            return true;
        }
        if (!asked.equals("true") && !asked.equals("false")) {
            throw Problem.badRequest(
                    Finding.of("FORMAT", "/quotaReached", Map.of("label", "quotaReached", "problem", NOT_FLAG)));
        }
        return Boolean.parseBoolean(asked) == value;
    }

    private boolean isSeen(Standing unit) {
        Caller who = caller.get();
        return who.belongsTo(unit.unitCode()) || caller.scope().seesOtherUnits();
    }

    private UnitProgress row(Call call, Standing unit, LocalDate today) {
        LocalDate deadline = call.deadlineFor(unit.unitCode());
        return new UnitProgress(
                unit.unitCode(),
                units.nameOf(unit.unitCode()),
                unit.quota(),
                unit.accepted(),
                unit.submitted(),
                unit.returned(),
                unit.drafts(),
                unit.late(),
                deadline,
                call.isExtended(unit.unitCode()),
                CallRules.daysLeft(deadline, today),
                unit.quotaReached());
    }

    private static int sum(List<Standing> units, ToIntFunction<Standing> count) {
        return units.stream().mapToInt(count).sum();
    }
}
