package org.zhaoshang.dispatch.indicators;

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

/** The forms of targets and indicators. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class IndicatorFormResource {
    private final CurrentLanguage language;

    IndicatorFormResource(CurrentLanguage language) {
        this.language = language;
    }

    @GET
    @Path("indicator-fields")
    @Authenticated
    @Tag(name = "indicators")
    @Operation(summary = "The fields of an indicator, in the order of the form")
    @APIResponse(responseCode = "200", description = "Labels, limits, options and help in the caller's language")
    public Page<FieldView> listIndicatorFields() {
        return fields(WriteIndicator.FORM);
    }

    @GET
    @Path("target-fields")
    @Authenticated
    @Tag(name = "targets")
    @Operation(summary = "The fields of a yearly target, in the order of the form")
    @APIResponse(responseCode = "200", description = "Labels, limits, options and help in the caller's language")
    public Page<FieldView> listTargetFields() {
        return fields(WriteTargets.FORM);
    }

    private Page<FieldView> fields(Form form) {
        return Page.all(form.fields().stream()
                .map(field -> FieldView.of(field, form, language.get()))
                .toList());
    }
}
