package org.zhaoshang.portal;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.prices.ComparePrices;
import org.zhaoshang.prices.Comparison;
import org.zhaoshang.prices.ComparisonQuery;
import org.zhaoshang.prices.ComparisonSheet;
import org.zhaoshang.prices.Cost;
import org.zhaoshang.prices.CostOfNeeds;
import org.zhaoshang.prices.CostQuery;
import org.zhaoshang.prices.FactorItemView;
import org.zhaoshang.prices.FactorItems;
import org.zhaoshang.shared.files.Download;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.search.Paging;

/** Accepted factor prices, for anyone: listed, compared, and what needs would cost. */
@Path("public")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "portal")
class PublicPriceResource {
    private static final String CSV = "text/csv";

    private final PublicLists lists;
    private final PublicAnswers answers;
    private final ComparePrices compare;
    private final CostOfNeeds cost;
    private final CurrentLanguage language;

    PublicPriceResource(
            PublicLists lists,
            PublicAnswers answers,
            ComparePrices compare,
            CostOfNeeds cost,
            CurrentLanguage language) {
        this.lists = lists;
        this.answers = answers;
        this.compare = compare;
        this.cost = cost;
        this.language = language;
    }

    @Schema(name = "PublicFactorPricePage")
    record PublicPricePage(
            @Schema(required = true) List<PublicPrice> items,

            @Nullable @Schema(description = "Opaque; absent on the last page")
            String nextCursor,

            @Nullable @Schema(description = "Only with count=true")
            Long total) {}

    @Schema(name = "PublicFactorItems")
    record Items(@Schema(required = true) List<FactorItemView> items) {}

    @GET
    @Path("factor-items")
    @Operation(summary = "What has a price, and in which unit of measure")
    @APIResponse(responseCode = "200", description = "Labels in the caller's language")
    @APIResponse(responseCode = "304", description = "Unchanged")
    public RestResponse<Items> listPublicFactorItems(@HeaderParam("If-None-Match") @Nullable String known) {
        return answers.conditional(
                known,
                new Items(FactorItems.all().stream()
                        .map(item -> FactorItemView.of(item, language.get()))
                        .toList()));
    }

    @GET
    @Path("factor-prices")
    @Operation(summary = "Lists accepted prices, those that are over too")
    @APIResponse(
            responseCode = "200",
            description = "A page; Link names the next one",
            content = @Content(schema = @Schema(implementation = PublicPricePage.class)))
    @APIResponse(responseCode = "304", description = "Unchanged")
    public Response listPublicFactorPrices(
            @BeanParam PublicPriceFilter filter,
            @BeanParam Paging paging,
            @HeaderParam("If-None-Match") @Nullable String known,
            @Context HttpServerRequest request) {
        return lists.page(filter.selection(), paging, known, request);
    }

    @GET
    @Path("factor-prices.csv")
    @Produces(CSV)
    @Operation(summary = "All rows of the filter as a sheet in UTF-8")
    @APIResponse(
            responseCode = "200",
            description = "One line a price",
            content = @Content(mediaType = CSV, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "304", description = "Unchanged")
    public Response exportPublicFactorPricesCsv(
            @BeanParam PublicPriceFilter filter,
            @HeaderParam("If-None-Match") @Nullable String known,
            @Context HttpServerRequest request) {
        return lists.csv(filter.selection(), known, request);
    }

    @GET
    @Path("factor-prices.ndjson")
    @Produces("application/x-ndjson")
    @Operation(summary = "All rows of the filter, one JSON document a line")
    @APIResponse(
            responseCode = "200",
            description = "One PublicFactorPrice a line",
            content =
                    @Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = PublicPrice.class)))
    @APIResponse(responseCode = "304", description = "Unchanged")
    public Response exportPublicFactorPricesNdjson(
            @BeanParam PublicPriceFilter filter,
            @HeaderParam("If-None-Match") @Nullable String known,
            @Context HttpServerRequest request) {
        return lists.ndjson(filter.selection(), known, request);
    }

    @GET
    @Path("factor-prices/comparison")
    @Operation(summary = "An item's accepted prices of all units, on a day or over a time")
    @APIResponse(responseCode = "200", description = "All units; those without a price have none")
    @APIResponse(responseCode = "304", description = "Unchanged")
    public RestResponse<Comparison> comparePublicFactorPrices(
            @BeanParam ComparisonQuery query, @HeaderParam("If-None-Match") @Nullable String known) {
        return answers.conditional(known, compare.of(query.question(), language.get()));
    }

    @GET
    @Path("factor-prices/comparison.csv")
    @Produces(CSV)
    @Operation(summary = "The comparison as a sheet in UTF-8")
    @APIResponse(
            responseCode = "200",
            description = "A line for each price; a unit without one has a dash",
            content = @Content(mediaType = CSV, schema = @Schema(implementation = String.class)))
    public Response exportPublicPriceComparisonCsv(@BeanParam ComparisonQuery query) {
        Language spoken = language.get();
        Comparison compared = compare.of(query.question(), spoken);
        StreamingOutput content = output -> ComparisonSheet.csv(compared, spoken, output);
        return Response.ok(content, CSV + ";charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        Download.disposition(ComparisonSheet.title(compared, spoken) + ".csv"))
                .build();
    }

    @GET
    @Path("factor-prices/cost")
    @Operation(summary = "What yearly needs of water, power, gas and land would cost in each unit")
    @APIResponse(responseCode = "200", description = "With the prices used and their days")
    @APIResponse(responseCode = "304", description = "Unchanged")
    public RestResponse<Cost> costOfPublicFactors(
            @BeanParam CostQuery query, @HeaderParam("If-None-Match") @Nullable String known) {
        return answers.conditional(known, cost.of(query.needs(), query.asOf(), language.get()));
    }
}
