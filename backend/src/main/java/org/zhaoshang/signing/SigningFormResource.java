package org.zhaoshang.signing;

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

/** The forms of signing as the client draws them. */
@Path("/")
@Tag(name = "signed-projects")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class SigningFormResource {
    private final CurrentLanguage language;

    SigningFormResource(CurrentLanguage language) {
        this.language = language;
    }

    @GET
    @Path("signed-project-fields")
    @Authenticated
    @Operation(summary = "The fields of a signed project, in the order of the form")
    @APIResponse(responseCode = "200", description = "Labels, units, limits, options and help in the caller's language")
    public Page<FieldView> listSignedProjectFields() {
        return fields(SignedProjectForm.FORM);
    }

    @GET
    @Path("signing-event-fields")
    @Authenticated
    @Operation(summary = "The fields of a signing event, in the order of the form")
    @APIResponse(responseCode = "200", description = "Labels, units, limits, options and help in the caller's language")
    public Page<FieldView> listSigningEventFields() {
        return fields(WriteSigningEvent.FORM);
    }

    @GET
    @Path("signing-agreement-fields")
    @Authenticated
    @Operation(summary = "The fields of a further agreement, in the order of the form")
    @APIResponse(responseCode = "200", description = "Labels, units, limits, options and help in the caller's language")
    public Page<FieldView> listSigningAgreementFields() {
        return fields(SignAgain.FORM);
    }

    @GET
    @Path("stage-step-fields")
    @Authenticated
    @Operation(summary = "The fields of a step to another stage, in the order of the form")
    @APIResponse(responseCode = "200", description = "Labels, units, limits, options and help in the caller's language")
    public Page<FieldView> listStageStepFields() {
        return fields(SigningSteps.STAGE);
    }

    @GET
    @Path("permit-checklist-fields")
    @Authenticated
    @Operation(summary = "The permits of the checklist, in the order of the form")
    @APIResponse(responseCode = "200", description = "Labels and options in the caller's language")
    public Page<FieldView> listPermitChecklistFields() {
        return fields(SigningSteps.PERMITS);
    }

    @GET
    @Path("ageing-limits-fields")
    @Authenticated
    @Operation(summary = "The limits after which a signed project stands still, in the order of the form")
    @APIResponse(responseCode = "200", description = "Labels, units, limits and help in the caller's language")
    public Page<FieldView> listAgeingLimitsFields() {
        return fields(AgeingLimitsResource.FORM);
    }

    private Page<FieldView> fields(Form form) {
        return Page.all(form.fields().stream()
                .map(field -> FieldView.of(field, form, language.get()))
                .toList());
    }
}
