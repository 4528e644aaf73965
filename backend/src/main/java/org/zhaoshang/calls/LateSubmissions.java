package org.zhaoshang.calls;

/** What a call does with a submission after the unit's deadline (逾期). */
public enum LateSubmissions {
    /** Accepts and marks it. */
    MARK,
    REFUSE
}
