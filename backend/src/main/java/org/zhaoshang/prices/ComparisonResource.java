package org.zhaoshang.prices;

import static org.zhaoshang.shared.caller.Permission.PRICES_READ;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.zhaoshang.shared.files.Download;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.language.Language;

/** Accepted prices of all units side by side, and what needs would cost: what a unit may know of the others. */
@Path("factor-prices")
@Tag(name = "prices")
@RunOnVirtualThread
class ComparisonResource {
    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ComparePrices compare;
    private final CostOfNeeds cost;
    private final CurrentLanguage language;

    ComparisonResource(ComparePrices compare, CostOfNeeds cost, CurrentLanguage language) {
        this.compare = compare;
        this.cost = cost;
        this.language = language;
    }

    @GET
    @Path("comparison")
    @Produces(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(PRICES_READ)
    @Operation(summary = "An item's accepted prices of all units, on a day or over a time")
    public Comparison compareFactorPrices(@BeanParam ComparisonQuery query) {
        return compare.of(query.question(), language.get());
    }

    @GET
    @Path("comparison.csv")
    @Produces(CSV)
    @PermissionsAllowed(PRICES_READ)
    @Operation(summary = "The comparison as a sheet in UTF-8")
    @APIResponse(
            responseCode = "200",
            description = "A line for each price; a unit without one has a dash",
            content = @Content(mediaType = CSV, schema = @Schema(implementation = String.class)))
    public Response exportPriceComparisonCsv(@BeanParam ComparisonQuery query) {
        Language spoken = language.get();
        Comparison compared = compare.of(query.question(), spoken);
        return file(compared, CSV + ";charset=UTF-8", "csv", output -> ComparisonSheet.csv(compared, spoken, output));
    }

    @GET
    @Path("comparison.xlsx")
    @Produces(XLSX)
    @PermissionsAllowed(PRICES_READ)
    @Operation(summary = "The comparison as a workbook")
    @APIResponse(
            responseCode = "200",
            description = "A line for each price; a unit without one has a dash",
            content = @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response exportPriceComparisonXlsx(@BeanParam ComparisonQuery query) {
        Language spoken = language.get();
        Comparison compared = compare.of(query.question(), spoken);
        return file(compared, XLSX, "xlsx", output -> ComparisonSheet.xlsx(compared, spoken, output));
    }

    private Response file(Comparison compared, String type, String suffix, StreamingOutput content) {
        String name = ComparisonSheet.title(compared, language.get()) + "." + suffix;
        return Response.ok(content, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, Download.disposition(name))
                .build();
    }

    @GET
    @Path("cost")
    @Produces(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(PRICES_READ)
    @Operation(summary = "What yearly needs of water, power, gas and land would cost in each unit")
    public Cost costOfFactors(@BeanParam CostQuery query) {
        return cost.of(query.needs(), query.asOf(), language.get());
    }
}
