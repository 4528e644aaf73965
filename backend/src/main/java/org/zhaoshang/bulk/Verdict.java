package org.zhaoshang.bulk;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.audit.Change;
import org.zhaoshang.shared.rules.Finding;

/**
 * What becomes of one row.
 *
 * @param row as the file counts it
 * @param record the record the row stands for; null where there is none
 * @param seenVersion of the record before the row; null where there was none
 * @param leftVersion of the record after the row, as stored; null where nothing was
 * @param key what a new record is known by where it has no external id, so that a plan can tell whether it came to exist
 * @param name what the row calls its record; null where it does not
 * @param errors why a rejected row can not be stored
 * @param findings what the rules say of the record as it is, or would be, after the row
 * @param changes field by field, for an updated row
 */
public record Verdict(
        int row,
        Status status,
        @Nullable UUID record,
        @Nullable Long seenVersion,
        @Nullable Long leftVersion,
        @Nullable String code,
        @Nullable String externalId,
        @Nullable String key,
        @Nullable String name,
        List<Finding> errors,
        List<Finding> findings,
        List<Change> changes) {

    /** As a batch judges: the name comes from the row itself. */
    public Verdict(
            int row,
            Status status,
            @Nullable UUID record,
            @Nullable Long seenVersion,
            @Nullable Long leftVersion,
            @Nullable String code,
            @Nullable String externalId,
            @Nullable String key,
            List<Finding> errors,
            List<Finding> findings,
            List<Change> changes) {
        this(row, status, record, seenVersion, leftVersion, code, externalId, key, null, errors, findings, changes);
    }

    public enum Status {
        CREATED,
        UPDATED,
        UNCHANGED,
        REJECTED,
        NOT_APPLIED
    }

    public static Verdict rejected(
            int row, @Nullable UUID record, @Nullable String code, @Nullable String externalId, List<Finding> errors) {
        return new Verdict(
                row, Status.REJECTED, record, null, null, code, externalId, null, errors, List.of(), List.of());
    }

    /** Of a row that nothing was kept of. */
    static Verdict notApplied(int row, @Nullable String name) {
        return new Verdict(
                row, Status.NOT_APPLIED, null, null, null, null, null, null, name, List.of(), List.of(), List.of());
    }

    Verdict named(@Nullable String name) {
        return new Verdict(
                row, status, record, seenVersion, leftVersion, code, externalId, key, name, errors, findings, changes);
    }

    /** Whether carrying out the plan came to the same as planning it. */
    boolean isAsPlanned(Verdict plan) {
        boolean sameRecord = status == Status.CREATED || java.util.Objects.equals(record, plan.record);
        return status == plan.status && sameRecord && java.util.Objects.equals(seenVersion, plan.seenVersion);
    }
}
