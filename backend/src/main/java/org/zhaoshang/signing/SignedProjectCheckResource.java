package org.zhaoshang.signing;

import static org.zhaoshang.shared.caller.Permission.*;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.fields.Reading;
import org.zhaoshang.shared.fields.RecordForm;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.rules.Findings;

/** What the rules say to fields of a signed project that are still being typed. */
@Path("signed-projects/check")
@Tag(name = "signed-projects")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class SignedProjectCheckResource {
    private final SignedProjects projects;
    private final RecordForm<SignedProjectFields> form;
    private final SignedProjectFindings findings;
    private final CurrentCaller current;
    private final CurrentLanguage language;

    SignedProjectCheckResource(
            SignedProjects projects,
            SignedProjectForm form,
            SignedProjectFindings findings,
            CurrentCaller current,
            CurrentLanguage language) {
        this.projects = projects;
        this.form = form.records();
        this.findings = findings;
        this.current = current;
        this.language = language;
    }

    @POST
    @PermissionsAllowed(SIGNED_PROJECTS_WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Judges fields as counting would, and stores nothing")
    @APIResponse(responseCode = "200", description = "What the rules say, in the caller's language")
    public Findings checkSignedProject(
            @RequestBody(content = @Content(schema = @Schema(implementation = SignedProjectCheck.class))) @Nullable
                    JsonNode body) {
        Caller caller = current.get();
        JsonNode given = body == null ? null : body.deepCopy();
        JsonNode id = given instanceof ObjectNode object ? object.remove("id") : null;
        SignedProject stored =
                id == null || !id.isTextual() ? null : projects.seen(uuid(id.textValue()), current.scope());
        Reading reading = form.read(given);
        List<Finding> found = new ArrayList<>(reading.refused());
        ObjectNode values = stored == null ? reading.values() : form.document(stored.fields());
        if (stored == null) {
            found.addAll(0, form.unnamed(reading));
        } else {
            values.setAll(reading.values());
        }
        String unit = values.path("unitCode").asText(caller.unitCode() == null ? "" : caller.unitCode());
        if (!caller.belongsTo(unit)) {
            throw Problem.foreignUnit(unit);
        }
        values.put("unitCode", unit);
        if (!values.hasNonNull("name")) {
            values.put("name", "");
        }
        findings.of(form.fields(values), stored == null ? null : stored.id()).stream()
                .filter(finding ->
                        found.stream().noneMatch(refused -> refused.pointer().equals(finding.pointer())))
                .forEach(found::add);
        return Findings.of(found, language.get());
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw Problem.notFound();
        }
    }
}
