package org.zhaoshang.dispatch;

/** When a unit's report of a month first arrived, through whatever channel. */
public enum Timeliness {
    /** Not due yet, and not here yet. */
    PENDING,
    /** 按时 */
    ON_TIME,
    /** 迟报 */
    LATE,
    /** 未报: due and not here; for good once the month is closed */
    MISSING
}
