package org.zhaoshang.dispatch.articles;

import static org.zhaoshang.shared.caller.Permission.MONTHLY_REPORTS_READ;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.zhaoshang.dispatch.MonthlyReports;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.units.Units;

/** What became of the texts of one report. */
@Path("monthly-reports/{month}/{unitCode}/articles")
@Tag(name = "monthly-reports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ReportArticleResource {
    private final Articles articles;
    private final MonthlyReports reports;
    private final Units units;
    private final CurrentCaller current;
    private final CurrentLanguage language;

    ReportArticleResource(
            Articles articles, MonthlyReports reports, Units units, CurrentCaller current, CurrentLanguage language) {
        this.articles = articles;
        this.reports = reports;
        this.units = units;
        this.current = current;
        this.language = language;
    }

    @GET
    @PermissionsAllowed(MONTHLY_REPORTS_READ)
    @Operation(summary = "The articles that a report's texts became, in the order of the report")
    @APIResponse(responseCode = "200", description = "None before the first submission")
    public Page<ArticleView> listReportArticles(
            @PathParam("month") String month, @PathParam("unitCode") String unitCode) {
        reports.require(month, unitCode, current.scope());
        return Page.all(articles.of(month, unitCode).stream()
                .map(article -> ArticleView.of(article, units.nameOf(unitCode), current.get(), language.get()))
                .toList());
    }
}
