package org.zhaoshang.dispatch.indicators;

import static org.zhaoshang.shared.caller.Permission.MONTHLY_REPORTS_READ;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.dispatch.MonthFigures;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.files.Download;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/** The ranking of a month by an indicator: circulated to all units once the month is closed. */
@Path("/")
@Tag(name = "indicators")
@RunOnVirtualThread
class RankingResource {
    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String COMPLETION = "COMPLETION";
    private static final Text UNKNOWN = new Text("没有这个指标，请从指标列表中选择", "no such indicator: choose one of the list");
    private static final Text NO_MONTH =
            new Text("应为已经开始的月份，如 2021-03", "must be a month that has begun, such as 2021-03");

    private final RankMonth rank;
    private final RankingViews views;
    private final Indicators indicators;
    private final MonthFigures months;
    private final CurrentCaller current;
    private final CurrentLanguage language;

    RankingResource(
            RankMonth rank,
            RankingViews views,
            Indicators indicators,
            MonthFigures months,
            CurrentCaller current,
            CurrentLanguage language) {
        this.rank = rank;
        this.views = views;
        this.indicators = indicators;
        this.months = months;
        this.current = current;
        this.language = language;
    }

    @GET
    @Path("rankings")
    @Transactional
    @Produces(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(MONTHLY_REPORTS_READ)
    @Operation(
            summary = "The units of a month, ranked by an indicator",
            description =
                    "While the month is open it is computed anew and a unit reads its own row and the city's; once it is closed it"
                            + " stays as it was, and every unit reads all rows.")
    @APIResponse(
            responseCode = "200",
            description = "With the definition, the units' sums and the lists behind the figures")
    @APIResponse(responseCode = "400", description = "No such month or indicator")
    public Ranking getRanking(
            @QueryParam("month")
                    @Parameter(schema = @Schema(implementation = String.class, examples = "2021-03"))
                    @Nullable
                    String month,
            @QueryParam("indicator")
                    @Parameter(
                            description = "Default: COMPLETION",
                            schema = @Schema(implementation = String.class, examples = "COMPLETION"))
                    @Nullable
                    String indicator) {
        return ranking(month, indicator);
    }

    @GET
    @Path("rankings.csv")
    @Transactional
    @Produces(CSV)
    @PermissionsAllowed(MONTHLY_REPORTS_READ)
    @Operation(summary = "The ranking as a sheet in UTF-8")
    @APIResponse(
            responseCode = "200",
            description = "Amounts in 万元; the definition stands below",
            content = @Content(mediaType = CSV, schema = @Schema(implementation = String.class)))
    public Response exportRankingCsv(
            @QueryParam("month") @Nullable String month, @QueryParam("indicator") @Nullable String indicator) {
        Language spoken = language.get();
        Ranking ranking = ranking(month, indicator);
        return file(ranking, CSV + ";charset=UTF-8", "csv", output -> RankingSheet.csv(ranking, spoken, output));
    }

    @GET
    @Path("rankings.xlsx")
    @Transactional
    @Produces(XLSX)
    @PermissionsAllowed(MONTHLY_REPORTS_READ)
    @Operation(summary = "The ranking as a workbook")
    @APIResponse(
            responseCode = "200",
            description = "Amounts in 万元; the definition stands below",
            content = @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response exportRankingXlsx(
            @QueryParam("month") @Nullable String month, @QueryParam("indicator") @Nullable String indicator) {
        Language spoken = language.get();
        Ranking ranking = ranking(month, indicator);
        return file(ranking, XLSX, "xlsx", output -> RankingSheet.xlsx(ranking, spoken, output));
    }

    private Ranking ranking(@Nullable String month, @Nullable String code) {
        String asked = code == null || code.isBlank() ? COMPLETION : code;
        Indicator indicator = indicators.findByIdOptional(asked).orElseThrow(() -> refused("indicator", UNKNOWN));
        if (month == null || !months.hasBegun(month)) {
            throw refused("month", NO_MONTH);
        }
        return views.of(rank.of(month, indicator.definition()), months.isFrozen(month), current.scope());
    }

    private static Problem refused(String parameter, Text problem) {
        return Problem.badRequest(
                Finding.of("FORMAT", "/" + parameter, Map.of("label", parameter, "problem", problem)));
    }

    private Response file(Ranking ranking, String type, String suffix, StreamingOutput content) {
        String name = RankingSheet.title(ranking, language.get()) + "." + suffix;
        return Response.ok(content, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, Download.disposition(name))
                .build();
    }
}
