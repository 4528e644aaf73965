package org.zhaoshang.projects;

import java.util.EnumSet;
import java.util.Set;
import org.zhaoshang.shared.language.Text;

/** Where a project stands in its life. */
public enum ProjectState {
    DRAFT("草稿", "Draft"),
    SUBMITTED("已报送", "Submitted"),
    RETURNED("已退回", "Returned"),
    ACCEPTED("已入库", "Accepted"),
    PUBLISHED("已发布", "Published"),
    NEGOTIATING("在谈", "Negotiating"),
    SIGNED("已签约", "Signed"),
    WITHDRAWN("已撤回", "Withdrawn"),
    ARCHIVED("已出库", "Archived");

    /** Counted against the quota. */
    public static final Set<ProjectState> IN_LIBRARY = Set.copyOf(EnumSet.of(ACCEPTED, PUBLISHED, NEGOTIATING, SIGNED));

    private final Text label;

    ProjectState(String zh, String en) {
        this.label = new Text(zh, en);
    }

    public Text label() {
        return label;
    }
}
