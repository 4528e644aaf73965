package org.zhaoshang.dispatch;

import static org.zhaoshang.shared.caller.Permission.MONTHLY_REPORTS_READ;
import static org.zhaoshang.shared.caller.Permission.MONTHLY_REPORTS_WRITE;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.http.Cursor;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.http.Revision;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.rules.Findings;
import org.zhaoshang.shared.rules.Justification;
import org.zhaoshang.shared.search.Conditions;
import org.zhaoshang.shared.search.Paging;
import org.zhaoshang.shared.steps.Reasons;
import org.zhaoshang.signing.Permit;
import org.zhaoshang.signing.PermitStatus;
import org.zhaoshang.signing.Stage;
import org.zhaoshang.signing.StageEvidence.StartKind;

/** The rows of a report: one for each project that its unit follows, carried over from last month. */
@Path("monthly-reports/{month}/{unitCode}")
@Tag(name = "monthly-reports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class EntryResource {
    private static final Cursor PLACE = new Cursor("signedProject", List.of(Cursor.Kind.TEXT));

    private final MonthlyReports reports;
    private final MonthlyReportSteps steps;
    private final MonthlyReportViews views;
    private final Entries entries;
    private final EntryFindings findings;
    private final WriteEntries write;
    private final ReportContentCheck check;
    private final CurrentCaller current;
    private final CurrentLanguage language;

    EntryResource(
            MonthlyReports reports,
            MonthlyReportSteps steps,
            MonthlyReportViews views,
            Entries entries,
            EntryFindings findings,
            WriteEntries write,
            ReportContentCheck check,
            CurrentCaller current,
            CurrentLanguage language) {
        this.reports = reports;
        this.steps = steps;
        this.views = views;
        this.entries = entries;
        this.findings = findings;
        this.write = write;
        this.check = check;
        this.current = current;
        this.language = language;
    }

    /** Describes the body of a save, whose rows are read one by one. */
    @Schema(name = "MonthlyEntryRows")
    record Rows(
            @Schema(required = true, maxItems = EntryReader.MOST)
            List<Row> entries) {}

    @Schema(name = "MonthlyEntryInput", description = "What is absent stays as it is, null clears")
    record Row(
            @Schema(required = true, description = "The project's code, or the unit's own key")
            String signedProject,

            @Nullable @Schema(description = "As it was seen: a row that moved on is not overwritten")
            Long version,

            @Nullable Stage stage,
            @Nullable LocalDate stageOn,
            @Nullable StartKind startKind,

            @Nullable @Schema(description = "本月完成投资, yuan; never negative")
            BigDecimal completedInvestmentYuan,

            @Nullable String progress,
            @Nullable List<ProblemKind> problemKinds,
            @Nullable String problems,
            @Nullable String coordination,
            @Nullable String nextPlan,
            @Nullable Map<Permit, PermitStatus> permits,
            @Nullable List<Justification> justifications) {}

    @Schema(name = "MonthlyEntryResults")
    record Saved(
            @Schema(required = true) List<WriteEntries.Result> results,
            @Schema(required = true) MonthlyReportView report) {}

    /** Describes the body of a check. */
    @Schema(name = "MonthlyReportTrial")
    record Trial(
            @Nullable @Schema(description = "Rows as they would be written")
            List<Row> entries,

            @Nullable Boolean noChange) {}

    @GET
    @Path("entries")
    @PermissionsAllowed(MONTHLY_REPORTS_READ)
    @Operation(
            summary = "What the report says of each project, with last month's beside it",
            description = "A row that nobody wrote is carried over: stage, plan and text as last month, no investment.")
    @APIResponse(responseCode = "200", description = "By the code of the project")
    public Page<EntryView> listMonthlyEntries(
            @PathParam("month") String month, @PathParam("unitCode") String unitCode, @BeanParam Paging paging) {
        RowScope scope = current.scope();
        MonthlyReport report = reports.seen(month, unitCode, scope);
        paging.check(new Conditions()).where();
        String after =
                paging.cursor == null ? "" : (String) PLACE.read(paging.cursor).getFirst();
        // A leader reads nothing that is still being written.
        boolean hidden =
                scope.breadth() == RowScope.Breadth.SUBMITTED && report.state().isOpen();
        List<Entry> all = hidden ? List.of() : entries.of(report);
        List<Entry> page = all.stream()
                .filter(entry -> entry.code().compareTo(after) > 0)
                .limit(paging.limit() + 1L)
                .toList();
        Page<Entry> cut = Page.of(
                page,
                paging.limit(),
                PLACE,
                entry -> List.of(entry.code()),
                paging.isCounted() ? (long) all.size() : null);
        return new Page<>(
                cut.items().stream()
                        .map(entry -> EntryView.of(report, entry, findings.of(report, entry), language.get()))
                        .toList(),
                cut.nextCursor(),
                cut.total());
    }

    @PATCH
    @Path("entries")
    @Consumes("application/merge-patch+json")
    @PermissionsAllowed(MONTHLY_REPORTS_WRITE)
    @Transactional
    @Operation(
            summary = "Write rows of the report, many at once",
            description =
                    "Each row carries the version that its writer saw, or the request carries If-Match with the report's:"
                            + " two people do not overwrite one another. Each is stored, or says why it is not.")
    @APIResponse(responseCode = "200", description = "What became of each row, in the order of the request")
    @APIResponse(responseCode = "409", description = "Submitted, accepted or closed; the remedy is in the answer")
    public RestResponse<Saved> updateMonthlyEntries(
            @PathParam("month") String month,
            @PathParam("unitCode") String unitCode,
            @HeaderParam("If-Match")
                    @Parameter(
                            description =
                                    "The report's version as it was seen; not needed where each row carries its own")
                    @Nullable
                    String ifMatch,
            @HeaderParam("X-Action-Reason") @Nullable String reason,
            @RequestBody(content = @Content(schema = @Schema(implementation = Rows.class))) @Nullable JsonNode body) {
        MonthlyReport report = reports.held(own(month, unitCode));
        if (ifMatch != null) {
            Revision.require(ifMatch, report.version(), () -> views.of(report));
        }
        steps.require(ReportAction.EDIT, current.get(), report);
        List<WriteEntries.Result> results = write.save(
                current.get(),
                report,
                body == null ? null : body.get("entries"),
                ifMatch != null,
                Reasons.optional(reason));
        return RestResponse.ResponseBuilder.ok(new Saved(results, views.of(report)))
                .tag(Revision.tag(report.version()))
                .build();
    }

    @POST
    @Path("check")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(MONTHLY_REPORTS_WRITE)
    @Operation(summary = "What the rules say of the report, with the given rows on it; nothing is stored")
    @APIResponse(responseCode = "200", description = "Pointers are /<field> or /entries/<code of the project>/<field>")
    public Findings checkMonthlyReport(
            @PathParam("month") String month,
            @PathParam("unitCode") String unitCode,
            @RequestBody(content = @Content(schema = @Schema(implementation = Trial.class))) @Nullable JsonNode body) {
        MonthlyReport report = own(month, unitCode);
        List<Entry> tried = write.tried(report, body == null ? null : body.get("entries"));
        return Findings.of(check.of(report, tried), language.get());
    }

    private MonthlyReport own(String month, String unitCode) {
        MonthlyReport report = reports.seen(month, unitCode, current.scope());
        if (!current.get().belongsTo(unitCode)) {
            throw Problem.foreignUnit(unitCode);
        }
        return report;
    }
}
