package org.zhaoshang.bulk;

import org.zhaoshang.shared.language.Text;

/** Where an import stands. */
enum ImportState {
    QUEUED("排队中", "queued"),
    RUNNING("处理中", "running"),
    COMPLETED("已完成", "completed"),
    FAILED("未能处理", "failed"),
    CANCELLED("已取消", "cancelled");

    private final Text label;

    ImportState(String zh, String en) {
        this.label = new Text(zh, en);
    }

    Text label() {
        return label;
    }

    boolean isOver() {
        return this == COMPLETED || this == FAILED || this == CANCELLED;
    }
}
