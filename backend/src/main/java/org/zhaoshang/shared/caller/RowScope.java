package org.zhaoshang.shared.caller;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which rows a caller sees: the one predicate for reads, writes, files, exports and search. Repositories put
 * {@link #where} into every statement on rows of a unit; nothing else decides visibility.
 */
public record RowScope(
        Breadth breadth,
        @Nullable String unitCode,
        @Nullable UUID accountId) {

    public enum Breadth {
        /** Every row. */
        ALL,
        /** Rows that were submitted or went further: what a leader reads. */
        SUBMITTED,
        /** Rows of one's own unit, in every state. */
        OWN_UNIT,
        /** Rows one was invited to. */
        INVITED,
        NONE
    }

    public static RowScope of(Caller caller) {
        if (caller.kind() == Caller.Kind.SYSTEM || caller.is(Role.BUREAU) || caller.is(Role.AUDITOR)) {
            return new RowScope(Breadth.ALL, null, null);
        }
        if (caller.is(Role.LEADER)) {
            return new RowScope(Breadth.SUBMITTED, null, null);
        }
        if (caller.unitCode() != null) {
            return new RowScope(Breadth.OWN_UNIT, caller.unitCode(), null);
        }
        return caller.is(Role.EXPERT)
                ? new RowScope(Breadth.INVITED, null, caller.id())
                : new RowScope(Breadth.NONE, null, null);
    }

    /**
     * The predicate as SQL, with the named parameters {@code scopeUnit} and {@code scopeAccount} where it has them.
     *
     * @param columns how this table answers: its unit column and its conditions for "submitted" and "invited"
     */
    public String where(Columns columns) {
        return switch (breadth) {
            case ALL -> "true";
            case SUBMITTED -> columns.submitted();
            case OWN_UNIT -> columns.unit() + " = :scopeUnit";
            case INVITED -> columns.invited();
            case NONE -> "false";
        };
    }

    /**
     * @param unit the column with the unit's code
     * @param submitted a condition that holds once a row was submitted; "false" where that has no meaning
     * @param invited a condition over {@code :scopeAccount}; "false" where nobody is invited
     */
    public record Columns(String unit, String submitted, String invited) {}

    public boolean seesOtherUnits() {
        return breadth == Breadth.ALL || breadth == Breadth.SUBMITTED;
    }
}
