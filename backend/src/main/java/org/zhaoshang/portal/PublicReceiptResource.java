package org.zhaoshang.portal;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.dispatch.ReportReceipt;
import org.zhaoshang.dispatch.ReportReceipts;
import org.zhaoshang.dispatch.Timeliness;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.units.Units;

/** Proves a receipt to whoever holds one. */
@Path("public/report-receipts/{number}")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "portal")
class PublicReceiptResource {
    private final ReportReceipts receipts;
    private final Units units;
    private final PublicAnswers answers;

    PublicReceiptResource(ReportReceipts receipts, Units units, PublicAnswers answers) {
        this.receipts = receipts;
        this.units = units;
        this.answers = answers;
    }

    @Schema(
            name = "PublicReportReceipt",
            description = "That a unit reported a month, when, and the hash of what it said.")
    record PublicReceipt(
            @Schema(required = true, examples = "R-2021-000123-9F3AC1")
            String number,

            @Schema(required = true, examples = "2021-03") String month,
            @Schema(required = true, examples = "150622") String unitCode,
            @Schema(required = true, examples = "准格尔旗") String unitName,

            @Schema(required = true, description = "The submission's number within the report, from 1")
            int revision,

            @Schema(required = true) OffsetDateTime submittedAt,
            @Schema(required = true) LocalDate dueOn,

            @Schema(required = true, description = "By the first submission")
            Timeliness timeliness,

            @Schema(required = true) long lateBySeconds,
            @Schema(required = true) String rulesVersion,
            @Schema(required = true, examples = "SHA-256") String hashAlgorithm,
            @Schema(required = true) String contentHash) {}

    @GET
    @Operation(
            summary = "What a receipt of a monthly report says, for anyone who has its number",
            description = "No figures of the report: whoever was given those compares their hash.")
    @APIResponse(responseCode = "200", description = "The receipt; it never changes")
    @APIResponse(responseCode = "304", description = "Unchanged")
    @APIResponse(responseCode = "404", description = "No receipt of that number was given")
    public RestResponse<PublicReceipt> getPublicReportReceipt(
            @PathParam("number") String number, @HeaderParam("If-None-Match") @Nullable String known) {
        ReportReceipt receipt = receipts.byNumber(number).orElseThrow(Problem::notFound);
        return answers.conditional(
                known,
                new PublicReceipt(
                        receipt.number(),
                        receipt.month(),
                        receipt.unitCode(),
                        units.nameOf(receipt.unitCode()),
                        receipt.revision(),
                        CityClock.local(receipt.submittedAt()),
                        receipt.dueOn(),
                        receipt.timeliness(),
                        receipt.lateSeconds(),
                        receipt.rulesVersion(),
                        receipt.hashAlgorithm(),
                        receipt.contentHash()));
    }
}
