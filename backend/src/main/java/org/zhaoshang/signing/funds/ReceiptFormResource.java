package org.zhaoshang.signing.funds;

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
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.language.CurrentLanguage;

/** The forms of the ledger as the client draws them. */
@Path("/")
@Tag(name = "receipts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ReceiptFormResource {
    private final CurrentLanguage language;

    ReceiptFormResource(CurrentLanguage language) {
        this.language = language;
    }

    @GET
    @Path("receipt-fields")
    @Authenticated
    @Operation(summary = "The fields of a receipt, in the order of the form")
    @APIResponse(responseCode = "200", description = "Labels, units, limits, options and help in the caller's language")
    public Page<FieldView> listReceiptFields() {
        return fields(ReceiptRules.FORM);
    }

    @GET
    @Path("receipt-review-fields")
    @Authenticated
    @Operation(summary = "The fields of a review of a receipt")
    @APIResponse(responseCode = "200", description = "Labels, units, limits, options and help in the caller's language")
    public Page<FieldView> listReceiptReviewFields() {
        return fields(ReceiptSteps.REVIEW);
    }

    @GET
    @Path("receipt-recognition-fields")
    @Authenticated
    @Operation(summary = "The fields of a recognition by the region")
    @APIResponse(responseCode = "200", description = "Labels, units, limits, options and help in the caller's language")
    public Page<FieldView> listReceiptRecognitionFields() {
        return fields(ReceiptSteps.RECOGNITION);
    }

    @GET
    @Path("receipt-verdict-fields")
    @Authenticated
    @Operation(summary = "The fields of a verdict on a proof")
    @APIResponse(responseCode = "200", description = "Labels, units, limits, options and help in the caller's language")
    public Page<FieldView> listReceiptVerdictFields() {
        return fields(ReceiptSteps.VERDICT);
    }

    @GET
    @Path("fund-counting-fields")
    @Authenticated
    @Operation(summary = "The switches of what counts")
    @APIResponse(responseCode = "200", description = "Labels, units, limits, options and help in the caller's language")
    public Page<FieldView> listFundCountingFields() {
        return fields(CountingResource.FORM);
    }

    @GET
    @Path("fund-column-set-fields")
    @Authenticated
    @Operation(summary = "The fields of a set of columns; what its columns may hold is listed by /fund-columns")
    @APIResponse(responseCode = "200", description = "Labels, units, limits, options and help in the caller's language")
    public Page<FieldView> listFundColumnSetFields() {
        return fields(FundColumnSetRules.FORM);
    }

    private Page<FieldView> fields(Form form) {
        return Page.all(form.fields().stream()
                .map(field -> FieldView.of(field, form, language.get()))
                .toList());
    }
}
