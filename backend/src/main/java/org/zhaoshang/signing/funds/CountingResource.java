package org.zhaoshang.signing.funds;

import static org.zhaoshang.shared.caller.Permission.RECEIPTS_READ;
import static org.zhaoshang.shared.caller.Permission.RECEIPTS_REVIEW;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.audit.ChangeSettings;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.fields.Body;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.http.Revision;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.steps.Reasons;
import org.zhaoshang.shared.time.CityClock;

/** What counts for the assessed figure. Reports that were submitted keep their figures. */
@Path("fund-counting")
@Tag(name = "receipts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CountingResource {
    static final Form FORM = Form.load("fund-counting");
    private static final Text NEGATIVE = new Text("不能小于 0", "must not be negative");

    private final EntityManager database;
    private final ChangeSettings change;
    private final Body bodies;
    private final CurrentCaller current;

    CountingResource(EntityManager database, ChangeSettings change, ObjectMapper json, CurrentCaller current) {
        this.database = database;
        this.change = change;
        this.bodies = new Body(FORM, (list, code) -> false, json);
        this.current = current;
    }

    @Schema(name = "FundCounting", description = "What counts for the assessed figure (统计口径; V16, V17).")
    record View(
            @Schema(required = true) long version,
            @JsonUnwrapped @Schema(required = true) Counting.Fields fields,
            @Schema(required = true) OffsetDateTime updatedAt,
            @Schema(required = true) String updatedBy) {}

    @GET
    @PermissionsAllowed(RECEIPTS_READ)
    @Operation(summary = "Which receipts count for the assessed figure")
    @APIResponse(
            responseCode = "200",
            description = "The switches as they are",
            content = @Content(schema = @Schema(implementation = View.class)))
    public RestResponse<View> getFundCounting() {
        return answer(counting());
    }

    @PUT
    @Transactional
    @PermissionsAllowed(RECEIPTS_REVIEW)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Says which receipts count from now on; what was submitted keeps its figures")
    public RestResponse<View> putFundCounting(
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("X-Action-Reason") @Nullable String reason,
            @RequestBody(content = @Content(schema = @Schema(implementation = Counting.Fields.class))) @Nullable
                    JsonNode body) {
        Counting counting = counting();
        Revision.require(ifMatch, counting.version(), () -> view(counting));
        Counting.Fields to = bodies.create(body, Counting.Fields.class);
        if (to.minimumAmountYuan().signum() < 0) {
            throw Problem.badRequest(Finding.of(
                    "FORMAT",
                    "/minimumAmountYuan",
                    Map.of("label", FORM.field("minimumAmountYuan").label(), "problem", NEGATIVE)));
        }
        change.set(current.get(), "fund-counting", counting, to, Reasons.optional(reason));
        return answer(counting);
    }

    private Counting counting() {
        return database.find(Counting.class, Counting.ID);
    }

    private static View view(Counting counting) {
        return new View(
                counting.version(), counting.fields(), CityClock.local(counting.updatedAt()), counting.updatedBy());
    }

    private static RestResponse<View> answer(Counting counting) {
        return RestResponse.ResponseBuilder.ok(view(counting))
                .tag(Revision.tag(counting.version()))
                .build();
    }
}
