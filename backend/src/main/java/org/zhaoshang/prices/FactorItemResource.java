package org.zhaoshang.prices;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.language.CurrentLanguage;

/** What has a price, and in which unit of measure. */
@Path("factor-items")
@Tag(name = "prices", description = "Factor prices (生产要素价格): a unit's yearly report, comparison, yearly cost.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class FactorItemResource {
    private final CurrentLanguage language;

    FactorItemResource(CurrentLanguage language) {
        this.language = language;
    }

    @GET
    @Authenticated
    @Operation(summary = "All factor items, in their order")
    @APIResponse(responseCode = "200", description = "Labels in the caller's language")
    public Page<FactorItemView> listFactorItems() {
        return Page.all(FactorItems.all().stream()
                .map(item -> FactorItemView.of(item, language.get()))
                .toList());
    }
}
