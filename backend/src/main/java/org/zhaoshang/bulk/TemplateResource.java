package org.zhaoshang.bulk;

import static org.zhaoshang.shared.caller.Permission.LAND_PARCELS_WRITE;
import static org.zhaoshang.shared.caller.Permission.PREMISES_WRITE;
import static org.zhaoshang.shared.caller.Permission.PRICES_WRITE;
import static org.zhaoshang.shared.caller.Permission.PROJECTS_WRITE;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.audit.Subject;
import org.zhaoshang.audit.Trail;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.files.Download;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.time.CityClock;

/** The workbook to fill in: empty, or with what the unit has already. */
@Path("templates")
@Tag(name = "bulk")
@RunOnVirtualThread
class TemplateResource {
    private static final Text ONE_OF = new Text("应为 none 或 own", "must be none or own");
    private static final Text EMPTY = new Text("导入模板", "template");

    private final ImportKinds kinds;
    private final TemplateFile templates;
    private final Trail trail;
    private final ObjectMapper json;
    private final CurrentCaller caller;
    private final CurrentLanguage language;
    private final CityClock clock;

    TemplateResource(
            ImportKinds kinds,
            TemplateFile templates,
            Trail trail,
            ObjectMapper json,
            CurrentCaller caller,
            CurrentLanguage language,
            CityClock clock) {
        this.kinds = kinds;
        this.templates = templates;
        this.trail = trail;
        this.json = json;
        this.caller = caller;
        this.language = language;
        this.clock = clock;
    }

    @GET
    @Path("{kind}.xlsx")
    @Transactional
    @PermissionsAllowed({PROJECTS_WRITE, PRICES_WRITE, PREMISES_WRITE, LAND_PARCELS_WRITE})
    @Produces(ImportResource.XLSX)
    @Operation(summary = "The workbook that an upload takes: drop-downs, notes on each column, the rules in words")
    @APIResponse(
            responseCode = "200",
            description = "To be filled in and sent to /imports",
            content =
                    @Content(
                            mediaType = ImportResource.XLSX,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response getTemplate(
            @PathParam("kind") @Parameter(example = "projects") String kind,
            @QueryParam("rows")
                    @Parameter(
                            description =
                                    "none (default), or own: the unit's own records of the running call, to be corrected")
                    @Nullable
                    String rows) {
        Caller who = caller.get();
        ImportKind asked = kinds.offered(kind, who);
        String name = asked.template().name().in(language.get());
        if (!isOwn(rows)) {
            return answer(asked, List.of(), name + " " + EMPTY.in(language.get()));
        }
        List<UUID> own = asked.current(who);
        ObjectNode what = json.createObjectNode().put("format", "xlsx").put("rows", own.size());
        what.putObject("filter").put("rows", "own");
        trail.change(
                who,
                new Subject("export", asked.name(), who.unitCode()),
                "export",
                null,
                0,
                NullNode.getInstance(),
                what);
        return answer(asked, own, name + " " + clock.today());
    }

    private Response answer(ImportKind kind, List<UUID> rows, String name) {
        return Response.ok(templates.of(kind, rows, caller.scope(), language.get()), ImportResource.XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, Download.disposition(name + ".xlsx"))
                .build();
    }

    private static boolean isOwn(@Nullable String rows) {
        return switch (rows == null ? "none" : rows) {
            case "none" -> false;
            case "own" -> true;
            default ->
                throw Problem.badRequest(Finding.of("FORMAT", "/rows", Map.of("label", "rows", "problem", ONE_OF)));
        };
    }
}
