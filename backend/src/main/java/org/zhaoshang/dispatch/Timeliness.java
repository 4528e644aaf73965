package org.zhaoshang.dispatch;

import org.zhaoshang.shared.language.Text;

/** When a unit's report of a month first arrived, through whatever channel. */
public enum Timeliness {
    /** Not due yet, and not here yet. */
    PENDING("未到期", "Not due yet"),
    /** 按时 */
    ON_TIME("按时", "On time"),
    /** 迟报 */
    LATE("迟报", "Late"),
    /** 未报: due and not here; for good once the month is closed */
    MISSING("未报", "Missing");

    private final Text label;

    Timeliness(String zh, String en) {
        this.label = new Text(zh, en);
    }

    Text label() {
        return label;
    }
}
