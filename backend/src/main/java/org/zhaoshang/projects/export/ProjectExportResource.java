package org.zhaoshang.projects.export;

import static org.zhaoshang.shared.caller.Permission.PROJECTS_READ;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.audit.Subject;
import org.zhaoshang.audit.Trail;
import org.zhaoshang.projects.ProjectFilter;
import org.zhaoshang.projects.ProjectList;
import org.zhaoshang.projects.Reasons;
import org.zhaoshang.projects.upload.ProjectSheet;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.files.Download;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.time.CityClock;

/** The whole list of a filter as a file: streamed, and noted in the trail before the first row leaves. */
@Path("/")
@Tag(name = "projects")
@RunOnVirtualThread
class ProjectExportResource {
    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final Text PRESENT = new Text("导出文件只有当前数据，请去掉该参数", "files hold the present only: leave it out");

    private final ProjectList list;
    private final ProjectExport export;
    private final Trail trail;
    private final ObjectMapper json;
    private final CurrentCaller current;
    private final CurrentLanguage language;
    private final UriInfo uri;
    private final CityClock clock;

    ProjectExportResource(
            ProjectList list,
            ProjectExport export,
            Trail trail,
            ObjectMapper json,
            CurrentCaller current,
            CurrentLanguage language,
            UriInfo uri,
            CityClock clock) {
        this.list = list;
        this.export = export;
        this.trail = trail;
        this.json = json;
        this.current = current;
        this.language = language;
        this.uri = uri;
        this.clock = clock;
    }

    @GET
    @Path("projects.csv")
    @Transactional
    @Produces(CSV)
    @PermissionsAllowed(PROJECTS_READ)
    @Operation(summary = "All rows of the filter as a sheet in UTF-8: units in the headers, amounts in 万元")
    @APIResponse(
            responseCode = "200",
            description = "The columns of the upload, then state, day of submission and 示例 where it is one",
            content = @Content(mediaType = CSV, schema = @Schema(implementation = String.class)))
    public Response exportProjectsCsv(
            @BeanParam @Valid ProjectFilter filter, @HeaderParam("X-Action-Reason") @Nullable String reason) {
        return file(export.csv(selected(filter, "csv", reason)), CSV + ";charset=UTF-8", "csv");
    }

    @GET
    @Path("projects.xlsx")
    @Transactional
    @Produces(XLSX)
    @PermissionsAllowed(PROJECTS_READ)
    @Operation(
            summary =
                    "All rows of the filter as the workbook that an upload takes: units in the headers, amounts in 万元")
    @APIResponse(
            responseCode = "200",
            description = "The columns of the upload, then state, day of submission and 示例 where it is one",
            content = @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response exportProjectsXlsx(
            @BeanParam @Valid ProjectFilter filter, @HeaderParam("X-Action-Reason") @Nullable String reason) {
        return file(export.xlsx(selected(filter, "xlsx", reason)), XLSX, "xlsx");
    }

    @GET
    @Path("projects.ndjson")
    @Transactional
    @Produces(NDJSON)
    @PermissionsAllowed(PROJECTS_READ)
    @Operation(summary = "All rows of the filter, one JSON document a line")
    @APIResponse(
            responseCode = "200",
            description = "One ProjectLine a line, amounts in yuan",
            content = @Content(mediaType = NDJSON, schema = @Schema(implementation = ProjectLine.class)))
    public Response exportProjectsNdjson(
            @BeanParam @Valid ProjectFilter filter, @HeaderParam("X-Action-Reason") @Nullable String reason) {
        return file(export.ndjson(selected(filter, "ndjson", reason)), NDJSON, "ndjson");
    }

    /** One who breaks off has still been noted with all rows: how many arrived can not be known. */
    private ProjectExport.Selection selected(ProjectFilter filter, String format, @Nullable String reason) {
        // The list knows the past: whoever asks for its file must not be given the present in silence.
        if (uri.getQueryParameters().containsKey("asOf")) {
            throw Problem.badRequest(Finding.of("FORMAT", "/asOf", Map.of("label", "asOf", "problem", PRESENT)));
        }
        Caller who = current.get();
        ProjectExport.Selection selection =
                new ProjectExport.Selection(list.ids(filter, current.scope()), current.scope(), language.get());
        ObjectNode what = json.createObjectNode()
                .put("format", format)
                .put("rows", selection.ids().size())
                .set("filter", json.valueToTree(filter.given()));
        trail.change(
                who,
                new Subject("export", "projects", who.unitCode()),
                "export",
                Reasons.optional(reason),
                0,
                NullNode.getInstance(),
                what);
        return selection;
    }

    private Response file(StreamingOutput content, String type, String suffix) {
        String name = ProjectSheet.NAME.in(language.get()) + " " + clock.today() + "." + suffix;
        return Response.ok(content, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, Download.disposition(name))
                .build();
    }
}
