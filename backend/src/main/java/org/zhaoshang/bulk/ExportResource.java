package org.zhaoshang.bulk;

import static org.zhaoshang.shared.caller.Permission.LAND_PARCELS_READ;
import static org.zhaoshang.shared.caller.Permission.PREMISES_READ;
import static org.zhaoshang.shared.caller.Permission.PRICES_READ;
import static org.zhaoshang.shared.caller.Permission.PROJECTS_READ;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.audit.Subject;
import org.zhaoshang.audit.Trail;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.files.Download;
import org.zhaoshang.shared.files.FileStore;
import org.zhaoshang.shared.http.Cursor;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.search.Conditions;
import org.zhaoshang.shared.search.Paging;
import org.zhaoshang.shared.time.CityClock;

/** Lists as files, made while one does something else: ask, look, fetch. */
@Path("exports")
@Tag(name = "bulk")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ExportResource {
    private static final Logger LOG = Logger.getLogger(ExportResource.class);
    private static final Cursor NEWEST_FIRST = new Cursor("-id", List.of(Cursor.Kind.ID));
    private static final Text FORMAT = new Text("文件格式（format）", "format");
    private static final Text NOT_YET = new Text("文件还没有生成，请稍候", "The file is not made yet: wait");
    private static final Text FAILED = new Text("没能生成文件，请重新导出", "The file could not be made: export again");
    private static final Text LOST = new Text("文件暂时无法读取，请重新导出", "The file can not be read now: export again");

    private final Exports exports;
    private final ExportKinds kinds;
    private final ExportQueue queue;
    private final FileStore files;
    private final Trail trail;
    private final CurrentCaller caller;
    private final CityClock clock;

    ExportResource(
            Exports exports,
            ExportKinds kinds,
            ExportQueue queue,
            FileStore files,
            Trail trail,
            CurrentCaller caller,
            CityClock clock) {
        this.exports = exports;
        this.kinds = kinds;
        this.queue = queue;
        this.files = files;
        this.trail = trail;
        this.caller = caller;
        this.clock = clock;
    }

    @Schema(name = "ExportRequest")
    record Request(
            @Schema(required = true, examples = "projects") @Nullable
            String kind,

            @Schema(required = true) @Nullable ExportFormat format,

            @Nullable @Schema(description = "By the names of the list's query parameters, sort among them")
            Map<String, String> filter) {}

    @POST
    @PermissionsAllowed({PROJECTS_READ, PRICES_READ, PREMISES_READ, LAND_PARCELS_READ})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Asks for all rows of a list as a file, made as a job")
    @APIResponse(
            responseCode = "202",
            description = "In the queue; Location is where to look",
            content = @Content(schema = @Schema(implementation = ExportView.class)))
    public RestResponse<ExportView> createExport(
            @Nullable Request body, @HeaderParam("X-Action-Reason") @Nullable String reason) {
        if (body == null || body.format() == null) {
            throw Problem.badRequest(Finding.of("REQUIRED", "/format", Map.of("label", FORMAT)));
        }
        Map<String, String> filter = new HashMap<>();
        if (body.filter() != null) {
            body.filter().forEach((name, value) -> {
                if (value != null) {
                    filter.put(name, value);
                }
            });
        }
        return queue.add(body.kind(), body.format(), filter, ImportReception.reason(reason));
    }

    @GET
    @PermissionsAllowed({PROJECTS_READ, PRICES_READ, PREMISES_READ, LAND_PARCELS_READ})
    @Operation(summary = "The unit's exports, or one's own, newest first; those whose file is gone are not among them")
    public Page<ExportView> listExports(@BeanParam Paging paging) {
        paging.check(new Conditions()).where();
        UUID before = paging.cursor == null
                ? null
                : (UUID) NEWEST_FIRST.read(paging.cursor).getFirst();
        List<Export> rows = exports.newest(caller.get(), clock.now(), before, paging.limit() + 1);
        Page<Export> page = Page.of(rows, paging.limit(), NEWEST_FIRST, row -> List.of(row.id()), null);
        return new Page<>(page.items().stream().map(ExportView::of).toList(), page.nextCursor(), null);
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed({PROJECTS_READ, PRICES_READ, PREMISES_READ, LAND_PARCELS_READ})
    @Operation(summary = "How far an export is")
    public ExportView getExport(@PathParam("id") UUID id) {
        return ExportView.of(exports.seen(id, caller.get(), clock.now()));
    }

    @GET
    @Path("{id}/file")
    @Transactional
    @PermissionsAllowed({PROJECTS_READ, PRICES_READ, PREMISES_READ, LAND_PARCELS_READ})
    @Produces({"text/csv", ImportResource.XLSX, "application/x-ndjson"})
    @Operation(summary = "The file, as the list gives it in that format")
    @APIResponse(
            responseCode = "200",
            description = "To be saved",
            content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "409", description = "Not made yet, or it could not be made")
    public Response downloadExport(@PathParam("id") UUID id) {
        Export export = exports.seen(id, caller.get(), clock.now());
        if (export.state() != ExportState.COMPLETED) {
            Text why = export.isOver() ? FAILED : NOT_YET;
            throw Problem.conflict(why, List.of(Finding.of("STATE", "", Map.of("problem", why))));
        }
        java.nio.file.Path file = export.sha256().flatMap(files::find).orElseThrow(() -> {
            LOG.errorf("The file of export %s is not in the store", id);
            return Problem.unavailable(LOST, 60);
        });
        trail.note(
                caller.get(),
                new Subject("export", id.toString(), export.unitCode().orElse(null)),
                "download",
                null);
        String name = kinds.named(export.kind()).title().in(export.language()) + " "
                + CityClock.dayOf(export.createdAt()) + "." + export.format().suffix();
        return Download.streamed(file, name, export.format().mediaType());
    }
}
