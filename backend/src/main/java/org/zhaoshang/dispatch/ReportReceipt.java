package org.zhaoshang.dispatch;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What a unit is given for a submission, kept for good: when it arrived, how it was in time, and the hash of all that was
 * submitted.
 *
 * @param revision the submission's number within the report, from 1
 * @param number on the whole city's receipts, with the beginning of the hash at its end
 * @param timeliness of the report, that is, of its first submission
 * @param lateSeconds of the first submission
 * @param rulesVersion hash of the rules by which it was judged
 */
public record ReportReceipt(
        String month,
        String unitCode,
        int revision,
        String number,
        Instant submittedAt,
        String submittedBy,
        LocalDate dueOn,
        Timeliness timeliness,
        long lateSeconds,
        boolean noChange,
        LocalDate periodEndsOn,
        String rulesVersion,
        String hashAlgorithm,
        String contentHash) {}
