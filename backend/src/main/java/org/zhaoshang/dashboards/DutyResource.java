package org.zhaoshang.dashboards;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.caller.Permission;
import org.zhaoshang.shared.language.CurrentLanguage;

/** The first page: what is asked of the caller, and the caller's figures. */
@Path("dashboard")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "dashboards", description = "Figures for the first page, each with the query that lists what it counts.")
class DutyResource {
    private final Instance<Party> parties;
    private final CurrentCaller caller;
    private final CurrentLanguage language;

    DutyResource(@Any Instance<Party> parties, CurrentCaller caller, CurrentLanguage language) {
        this.parties = parties;
        this.caller = caller;
        this.language = language;
    }

    @GET
    @Path("duties")
    @PermissionsAllowed(Permission.DASHBOARD_READ)
    @Operation(summary = "What is asked of the caller, most urgent first")
    @APIResponse(responseCode = "200", description = "Duties and figures of the caller's roles")
    public Board.View listDuties() {
        Caller who = caller.get();
        Board board = new Board(language.get());
        parties.stream().filter(party -> party.includes(who)).forEach(party -> party.fill(board, who));
        return board.view();
    }
}
