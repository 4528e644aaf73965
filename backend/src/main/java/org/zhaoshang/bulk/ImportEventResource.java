package org.zhaoshang.bulk;

import static org.zhaoshang.shared.caller.Permission.LAND_PARCELS_READ;
import static org.zhaoshang.shared.caller.Permission.PREMISES_READ;
import static org.zhaoshang.shared.caller.Permission.PRICES_READ;
import static org.zhaoshang.shared.caller.Permission.PROJECTS_READ;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.caller.RowScope;

/** Progress as it happens (server-sent events). Apart from its siblings: a stream does not run on a virtual thread. */
@Path("imports/{id}/events")
@Tag(name = "bulk")
class ImportEventResource {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(400);

    private final Imports imports;
    private final CurrentCaller caller;

    ImportEventResource(Imports imports, CurrentCaller caller) {
        this.imports = imports;
        this.caller = caller;
    }

    /** @param rows how many were read so far, and at the end what became of them */
    @Schema(name = "ImportProgress")
    record ProgressView(
            @Schema(required = true) ImportState state,
            @Schema(required = true) int rowsRead,
            @Schema(required = true) Tally rows) {}

    @GET
    @Blocking
    @PermissionsAllowed({PROJECTS_READ, PRICES_READ, PREMISES_READ, LAND_PARCELS_READ})
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(summary = "Events with the progress, the last one with the end state")
    @APIResponse(
            responseCode = "200",
            description = "Until the import is over",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = ProgressView.class)))
    public Multi<ProgressView> streamImportEvents(@PathParam("id") UUID id) {
        RowScope scope = caller.scope();
        ProgressView first = look(id, scope);
        if (first.state().isOver()) {
            return Multi.createFrom().item(first);
        }
        return Multi.createFrom()
                .ticks()
                .every(BETWEEN_LOOKS)
                .onOverflow()
                .drop()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .onItem()
                .transform(tick -> look(id, scope))
                .select()
                .first(progress -> !progress.state().isOver())
                .onCompletion()
                .continueWith(() -> java.util.List.of(look(id, scope)));
    }

    private ProgressView look(UUID id, RowScope scope) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Import now = imports.seen(id, scope);
            return new ProgressView(
                    now.state(), now.state().isOver() ? now.rows().total() : now.rowsRead(), now.rows());
        });
    }
}
