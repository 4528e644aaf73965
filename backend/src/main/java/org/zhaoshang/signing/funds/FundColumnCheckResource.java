package org.zhaoshang.signing.funds;

import static org.zhaoshang.shared.caller.Permission.RECEIPTS_READ;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.fields.Body;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.rules.Finding;

/** What a file will look like in columns that are being written. */
@Path("fund-column-sets/check")
@Tag(name = "receipts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class FundColumnCheckResource {
    private static final int SHOWN = 5;

    private final ReceiptList list;
    private final FundColumnSheet sheet;
    private final CurrentCaller current;
    private final CurrentLanguage language;
    private final Body bodies;

    FundColumnCheckResource(
            ReceiptList list,
            FundColumnSheet sheet,
            CurrentCaller current,
            CurrentLanguage language,
            ObjectMapper json) {
        this.list = list;
        this.sheet = sheet;
        this.current = current;
        this.language = language;
        this.bodies = new Body(
                FundColumnSetRules.FORM.only(List.of("columns", "columns/heading", "columns/field", "columns/unit")),
                FundColumnSetRules::isKnown,
                json);
    }

    /** The columns of a set that is being written. */
    @Schema(name = "FundColumnChoices")
    record Choices(
            @Schema(required = true, minItems = 1, maxItems = 60)
            List<FundColumnSetFields.Column> columns) {}

    @Schema(name = "FundColumnPreview", description = "The first rows of a file, one text a column.")
    record Preview(@Schema(required = true) List<List<String>> rows) {}

    @POST
    @Transactional
    @PermissionsAllowed(RECEIPTS_READ)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Judges columns as saving would and shows the first rows of their file; stores nothing")
    @APIResponse(
            responseCode = "200",
            description = "At most five rows of the filter",
            content = @Content(schema = @Schema(implementation = Preview.class)))
    public Preview checkFundColumnSet(
            @BeanParam @Valid ReceiptFilter filter,
            @RequestBody(content = @Content(schema = @Schema(implementation = Choices.class))) @Nullable
                    JsonNode body) {
        FundColumnSetFields set = new FundColumnSetFields(
                "", false, bodies.create(body, Choices.class).columns());
        List<Finding> refused = FundColumnSetRules.refused(set);
        if (!refused.isEmpty()) {
            throw Problem.badRequest(refused);
        }
        RowScope scope = current.scope();
        return new Preview(sheet.shown(set, list.first(SHOWN, filter, scope), scope, language.get()));
    }
}
