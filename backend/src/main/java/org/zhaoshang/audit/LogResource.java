package org.zhaoshang.audit;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.caller.Permission;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.search.Conditions;
import org.zhaoshang.shared.search.Paging;

/** The trail for the auditor alone: it holds business data, which the administrator must not see. */
@Path("/")
@PermissionsAllowed(Permission.AUDIT_READ)
@RunOnVirtualThread
@Tag(name = "audit", description = "Who did what when and why: sign-ins and every change, append-only.")
class LogResource {
    private final History history;
    private final LogFiles files;
    private final Trail trail;
    private final CurrentCaller caller;
    private final CurrentLanguage language;

    LogResource(History history, LogFiles files, Trail trail, CurrentCaller caller, CurrentLanguage language) {
        this.history = history;
        this.files = files;
        this.trail = trail;
        this.caller = caller;
        this.language = language;
    }

    @GET
    @Path("audit-log")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The trail, newest first")
    @APIResponse(responseCode = "200", description = "A page; Link names the next one")
    public Page<LogEntry> listAuditLog(@BeanParam LogFilter filter, @BeanParam Paging paging) {
        Conditions conditions = paging.check(filter.conditions());
        conditions.where(); // what can not be read is refused before the cursor is looked at
        Page<Entry> page = history.entries(conditions, paging);
        return new Page<>(
                page.items().stream()
                        .map(entry -> LogEntry.of(entry, language.get()))
                        .toList(),
                page.nextCursor(),
                page.total());
    }

    @GET
    @Path("audit-log.csv")
    @Produces("text/csv")
    @Transactional
    @Operation(summary = "All entries of the filter as a sheet: UTF-8, newest first")
    @APIResponse(
            responseCode = "200",
            description = "One line an entry",
            content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)))
    public Response exportAuditLogCsv(@BeanParam LogFilter filter, @Context UriInfo uri) {
        note(filter, uri);
        return Response.ok(files.csv(filter, language.get()), "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit-log.csv\"")
                .build();
    }

    @GET
    @Path("audit-log.ndjson")
    @Produces("application/x-ndjson")
    @Transactional
    @Operation(summary = "All entries of the filter, one JSON document a line, newest first")
    @APIResponse(
            responseCode = "200",
            description = "One HistoryEntry a line",
            content = @Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = LogEntry.class)))
    public Response exportAuditLogNdjson(@BeanParam LogFilter filter, @Context UriInfo uri) {
        note(filter, uri);
        return Response.ok(files.ndjson(filter, language.get()), "application/x-ndjson")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit-log.ndjson\"")
                .build();
    }

    /** Who takes the trail out of the house leaves a line in it; the filter is refused first where it can not be read. */
    private void note(LogFilter filter, UriInfo uri) {
        filter.conditions().where();
        trail.note(
                caller.get(),
                new Subject("audit-log", "all", null),
                "export",
                uri.getRequestUri().getRawQuery());
    }
}
