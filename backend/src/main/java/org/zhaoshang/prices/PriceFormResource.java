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
import org.zhaoshang.shared.fields.FieldView;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.language.CurrentLanguage;

/** Form F as the client draws it: labels, units and required marks come from here and nowhere else. */
@Path("factor-price-fields")
@Tag(name = "prices")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PriceFormResource {
    private final CurrentLanguage language;

    PriceFormResource(CurrentLanguage language) {
        this.language = language;
    }

    @GET
    @Authenticated
    @Operation(summary = "The fields of a factor price, in the order of the form")
    @APIResponse(responseCode = "200", description = "Labels, units, limits, options and help in the caller's language")
    public Page<FieldView> listFactorPriceFields() {
        return Page.all(PriceForm.FORM.fields().stream()
                .map(field -> FieldView.of(field, PriceForm.FORM, language.get()))
                .toList());
    }
}
