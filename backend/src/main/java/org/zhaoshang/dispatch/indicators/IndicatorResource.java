package org.zhaoshang.dispatch.indicators;

import static org.zhaoshang.shared.caller.Permission.MONTHLY_REPORTS_READ;
import static org.zhaoshang.shared.caller.Permission.TARGETS_WRITE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.audit.History;
import org.zhaoshang.audit.LabelledEntry;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.fields.Body;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.http.Revision;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.search.Paging;
import org.zhaoshang.shared.steps.Reasons;

/** Indicators: all may read them, the bureau keeps them. */
@Path("indicators")
@Tag(
        name = "indicators",
        description =
                "Indicators (指标), each with numerator, denominator and definition; the ranking of a month by one.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class IndicatorResource {
    private final Indicators indicators;
    private final WriteIndicator write;
    private final History history;
    private final CurrentCaller current;
    private final CurrentLanguage language;
    private final ObjectMapper json;
    private final Body form;

    IndicatorResource(
            Indicators indicators,
            WriteIndicator write,
            History history,
            CurrentCaller current,
            CurrentLanguage language,
            ObjectMapper json) {
        this.indicators = indicators;
        this.write = write;
        this.history = history;
        this.current = current;
        this.language = language;
        this.json = json;
        this.form = new Body(WriteIndicator.FORM, (codes, code) -> false, json);
    }

    @GET
    @PermissionsAllowed(MONTHLY_REPORTS_READ)
    @Operation(summary = "All indicators, in their order")
    @APIResponse(responseCode = "200", description = "Labels in the caller's language")
    public Page<IndicatorView> listIndicators() {
        return Page.all(indicators.inOrder().stream().map(this::view).toList());
    }

    @GET
    @Path("{code}")
    @PermissionsAllowed(MONTHLY_REPORTS_READ)
    @Operation(summary = "One indicator")
    @APIResponse(responseCode = "200", description = "As it is now; months that are closed keep theirs")
    public RestResponse<IndicatorView> getIndicator(@PathParam("code") String code) {
        return answer(indicators.seen(code));
    }

    @PATCH
    @Path("{code}")
    @Transactional
    @PermissionsAllowed(TARGETS_WRITE)
    @Consumes("application/merge-patch+json")
    @Operation(
            summary = "Changes an indicator by JSON merge patch (RFC 7396)",
            description = "Months that are closed already keep the words and the figures they were closed with.")
    @APIResponse(responseCode = "200", description = "The indicator as it is now")
    @APIResponse(responseCode = "422", description = "These measures make no such indicator")
    public RestResponse<IndicatorView> updateIndicator(
            @PathParam("code") String code,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("X-Action-Reason") @Nullable String reason,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/merge-patch+json",
                                            schema = @Schema(implementation = IndicatorFields.class)))
                    @Nullable
                    JsonNode patch) {
        Indicator indicator = indicators.seen(code);
        Revision.require(ifMatch, indicator.version(), () -> view(indicator));
        write.revise(
                current.get(),
                indicator,
                form.merge(json.valueToTree(indicator.fields()), patch, IndicatorFields.class),
                Reasons.optional(reason));
        return answer(indicator);
    }

    @GET
    @Path("{code}/history")
    @PermissionsAllowed(MONTHLY_REPORTS_READ)
    @Operation(summary = "Who changed what of the indicator, newest first")
    @APIResponse(responseCode = "200", description = "A page; Link names the next one")
    public Page<LabelledEntry> getIndicatorHistory(@PathParam("code") String code, @BeanParam Paging paging) {
        return LabelledEntry.page(history.of(WriteIndicator.subject(indicators.seen(code)), paging), language.get());
    }

    private IndicatorView view(Indicator indicator) {
        return IndicatorView.of(indicator, current.get(), language.get());
    }

    private RestResponse<IndicatorView> answer(Indicator indicator) {
        return RestResponse.ResponseBuilder.ok(view(indicator))
                .tag(Revision.tag(indicator.version()))
                .build();
    }
}
