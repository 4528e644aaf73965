package org.zhaoshang.shared.duplicates;

import org.zhaoshang.shared.language.Text;

/** What a person finds of two projects that look alike. */
public enum Verdict {
    /** One project reported twice: the judged one does not count. */
    SAME("裁定为重复", "Judged to be the same"),
    /** Two projects: both count. */
    NEW("裁定为不同项目", "Judged to be different"),
    /** One project: the other takes over and the judged one goes. */
    MERGE("裁定合并", "Judged to be merged");

    private final Text label;

    Verdict(String zh, String en) {
        this.label = new Text(zh, en);
    }

    public Text label() {
        return label;
    }
}
