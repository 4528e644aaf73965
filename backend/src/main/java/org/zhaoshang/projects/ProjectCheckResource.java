package org.zhaoshang.projects;

import static org.zhaoshang.shared.caller.Permission.PROJECTS_REVIEW;
import static org.zhaoshang.shared.caller.Permission.PROJECTS_WRITE;

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
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.fields.Reading;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.rules.Findings;

/** What submission would say to fields that are still being typed. */
@Path("projects/check")
@Tag(name = "projects")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ProjectCheckResource {
    private final Projects projects;
    private final ProjectForm form;
    private final WriteProject write;
    private final ProjectFindings findings;
    private final CurrentCaller current;
    private final CurrentLanguage language;

    ProjectCheckResource(
            Projects projects,
            ProjectForm form,
            WriteProject write,
            ProjectFindings findings,
            CurrentCaller current,
            CurrentLanguage language) {
        this.projects = projects;
        this.form = form;
        this.write = write;
        this.findings = findings;
        this.current = current;
        this.language = language;
    }

    @POST
    @PermissionsAllowed({PROJECTS_WRITE, PROJECTS_REVIEW}) // it tells of names taken: not for readers of submitted rows
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Judges fields as submission would, and stores nothing")
    public Findings checkProject(
            @RequestBody(content = @Content(schema = @Schema(implementation = ProjectCheck.class))) @Nullable
                    JsonNode body) {
        Caller caller = current.get();
        JsonNode given = body == null ? null : body.deepCopy();
        JsonNode id = given instanceof ObjectNode object ? object.remove("id") : null;
        Project stored = id == null || !id.isTextual() ? null : projects.seen(uuid(id.textValue()), current.scope());
        Reading reading = form.read(given);
        List<Finding> found = new ArrayList<>(reading.refused());
        ObjectNode values = stored == null ? reading.values() : form.document(stored.fields());
        if (stored != null) {
            values.setAll(reading.values());
        }
        String unit = values.path("unitCode").asText(caller.unitCode() == null ? "" : caller.unitCode());
        if (caller.unitCode() != null && !caller.belongsTo(unit)) {
            throw Problem.foreignUnit(unit);
        }
        boolean named = values.hasNonNull("name");
        values.put("unitCode", unit)
                .put(
                        "callYear",
                        values.path("callYear").asInt(write.callOf(reading).year()));
        if (!named) {
            values.put("name", "");
        }
        findings.of(form.fields(values), stored == null ? null : stored.id()).stream()
                .filter(finding ->
                        found.stream().noneMatch(refused -> refused.pointer().equals(finding.pointer())))
                .forEach(found::add);
        if (!named
                && reading.refused().stream()
                        .noneMatch(refused -> refused.pointer().equals("/name"))) {
            found.addFirst(Finding.of("REQUIRED", "/name", Map.of("label", ProjectForm.FORM.label("/name"))));
        }
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
