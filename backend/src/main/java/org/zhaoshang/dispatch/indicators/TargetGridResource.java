package org.zhaoshang.dispatch.indicators;

import static org.zhaoshang.shared.caller.Permission.MONTHLY_REPORTS_READ;
import static org.zhaoshang.shared.caller.Permission.TARGETS_WRITE;

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
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.http.Revision;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.steps.Reasons;
import org.zhaoshang.units.Unit;
import org.zhaoshang.units.Units;

/** A year's targets at once. */
@Path("target-grids/{year}")
@Tag(name = "targets")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class TargetGridResource {
    private final Targets targets;
    private final TargetViews views;
    private final WriteTargets write;
    private final Indicators indicators;
    private final TargetCodes codes;
    private final Units units;
    private final CurrentCaller current;
    private final CurrentLanguage language;
    private final TargetGridBody body;

    TargetGridResource(
            Targets targets,
            TargetViews views,
            WriteTargets write,
            Indicators indicators,
            TargetCodes codes,
            Units units,
            CurrentCaller current,
            CurrentLanguage language,
            ObjectMapper json) {
        this.targets = targets;
        this.views = views;
        this.write = write;
        this.indicators = indicators;
        this.codes = codes;
        this.units = units;
        this.current = current;
        this.language = language;
        this.body = new TargetGridBody(codes, json);
    }

    @Schema(name = "TargetGridInput")
    record Input(
            @Schema(required = true, description = "All of the year; what is left out is taken back")
            List<Cell> targets) {}

    @Schema(name = "TargetGridCell")
    record Cell(
            @Schema(required = true, examples = "150622") String unitCode,

            @Schema(required = true, examples = "OUTSIDE_FUNDS")
            String indicator,

            @Schema(required = true, examples = "2500000000")
            BigDecimal value,

            @Nullable @Schema(maxLength = 100) String docNo) {}

    @GET
    @PermissionsAllowed(MONTHLY_REPORTS_READ)
    @Operation(
            summary = "A year's targets as one table",
            description =
                    "A unit's people find their own row and the city's; sums and differences are for who sees all.")
    @APIResponse(responseCode = "200", description = "A year without targets has none")
    public RestResponse<TargetGrid> getTargetGrid(@PathParam("year") String year) {
        return answer(year(year));
    }

    @PUT
    @Transactional
    @PermissionsAllowed(TARGETS_WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Sets all targets of a year",
            description =
                    "The whole table or nothing of it. What is left out is taken back, what stays the same is not touched;"
                            + " units' targets above the city's are shown, not refused (V34).")
    @APIResponse(responseCode = "200", description = "The table as it is now")
    public RestResponse<TargetGrid> replaceTargetGrid(
            @PathParam("year") String year,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("X-Action-Reason") @Nullable String reason,
            @RequestBody(content = @Content(schema = @Schema(implementation = Input.class))) @Nullable JsonNode sent) {
        int asked = year(year);
        Revision.require(ifMatch, targets.yearVersion(asked), () -> grid(asked));
        List<TargetFields> wanted = body.read(asked, sent);
        long held = targets.holdYear(asked);
        Revision.require(ifMatch, held, () -> grid(asked));
        write.replace(current.get(), asked, wanted, Reasons.optional(reason));
        return answer(asked);
    }

    private static int year(String text) {
        if (!text.matches("\\d{4}") || !WriteTargets.isYear(Integer.parseInt(text))) {
            throw Problem.notFound();
        }
        return Integer.parseInt(text);
    }

    private RestResponse<TargetGrid> answer(int year) {
        TargetGrid grid = grid(year);
        return RestResponse.ResponseBuilder.ok(grid)
                .tag(Revision.tag(grid.version()))
                .build();
    }

    private TargetGrid grid(int year) {
        RowScope scope = current.scope();
        List<Target> set = targets.ofYear(year, scope);
        Map<String, Map<String, BigDecimal>> byIndicator = set.stream()
                .collect(Collectors.groupingBy(
                        target -> target.fields().indicator(),
                        HashMap::new,
                        Collectors.toMap(
                                target -> target.fields().unitCode(),
                                target -> target.fields().value())));
        Unit city = codes.city();
        return new TargetGrid(
                year,
                targets.yearVersion(year),
                indicators.ofTargets().stream()
                        .map(indicator -> TargetGrid.Column.of(
                                indicator.code(),
                                indicator.fields().named().in(language.get()),
                                indicator.fields().numerator().quantity(),
                                city.code(),
                                byIndicator.getOrDefault(indicator.code(), Map.of()),
                                scope.seesOtherUnits()))
                        .toList(),
                Stream.concat(Stream.of(city), units.reporting().stream())
                        .filter(unit -> scope.seesOtherUnits()
                                || unit.equals(city)
                                || unit.code().equals(scope.unitCode()))
                        .map(unit -> new TargetGrid.Row(unit.code(), unit.name(), unit.equals(city)))
                        .toList(),
                views.of(set),
                current.get().may(TARGETS_WRITE) ? List.of("edit") : List.of());
    }
}
