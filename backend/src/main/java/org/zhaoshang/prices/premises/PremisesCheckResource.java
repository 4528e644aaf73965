package org.zhaoshang.prices.premises;

import static org.zhaoshang.shared.caller.Permission.PREMISES_WRITE;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.rules.Findings;

/** What publishing would say to fields of form G that are still being typed. */
@Path("premises/check")
@Tag(name = "premises")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PremisesCheckResource {
    private final CheckListing check;

    PremisesCheckResource(CheckListing check) {
        this.check = check;
    }

    @POST
    @PermissionsAllowed(PREMISES_WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Judges fields as publishing would, and stores nothing")
    @APIResponse(responseCode = "200", description = "What the rules say, in the caller's language")
    public Findings checkPremises(
            @RequestBody(content = @Content(schema = @Schema(implementation = PremisesCheck.class))) @Nullable
                    JsonNode body) {
        return check.check(Premises.class, body);
    }
}
