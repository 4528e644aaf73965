package org.zhaoshang.dispatch;

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

/** The forms of a monthly report as the client draws them. */
@Path("/")
@Tag(name = "monthly-reports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class MonthlyFormResource {
    private final CurrentLanguage language;

    MonthlyFormResource(CurrentLanguage language) {
        this.language = language;
    }

    @GET
    @Path("monthly-report-fields")
    @Authenticated
    @Operation(summary = "The fields of a monthly report itself, in the order of the form")
    @APIResponse(responseCode = "200", description = "Labels, limits and help in the caller's language")
    public Page<FieldView> listMonthlyReportFields() {
        return fields(ReportContentCheck.FORM);
    }

    @GET
    @Path("monthly-entry-fields")
    @Authenticated
    @Operation(summary = "The fields of a project's row in a monthly report, in the order of the form")
    @APIResponse(responseCode = "200", description = "Labels, units, limits, options and help in the caller's language")
    public Page<FieldView> listMonthlyEntryFields() {
        return fields(EntryRules.FORM);
    }

    private Page<FieldView> fields(Form form) {
        return Page.all(form.fields().stream()
                .map(field -> FieldView.of(field, form, language.get()))
                .toList());
    }
}
