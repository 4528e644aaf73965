package org.zhaoshang.signing.funds;

import static org.zhaoshang.shared.caller.Permission.RECEIPTS_WRITE;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.fields.Reading;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.rules.Findings;

/** What the rules say to fields of a receipt that are still being typed. */
@Path("receipts/check")
@Tag(name = "receipts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ReceiptCheckResource {
    private final FundReceipts receipts;
    private final ReceiptProjects projects;
    private final ReceiptInput input;
    private final ReceiptFindings findings;
    private final CurrentCaller current;
    private final CurrentLanguage language;

    ReceiptCheckResource(
            FundReceipts receipts,
            ReceiptProjects projects,
            ReceiptInput input,
            ReceiptFindings findings,
            CurrentCaller current,
            CurrentLanguage language) {
        this.receipts = receipts;
        this.projects = projects;
        this.input = input;
        this.findings = findings;
        this.current = current;
        this.language = language;
    }

    @Schema(name = "ReceiptCheck")
    record Check(
            @Nullable @Schema(description = "A stored one: its other fields count as they are")
            UUID id,

            @JsonUnwrapped ReceiptFields fields) {}

    @POST
    @PermissionsAllowed(RECEIPTS_WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Judges fields as reporting would, and stores nothing")
    @APIResponse(responseCode = "200", description = "What the rules say, in the caller's language")
    public Findings checkReceipt(
            @RequestBody(content = @Content(schema = @Schema(implementation = Check.class))) @Nullable JsonNode body) {
        Caller caller = current.get();
        JsonNode given = body == null ? null : body.deepCopy();
        JsonNode id = given instanceof ObjectNode object ? object.remove("id") : null;
        FundReceipt stored =
                id == null || !id.isTextual() ? null : receipts.seen(uuid(id.textValue()), current.scope());
        Reading reading = input.records().read(given);
        List<Finding> found = new ArrayList<>(reading.refused());
        ObjectNode values = stored == null ? reading.values() : input.records().document(stored.fields());
        if (stored == null) {
            found.addAll(0, input.records().unnamed(reading));
        } else {
            values.setAll(reading.values());
        }
        String unit = values.path("unitCode").asText(caller.unitCode() == null ? "" : caller.unitCode());
        if (!caller.belongsTo(unit)) {
            throw Problem.foreignUnit(unit);
        }
        values.put("unitCode", unit);
        String named = values.path("signedProject").asText("");
        Map<String, ReceiptProjects.Named> projectsNamed = projects.named(unit, List.of(named));
        values.put("signedProject", projectsNamed.containsKey(named) ? code(projectsNamed, named) : named);
        findings
                .of(unit, List.of(new ReceiptFindings.Judged(input.records().fields(values), stored)))
                .getFirst()
                .stream()
                .filter(finding ->
                        found.stream().noneMatch(refused -> refused.pointer().equals(finding.pointer())))
                .forEach(found::add);
        return Findings.of(found, language.get());
    }

    private static String code(Map<String, ReceiptProjects.Named> named, String name) {
        ReceiptProjects.Named project = named.get(name);
        return project == null ? name : project.code();
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw Problem.notFound();
        }
    }
}
