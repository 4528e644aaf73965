package org.zhaoshang.prices;

import static org.zhaoshang.shared.caller.Permission.PRICES_READ;
import static org.zhaoshang.shared.caller.Permission.PRICES_WRITE;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.audit.History;
import org.zhaoshang.audit.LabelledEntry;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.http.Idempotent;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.http.Revision;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.search.Paging;

/** Factor prices as a unit reports them. */
@Path("factor-prices")
@Tag(name = "prices")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PriceResource {
    private final Prices prices;
    private final PriceList list;
    private final WritePrice write;
    private final PriceViews views;
    private final PastPrices past;
    private final SeenPrice seen;
    private final History history;
    private final CurrentCaller current;
    private final CurrentLanguage language;

    PriceResource(
            Prices prices,
            PriceList list,
            WritePrice write,
            PriceViews views,
            PastPrices past,
            SeenPrice seen,
            History history,
            CurrentCaller current,
            CurrentLanguage language) {
        this.prices = prices;
        this.list = list;
        this.write = write;
        this.views = views;
        this.past = past;
        this.seen = seen;
        this.history = history;
        this.current = current;
        this.language = language;
    }

    @GET
    @PermissionsAllowed(PRICES_READ)
    @Operation(summary = "Lists the prices the caller may see")
    public Page<PriceList.Row> listFactorPrices(
            @BeanParam @Valid PriceFilter filter,
            @BeanParam Paging paging,
            @QueryParam("asOf")
                    @Parameter(
                            description =
                                    "The list as it stood at the end of that day (Asia/Shanghai); nothing is allowed"
                                            + " in the past",
                            schema = @Schema(implementation = LocalDate.class, examples = "2021-03-28"))
                    @Nullable
                    String asOf) {
        return list.page(filter, paging, asOf, current.scope(), current.get());
    }

    @POST
    @Transactional
    @Idempotent
    @PermissionsAllowed(PRICES_WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Enters a price in the running year's report; it closes the one before it",
            description = "Findings do not refuse it, but an overlap with another price does (V40, 422).")
    @APIResponse(
            responseCode = "201",
            description = "The draft with its findings",
            content = @Content(schema = @Schema(implementation = PriceView.class)))
    @APIResponse(responseCode = "422", description = "Its validity overlaps another price's (V40)")
    public RestResponse<PriceView> createFactorPrice(
            @RequestBody(content = @Content(schema = @Schema(implementation = PriceFields.class))) @Nullable
                    JsonNode body,
            @HeaderParam("X-Action-Reason") @Nullable String reason) {
        Price price = write.draft(current.get(), body, false, reason);
        return RestResponse.ResponseBuilder.<PriceView>created(URI.create("factor-prices/" + price.id()))
                .entity(views.of(price))
                .tag(Revision.tag(price.version()))
                .build();
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed(PRICES_READ)
    @Operation(summary = "One price with findings, the price before it and the change")
    public RestResponse<PriceView> getFactorPrice(
            @PathParam("id") UUID id,
            @QueryParam("asOf")
                    @Parameter(
                            description =
                                    "The price as it stood at the end of that day (Asia/Shanghai), without findings,"
                                            + " change and actions, which are of the present",
                            schema = @Schema(implementation = LocalDate.class, examples = "2021-03-28"))
                    @Nullable
                    String asOf) {
        return asOf == null || asOf.isBlank()
                ? views.answer(prices.seen(id, current.scope()))
                : RestResponse.ok(past.view(id, asOf, current.scope()));
    }

    @PATCH
    @Path("{id}")
    @Transactional
    @PermissionsAllowed(PRICES_WRITE)
    @Consumes("application/merge-patch+json")
    @Operation(summary = "Changes fields by JSON merge patch (RFC 7396)")
    @APIResponse(
            responseCode = "200",
            description = "The price as it is now",
            content = @Content(schema = @Schema(implementation = PriceView.class)))
    @APIResponse(responseCode = "422", description = "Its validity overlaps another price's (V40)")
    public RestResponse<PriceView> updateFactorPrice(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("X-Action-Reason") @Nullable String reason,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/merge-patch+json",
                                            schema = @Schema(implementation = PriceFields.class)))
                    @Nullable
                    JsonNode patch) {
        Price price = seen.unchanged(id, ifMatch);
        write.revise(current.get(), price, patch, reason);
        return views.answer(price);
    }

    @DELETE
    @Path("{id}")
    @Transactional
    @PermissionsAllowed(PRICES_WRITE)
    @Operation(summary = "Deletes a draft or a returned price; what it closed is open again")
    public void deleteFactorPrice(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("X-Action-Reason") @Nullable String reason) {
        write.delete(current.get(), seen.unchanged(id, ifMatch), reason);
    }

    @GET
    @Path("{id}/history")
    @PermissionsAllowed(PRICES_READ)
    @Operation(summary = "Who changed what, when and why, newest first")
    public Page<LabelledEntry> getFactorPriceHistory(@PathParam("id") UUID id, @BeanParam Paging paging) {
        return LabelledEntry.page(
                history.of(PriceJournal.subject(prices.seen(id, current.scope())), paging), language.get());
    }
}
