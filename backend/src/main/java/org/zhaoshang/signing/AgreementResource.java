package org.zhaoshang.signing;

import static org.zhaoshang.shared.caller.Permission.*;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.http.Idempotent;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.time.CityClock;

/** What was signed after the first agreement of a project. */
@Path("signed-projects/{id}/agreements")
@Tag(name = "signed-projects")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class AgreementResource {
    private final SignedProjects projects;
    private final Agreements agreements;
    private final SignAgain sign;
    private final SeenSignedProject seen;
    private final CurrentCaller current;

    AgreementResource(
            SignedProjects projects,
            Agreements agreements,
            SignAgain sign,
            SeenSignedProject seen,
            CurrentCaller current) {
        this.projects = projects;
        this.agreements = agreements;
        this.sign = sign;
        this.seen = seen;
        this.current = current;
    }

    @Schema(name = "SigningAgreement")
    record View(
            @Schema(required = true) UUID id,

            @Schema(required = true, description = "In the order of signing, from 1")
            int place,

            @JsonUnwrapped @Schema(required = true) Agreement.Terms terms,
            @Schema(required = true) OffsetDateTime createdAt,
            @Schema(required = true) String createdBy) {
        static View of(Agreement agreement) {
            return new View(
                    agreement.id(),
                    agreement.place(),
                    agreement.terms(),
                    CityClock.local(agreement.createdAt()),
                    agreement.createdBy());
        }
    }

    @GET
    @PermissionsAllowed(SIGNED_PROJECTS_READ)
    @Operation(summary = "What was signed after the first agreement, in the order of signing")
    @APIResponse(responseCode = "200", description = "The first agreement is in the project itself")
    public Page<View> listAgreements(@PathParam("id") UUID id) {
        projects.seen(id, current.scope());
        return Page.all(agreements.of(id).stream().map(View::of).toList());
    }

    @POST
    @Transactional
    @Idempotent
    @PermissionsAllowed(SIGNED_PROJECTS_WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Adds an upgrade, added capital, a new investor or a supplement",
            description = "Amounts are all that is agreed from then on. The events' credits follow (V18).")
    @APIResponse(responseCode = "422", description = "Signed before the one before it, or parts that exceed the whole")
    public RestResponse<SignedProjectView> addAgreement(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = Agreement.Terms.class))) @Nullable
                    JsonNode body) {
        return seen.change(id, ifMatch, (caller, project) -> sign.add(caller, project, body));
    }
}
