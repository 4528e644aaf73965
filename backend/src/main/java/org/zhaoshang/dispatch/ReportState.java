package org.zhaoshang.dispatch;

import org.zhaoshang.shared.language.Text;

/** The life of a unit's report of a month. */
public enum ReportState {
    OPEN("待填", "open"),
    DRAFT("填报中", "a draft"),
    SUBMITTED("已报送", "submitted"),
    RETURNED("已退回", "returned"),
    ACCEPTED("已审定", "accepted");

    private final Text label;

    ReportState(String zh, String en) {
        this.label = new Text(zh, en);
    }

    Text label() {
        return label;
    }

    /** Whether its unit may write in it. */
    boolean isOpen() {
        return this == OPEN || this == DRAFT || this == RETURNED;
    }
}
