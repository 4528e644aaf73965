package org.zhaoshang.dispatch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.time.CityClock;

/** A receipt as its unit and the city read it. */
@Schema(name = "ReportReceipt", description = "What was given for a submission of a monthly report; it never changes.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReceiptView(
        @Schema(required = true, examples = "R-2021-000123-9F3AC1")
        String number,

        @Schema(required = true, description = "The submission's number within the report, from 1")
        int revision,

        @Schema(required = true) OffsetDateTime submittedAt,
        @Schema(required = true) String submittedBy,

        @Schema(required = true, description = "The last day in time, extensions included")
        LocalDate dueOn,

        @Schema(required = true, description = "By the first submission")
        Timeliness timeliness,

        @Schema(required = true, description = "How late the first submission was; 0 in time")
        long lateBySeconds,

        @Schema(required = true, description = "零报告") boolean noChange,
        @Schema(required = true) LocalDate periodEndsOn,

        @Schema(required = true, description = "Hash of the rules by which it was judged")
        String rulesVersion,

        @Schema(required = true, examples = "SHA-256") String hashAlgorithm,

        @Schema(required = true, description = "Of the content: members by name, no blanks, plain numbers, UTF-8")
        String contentHash,

        @Nullable
        @Schema(
                description = "All that was submitted, to the letter; only where one revision is read",
                implementation = Object.class)
        JsonNode content) {

    static ReceiptView of(ReportReceipt receipt, @Nullable JsonNode content) {
        return new ReceiptView(
                receipt.number(),
                receipt.revision(),
                CityClock.local(receipt.submittedAt()),
                receipt.submittedBy(),
                receipt.dueOn(),
                receipt.timeliness(),
                receipt.lateSeconds(),
                receipt.noChange(),
                receipt.periodEndsOn(),
                receipt.rulesVersion(),
                receipt.hashAlgorithm(),
                receipt.contentHash(),
                content);
    }
}
