package org.zhaoshang.signing.funds;

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

/** What a set of columns is made of. */
@Path("fund-columns")
@Tag(name = "receipts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class FundColumnResource {
    private final CurrentLanguage language;

    FundColumnResource(CurrentLanguage language) {
        this.language = language;
    }

    @Schema(name = "FundColumn", description = "What a column of a set may hold.")
    record View(
            @Schema(required = true, examples = "amountYuan")
            String field,

            @Schema(required = true) FundColumn.Group group,

            @Schema(required = true, description = "In the caller's language")
            String label,

            @Schema(required = true, description = "The official label", examples = "到位金额")
            String labelZh,

            @Schema(required = true, description = "Whether the column says in what unit it has amounts")
            boolean money,

            @Schema(required = true, description = "Whether a set may have it more than once")
            boolean repeats) {}

    @GET
    @Authenticated
    @Operation(summary = "What a column of a set may hold: fields of a receipt, then those of its project")
    @APIResponse(responseCode = "200", description = "The whole list, in the order in which it is offered")
    public Page<View> listFundColumns() {
        return Page.all(FundColumn.all().stream()
                .map(column -> new View(
                        column.key(),
                        column.group(),
                        column.field().label().in(language.get()),
                        column.field().label().zh(),
                        column.isMoney(),
                        column.key().equals(FundColumn.BLANK)))
                .toList());
    }
}
