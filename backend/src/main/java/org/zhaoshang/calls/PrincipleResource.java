package org.zhaoshang.calls;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.language.CurrentLanguage;

/** The ten checks that every project answers. */
@Path("principles")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "calls")
class PrincipleResource {
    private final CurrentLanguage language;

    PrincipleResource(CurrentLanguage language) {
        this.language = language;
    }

    @Schema(name = "Principle")
    record PrincipleView(
            @Schema(required = true, examples = "MARKET_DEMAND")
            String code,

            @Schema(required = true) Principle.Group group,
            @Schema(required = true) String groupName,
            @Schema(required = true) String name,
            @Schema(required = true) String question,

            @Schema(required = true, description = "Whether FAIL bars acceptance")
            boolean barring) {}

    @GET
    @Authenticated
    @Operation(summary = "The screening principles, in the caller's language")
    @APIResponse(responseCode = "200", description = "In the order of the notice")
    public Page<PrincipleView> listPrinciples() {
        return Page.all(Principles.all().stream()
                .map(principle -> new PrincipleView(
                        principle.code(),
                        principle.group(),
                        principle.groupName().in(language.get()),
                        principle.name().in(language.get()),
                        principle.question().in(language.get()),
                        principle.barring()))
                .toList());
    }
}
