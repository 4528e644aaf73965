package org.zhaoshang.projects;

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

/** Form A as the client draws it: labels, units and required marks come from here and nowhere else. */
@Path("project-fields")
@Tag(name = "projects")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ProjectFormResource {
    private final CurrentLanguage language;

    ProjectFormResource(CurrentLanguage language) {
        this.language = language;
    }

    @GET
    @Authenticated
    @Operation(summary = "The fields of a project, in the order of the form")
    @APIResponse(responseCode = "200", description = "Labels, units, limits, options and help in the caller's language")
    public Page<FieldView> listProjectFields() {
        return Page.all(ProjectForm.FORM.fields().stream()
                .map(field -> FieldView.of(field, ProjectForm.FORM, language.get()))
                .toList());
    }
}
