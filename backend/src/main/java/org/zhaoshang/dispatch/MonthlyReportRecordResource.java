package org.zhaoshang.dispatch;

import static org.zhaoshang.shared.caller.Permission.MONTHLY_REPORTS_READ;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.zhaoshang.audit.Entry;
import org.zhaoshang.audit.History;
import org.zhaoshang.audit.LabelledEntry;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.search.Paging;

/** What became of a report: every submission as it was, and who changed what. */
@Path("monthly-reports/{month}/{unitCode}")
@Tag(name = "monthly-reports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class MonthlyReportRecordResource {
    private final MonthlyReports reports;
    private final ReportReceipts receipts;
    private final History history;
    private final CurrentCaller current;
    private final CurrentLanguage language;
    private final ObjectMapper json;

    MonthlyReportRecordResource(
            MonthlyReports reports,
            ReportReceipts receipts,
            History history,
            CurrentCaller current,
            CurrentLanguage language,
            ObjectMapper json) {
        this.reports = reports;
        this.receipts = receipts;
        this.history = history;
        this.current = current;
        this.language = language;
        this.json = json;
    }

    @GET
    @Path("revisions")
    @PermissionsAllowed(MONTHLY_REPORTS_READ)
    @Operation(summary = "The receipts of a report's submissions, the newest first")
    @APIResponse(responseCode = "200", description = "One for each submission; none before the first")
    public Page<ReceiptView> listReportRevisions(
            @PathParam("month") String month, @PathParam("unitCode") String unitCode) {
        return Page.all(receipts.of(reports.seen(month, unitCode, current.scope())).stream()
                .map(receipt -> ReceiptView.of(receipt, null))
                .toList());
    }

    @GET
    @Path("revisions/{revision}")
    @PermissionsAllowed(MONTHLY_REPORTS_READ)
    @Operation(summary = "All that was submitted with one submission, to the letter, with its receipt")
    @APIResponse(responseCode = "200", description = "The receipt's hash is that of `content`")
    @APIResponse(responseCode = "404", description = "No such submission")
    public ReceiptView getReportRevision(
            @PathParam("month") String month,
            @PathParam("unitCode") String unitCode,
            @PathParam("revision") int revision) {
        ReportReceipt receipt = receipts.of(reports.seen(month, unitCode, current.scope())).stream()
                .filter(one -> one.revision() == revision)
                .findFirst()
                .orElseThrow(Problem::notFound);
        String content = receipts.content(receipt).orElseThrow(Problem::notFound);
        try {
            return ReceiptView.of(receipt, json.readTree(content));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("unreadable submission " + receipt.number(), broken);
        }
    }

    @GET
    @Path("history")
    @PermissionsAllowed(MONTHLY_REPORTS_READ)
    @Operation(summary = "Who changed what in a report, when and why, newest first")
    public Page<LabelledEntry> getMonthlyReportHistory(
            @PathParam("month") String month, @PathParam("unitCode") String unitCode, @BeanParam Paging paging) {
        Page<Entry> page =
                history.of(MonthlyReportSteps.subject(reports.seen(month, unitCode, current.scope())), paging);
        return new Page<>(
                page.items().stream()
                        .map(entry -> LabelledEntry.of(entry, language.get()))
                        .toList(),
                page.nextCursor(),
                page.total());
    }
}
