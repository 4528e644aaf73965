package org.zhaoshang.prices;

import static org.zhaoshang.shared.caller.Permission.PRICES_READ;
import static org.zhaoshang.shared.caller.Permission.PRICES_REVIEW;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.http.Revision;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.steps.Reasons;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.units.Unit;
import org.zhaoshang.units.Units;

/** The outlines of the units, which the bureau may install with the number of their approval (审图号). */
@Path("map-outlines")
@Tag(name = "prices")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class OutlineResource {
    /** Every reader of the map loads it, also on a telephone. */
    private static final int LARGEST = 2 << 20;

    private static final int LONGEST_NUMBER = 60;
    /** 蒙S（2021）012号, GS(2019)1719号: issuer, year and running number. */
    private static final Pattern NUMBER = Pattern.compile("[\\p{L}]{1,20}[（(\\[〔]\\d{4}[）)\\]〕]\\D{0,3}\\d{1,8}号");

    private static final Text LABEL = new Text("审图号（approvalNumber）", "approvalNumber");
    private static final Text NUMBER_FORM =
            new Text("应为地图审核批准书上的审图号，如 蒙S（2021）012号", "must be the number of the map's approval, such as 蒙S（2021）012号");
    private static final Text BODY = new Text("请求内容", "body");
    private static final Text TOO_LARGE = new Text(
            "界线文件不能超过 2 MB：请先抽稀（示意图不需要测量精度）", "outlines hold at most 2 MB: simplify them, a picture needs no survey");
    private static final Text NOT_JSON = new Text("不是有效的 JSON 对象", "not a JSON object");

    private final OutlineMaps maps;
    private final Units units;
    private final Trail trail;
    private final CurrentCaller caller;
    private final CityClock clock;
    private final ObjectMapper json;

    OutlineResource(
            OutlineMaps maps, Units units, Trail trail, CurrentCaller caller, CityClock clock, ObjectMapper json) {
        this.maps = maps;
        this.units = units;
        this.trail = trail;
        this.caller = caller;
        this.clock = clock;
        this.json = json;
    }

    @Schema(name = "MapOutlines", description = "Whether maps show the units' outlines; without them they show tiles.")
    record OutlinesView(
            @Schema(required = true) boolean installed,

            @Nullable @Schema(description = "审图号", examples = "蒙S（2021）012号")
            String approvalNumber,

            @Schema(required = true, description = "Whose outlines are there")
            List<String> unitCodes,

            @Schema(required = true, description = "Reporting units without one: their figures are in the table only")
            List<String> missing,

            @Nullable OffsetDateTime installedAt,
            @Nullable String installedBy,

            @Schema(required = true, description = "0 until the first map")
            long version,

            @Schema(required = true) List<String> allowedActions) {}

    /** Describes the body, which is read by hand: its size is bounded. */
    @Schema(name = "MapOutlinesInput")
    record Given(
            @Schema(required = true, description = "审图号", examples = "蒙S（2021）012号")
            String approvalNumber,

            @Schema(
                    required = true,
                    description =
                            "GeoJSON (RFC 7946): a FeatureCollection of Polygon or MultiPolygon, each with the unit's"
                                    + " code as properties.unitCode; at most 2 MB")
            Map<String, Object> outlines) {}

    @GET
    @PermissionsAllowed(PRICES_READ)
    @Operation(
            summary = "Whether maps show the units' outlines",
            description = "The outlines themselves are at /public/map-outlines.")
    public RestResponse<OutlinesView> getMapOutlines() {
        return answer(maps.current());
    }

    @PUT
    @Transactional
    @PermissionsAllowed(PRICES_REVIEW)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Installs the units' outlines, or others in their place",
            description = "In China a public map with outlines needs an approval, whose number is printed on it.")
    @APIResponse(
            responseCode = "200",
            description = "What is installed now",
            content = @Content(schema = @Schema(implementation = OutlinesView.class)))
    public RestResponse<OutlinesView> replaceMapOutlines(
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("X-Action-Reason") @Nullable String reason,
            @RequestBody(content = @Content(schema = @Schema(implementation = Given.class))) InputStream body)
            throws IOException {
        JsonNode given = read(body);
        OutlineMap map = held(ifMatch);
        String number = number(given.path("approvalNumber"));
        OutlineFile.Outlines outlines = OutlineFile.read(
                given.get("outlines"), code -> units.byCode(code).isPresent());
        noted(map, "install", reason, () -> map.install(number, outlines, caller.get(), clock.now()));
        return answer(map);
    }

    @DELETE
    @Transactional
    @PermissionsAllowed(PRICES_REVIEW)
    @Operation(summary = "Takes the outlines away: maps show tiles again")
    public void removeMapOutlines(
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("X-Action-Reason") @Nullable String reason) {
        OutlineMap map = held(ifMatch);
        if (!map.isInstalled()) {
            throw Problem.notFound();
        }
        noted(map, "remove", reason, map::remove);
    }

    private JsonNode read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw refused("/outlines", BODY, TOO_LARGE);
        }
        try {
            JsonNode given = json.readTree(bytes);
            if (given != null && given.isObject()) {
                return given;
            }
        } catch (JsonProcessingException unreadable) {
            // is refused as what is no object
        }
        throw refused("", BODY, NOT_JSON);
    }

    private static String number(JsonNode given) {
        if (!given.isTextual() || given.textValue().isBlank()) {
            throw Problem.badRequest(Finding.of("REQUIRED", "/approvalNumber", Map.of("label", LABEL)));
        }
        String number = given.textValue().strip();
        if (number.length() > LONGEST_NUMBER || !NUMBER.matcher(number).matches()) {
            throw refused("/approvalNumber", LABEL, NUMBER_FORM);
        }
        return number;
    }

    private static Problem refused(String pointer, Text label, Text problem) {
        return Problem.badRequest(Finding.of("FORMAT", pointer, Map.of("label", label, "problem", problem)));
    }

    private OutlineMap held(@Nullable String ifMatch) {
        OutlineMap map = maps.held();
        Revision.require(ifMatch, map.version(), () -> view(map));
        return map;
    }

    private void noted(OutlineMap map, String action, @Nullable String reason, Runnable change) {
        JsonNode before = document(map);
        change.run();
        maps.flush();
        trail.change(
                caller.get(),
                new Subject("map-outlines", Integer.toString(map.id()), null),
                action,
                Reasons.optional(reason),
                map.version(),
                before,
                document(map));
    }

    /** The number and whose outlines; the outlines themselves are a file that the bureau has. */
    private JsonNode document(OutlineMap map) {
        return json.createObjectNode()
                .put("approvalNumber", map.approvalNumber().orElse(null))
                .put("unitCodes", String.join("、", map.unitCodes()));
    }

    private RestResponse<OutlinesView> answer(OutlineMap map) {
        return RestResponse.ResponseBuilder.ok(view(map))
                .tag(Revision.tag(map.version()))
                .build();
    }

    private OutlinesView view(OutlineMap map) {
        boolean may = caller.get().may(PRICES_REVIEW);
        return new OutlinesView(
                map.isInstalled(),
                map.approvalNumber().orElse(null),
                map.unitCodes(),
                map.isInstalled()
                        ? units.reporting().stream()
                                .map(Unit::code)
                                .filter(code -> !map.unitCodes().contains(code))
                                .toList()
                        : List.of(),
                map.installedAt().map(CityClock::local).orElse(null),
                map.installedBy().orElse(null),
                map.version(),
                !may ? List.of() : map.isInstalled() ? List.of("replace", "remove") : List.of("replace"));
    }
}
